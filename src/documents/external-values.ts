/** The content of a file that an example names as its value. */
export interface ExternalValue {
  readonly bytes: Buffer
  /** The file as messages show it. */
  readonly file: string
}

/** The files that have been read for the `externalValue` of examples, by the Example Object. */
export const externalValues = new WeakMap<object, ExternalValue>()
