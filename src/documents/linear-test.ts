import { createRequire } from 'node:module'
import type { PatternElement, PatternSyntax } from './parse-pattern.ts'
import { re2Sequence, re2Source } from './re2-source.ts'

/** Tests a text in time that grows no faster than the text. */
export type LinearTest = (text: string) => boolean

/**
 * Compiles a regular expression for RE2; returns `undefined` where RE2 cannot test it: it has no
 * lookarounds.
 */
export function createLinearTest (pattern: PatternSyntax): LinearTest | undefined {
  try {
    return createTest(pattern)
  } catch {
    return undefined
  }
}

/** Lookaheads at the very start, as of passwords, become patterns of their own. */
function createTest ({ alternatives }: PatternSyntax): LinearTest {
  const [{ elements } = { elements: [] }] = alternatives
  const end = elements.findIndex(element => !isStart(element) && !isLookahead(element))
  const head = elements.slice(0, end < 0 ? elements.length : end)
  const lookaheads = head.filter(isLookahead)
  const isConditional = alternatives.length === 1 && lookaheads.length > 0 && head.some(isStart)
  if (!isConditional) return compile(re2Source(alternatives))

  const testRest = compile(`^${re2Sequence(elements.slice(head.length))}`)
  const conditions = lookaheads.map(({ alternatives, negate }) => ({
    test: compile(`^(?:${re2Source(alternatives)})`),
    expected: !negate
  }))
  return text => conditions.every(({ expected, test }) => test(text) === expected) && testRest(text)
}

function isStart (element: PatternElement): boolean {
  return element.type === 'Assertion' && element.kind === 'start'
}

function isLookahead (element: PatternElement): element is Extract<PatternElement, { kind: 'lookahead' }> {
  return element.type === 'Assertion' && element.kind === 'lookahead'
}

function compile (pattern: string): LinearTest {
  const compiled = loadEngine().RE2JS.compile(pattern)
  return text => compiled.test(text)
}

let engine: typeof import('re2js') | undefined

/** Loads RE2 when it is first needed: few patterns need it, and those for long texts only. */
function loadEngine (): typeof import('re2js') {
  engine ??= createRequire(import.meta.url)('re2js') as typeof import('re2js')  // require knows no types
  return engine
}
