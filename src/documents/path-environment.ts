import type { jsonpath as JsonPath } from 'json-p3'
import { createLinearTest } from './linear-test.ts'
import type { LinearTest } from './linear-test.ts'
import { parsePattern } from './parse-pattern.ts'
import { patternLimits } from './pattern-limits.ts'

type Library = typeof JsonPath
/** Queries documents by JSONPath. */
export type PathEnvironment = InstanceType<Library['JSONPathEnvironment']>

type Call = (text: unknown, pattern: unknown) => unknown

/**
 * Creates an environment for JSONPaths whose functions `match` and `search` take no longer than their texts ask for.
 * A query throws a `RangeError` where a regular expression cannot be tested so.
 */
export function createPathEnvironment ({ functions, JSONPathEnvironment }: Library): PathEnvironment {
  const environment = new JSONPathEnvironment()
  const match = new functions.Match()
  const search = new functions.Search()
  const { argTypes, returnType } = match
  const callMatch = guard((text, pattern) => match.call(String(text), String(pattern)), source => `^(?:${source})$`)
  const callSearch = guard((text, pattern) => search.call(String(text), String(pattern)), source => source)
  environment.functionRegister.set('match', { argTypes, returnType, call: callMatch })
  environment.functionRegister.set('search', { argTypes, returnType, call: callSearch })
  return environment
}

/** Calls a function where backtracking is quick, and tests by RE2 where it may not be. */
function guard (call: Call, toWhole: (source: string) => string): Call {
  const patterns = new Map<string, Pattern | undefined>()
  return (text, pattern) => {
    // RFC 9535, sections 2.4.6 and 2.4.7: other values match nothing.
    if (typeof text !== 'string' || typeof pattern !== 'string') return false
    if (!patterns.has(pattern)) patterns.set(pattern, parse(toWhole(pattern)))
    const parsed = patterns.get(pattern)
    if (parsed === undefined || text.length <= parsed.backtracking) return call(text, pattern)
    parsed.test ??= parsed.createTest()
    if (parsed.test === undefined || text.length > parsed.linear) {
      const remedy = 'write it without repetitions in repetitions'
      throw new RangeError(`the regular expression ${pattern} could take for ever: ${remedy}`)
    }
    return parsed.test(text)
  }
}

/** A regular expression with the longest texts that each engine can test at once. */
interface Pattern {
  readonly backtracking: number
  readonly linear: number
  readonly createTest: () => LinearTest | undefined
  test?: LinearTest | undefined
}

/** Returns `undefined` for what is no regular expression, which matches nothing. */
function parse (source: string): Pattern | undefined {
  try {
    const syntax = parsePattern(source, 'u')
    const { backtracking, linear } = patternLimits(syntax)
    // Not even an empty text can be tested where there are too many ways to match it.
    return { backtracking: backtracking === 0 ? -1 : backtracking, linear, createTest: () => createLinearTest(syntax) }
  } catch {
    return undefined
  }
}
