/** Reasons for which no test has to touch some cells, by patterns of their ids in which `*` is for any text. */
export type IgnoreReasons = Readonly<Record<string, string>>

/** The patterns of ignored cells and findings. */
export class Ignores {
  readonly #patterns: ReadonlyArray<{ readonly pattern: string, readonly test: RegExp, readonly reason: string }>
  readonly #used = new Set<string>()

  constructor (reasons: IgnoreReasons) {
    this.#patterns = Object.entries(reasons).map(([pattern, reason]) => ({ pattern, test: compile(pattern), reason }))
  }

  /** Returns why a cell or a finding is ignored; `undefined` where it is not. */
  reasonFor (id: string): string | undefined {
    const found = this.#patterns.find(({ test }) => test.test(id))
    if (found !== undefined) this.#used.add(found.pattern)
    return found?.reason
  }

  /** Lists the patterns that have matched nothing so far. */
  unused (): string[] {
    return this.#patterns.map(({ pattern }) => pattern).filter(pattern => !this.#used.has(pattern))
  }
}

/** Stars in succession are one, so that no pattern takes long. */
function compile (pattern: string): RegExp {
  const parts = pattern.split(/\*+/).map(part => part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 's')
}
