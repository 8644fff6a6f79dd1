/** An operation of a history: when it was called and when it returned, by one clock, and what it returned. */
export interface Operation<Input, Output> {
  readonly calledAt: number
  readonly returnedAt: number
  readonly input: Input
  readonly output: Output
}

/** What a history is held to: one copy of the state, on which operations act one after the other. */
export interface Model<State, Input, Output> {
  readonly start: State
  /** Returns the state after an operation; `undefined` where it cannot return that. */
  step (state: State, input: Input, output: Output): State | undefined
}

/**
 * Returns whether the operations of a history could have acted one after the other on one copy of the state, each
 * between its call and its return (Wing and Gong, 1993, with the cache of Lowe, 2017).
 */
export function isLinearizable<State extends string | number, Input, Output> (
  history: ReadonlyArray<Operation<Input, Output>>,
  { start, step }: Model<State, Input, Output>
): boolean {
  const seen = new Set<string>()
  const search = (done: bigint, state: State): boolean => {
    if (done === (1n << BigInt(history.length)) - 1n) return true
    const key = `${done} ${state}`
    if (seen.has(key)) return false
    seen.add(key)
    const left = history.map((operation, index) => ({ ...operation, bit: 1n << BigInt(index) }))
      .filter(({ bit }) => (done & bit) === 0n)
    // One that returned before another was called comes first.
    const firstReturn = Math.min(...left.map(({ returnedAt }) => returnedAt))
    for (const { bit, calledAt, input, output } of left) {
      const next = calledAt <= firstReturn ? step(state, input, output) : undefined
      if (next !== undefined && search(done | bit, next)) return true
    }
    return false
  }
  return search(0n, start)
}
