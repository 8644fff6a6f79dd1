import type { RegExpEngine } from 'ajv/dist/types/index.js'
import { createLinearTest } from '../documents/linear-test.ts'
import type { LinearTest } from '../documents/linear-test.ts'
import { parsePattern } from '../documents/parse-pattern.ts'
import type { PatternSyntax } from '../documents/parse-pattern.ts'
import { patternLimits } from '../documents/pattern-limits.ts'
import type { PatternLimits } from '../documents/pattern-limits.ts'

/** A compiled regular expression of a schema. */
export interface Pattern {
  test (text: string): boolean
  toString (): string
}

/**
 * The longest text that a backtracking engine tests where each character may double the cost, and
 * no other engine can.
 */
const MAX_EXPONENTIAL = 20

/**
 * Compiles a regular expression of a schema as ECMA-262 defines it, with the `u` flag where it
 * compiles so (JSON Schema, Core, section 6.4); returns `undefined` where it is no regular
 * expression. No text keeps it busy: where backtracking might take long, RE2 tests in time that
 * grows with the text only.
 */
export function compilePattern (source: string): Pattern | undefined {
  const native = compileNative(source, 'u') ?? compileNative(source, '')
  if (native === undefined) return undefined
  try {
    const syntax = parsePattern(source, native.flags)
    const limits = patternLimits(syntax)
    return limits.backtracking === Infinity ? native : new GuardedPattern(native, syntax, limits)
  } catch {
    return { test: testShort(native), toString: () => String(native) }
  }
}

/** Compiles patterns for Ajv. */
export const patternEngine: RegExpEngine = Object.assign((source: string) => {
  const pattern = compilePattern(source)
  if (pattern === undefined) throw new SyntaxError(`"${source}" is not a regular expression`)
  return pattern
}, { code: 'patternEngine' })

function compileNative (source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}

/** Tests short texts only; longer ones pass. */
function testShort (native: RegExp): LinearTest {
  return text => text.length > MAX_EXPONENTIAL || native.test(text)
}

/**
 * Tests short texts by backtracking and longer ones by RE2; a text that neither can test in time
 * passes.
 */
class GuardedPattern implements Pattern {
  readonly #native: RegExp
  readonly #syntax: PatternSyntax
  readonly #limits: PatternLimits
  #testLong: LinearTest | undefined

  constructor (native: RegExp, syntax: PatternSyntax, limits: PatternLimits) {
    this.#native = native
    this.#syntax = syntax
    this.#limits = limits
  }

  test (text: string): boolean {
    if (text.length <= this.#limits.backtracking) return this.#native.test(text)
    if (text.length > this.#limits.linear) return true
    this.#testLong ??= createLinearTest(this.#syntax) ?? testShort(this.#native)
    return this.#testLong(text)
  }

  toString (): string {
    return String(this.#native)
  }
}
