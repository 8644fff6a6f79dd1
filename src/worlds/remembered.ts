/** The answer that was remembered for a key; `undefined` is one, too. */
export interface Remembered<T> {
  readonly answer: T
}
