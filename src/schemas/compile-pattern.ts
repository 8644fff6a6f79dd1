import type { RegExpEngine } from 'ajv/dist/types/index.js'
import { linearTest } from './linear-test.ts'
import type { LinearTest } from './linear-test.ts'
import { longestLinear, longestSafe } from './pattern-risk.ts'
import { parsePattern } from './parse-pattern.ts'
import type { PatternSequence } from './parse-pattern.ts'

/** A regular expression of a schema, ready to be tried. */
export interface Pattern {
  test (text: string): boolean
  toString (): string
}

/** Where only a backtracking engine can try a pattern that may double its cost with each character, it tries texts of so many. */
const FEW = 20

/**
 * Compiles a regular expression of a schema as ECMA-262 has it, with the `u` flag where it compiles so (JSON Schema, Core, section 6.4);
 * `undefined` where it is none. No text keeps it busy: what might is left to an engine that takes the same time for all texts of a length.
 */
export function compilePattern (source: string): Pattern | undefined {
  const native = compileNative(source, 'u') ?? compileNative(source, '')
  if (native === undefined) return undefined
  try {
    const alternatives = parsePattern(source, native.flags)
    const longest = longestSafe(alternatives)
    return longest === Infinity ? native : new GuardedPattern(native, alternatives, longest)
  } catch {
    return new GuardedPattern(native, undefined, FEW)
  }
}

/** The engine by which Ajv tries the patterns of schemas. */
export const patternEngine: RegExpEngine = Object.assign((source: string) => {
  const pattern = compilePattern(source)
  if (pattern === undefined) throw new SyntaxError(`"${source}" is no regular expression`)
  return pattern
}, { code: 'patternEngine' })

function compileNative (source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}

/** Tries short texts itself, and leaves longer ones to RE2; a text that neither can try in time is let pass. */
class GuardedPattern implements Pattern {
  readonly #native: RegExp
  readonly #alternatives: readonly PatternSequence[] | undefined
  readonly #longest: number
  readonly #longestLinear: number
  #linear: LinearTest | 'none' | undefined

  constructor (native: RegExp, alternatives: readonly PatternSequence[] | undefined, longest: number) {
    this.#native = native
    this.#alternatives = alternatives
    this.#longest = longest
    this.#longestLinear = alternatives === undefined ? 0 : longestLinear(alternatives)
  }

  test (text: string): boolean {
    if (text.length <= this.#longest) return this.#native.test(text)
    this.#linear ??= (this.#alternatives && linearTest(this.#alternatives)) ?? 'none'
    if (this.#linear === 'none') return text.length > FEW || this.#native.test(text)
    return text.length > this.#longestLinear || this.#linear(text)
  }

  toString (): string {
    return String(this.#native)
  }
}
