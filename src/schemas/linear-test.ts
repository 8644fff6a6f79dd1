import { createRequire } from 'node:module'
import type { PatternNode, PatternSequence } from './parse-pattern.ts'

/** Tries a text in time that grows no faster than the text. */
export type LinearTest = (text: string) => boolean

/** Makes a test of a regular expression by RE2, which takes no longer for one text than for another; `undefined` where it cannot have one: it does not look back, nor around. */
export function linearTest (alternatives: readonly PatternSequence[]): LinearTest | undefined {
  try {
    return testOf(alternatives)
  } catch {
    return undefined
  }
}

/** What a pattern looks ahead for at the very start are further patterns. */
function testOf (alternatives: readonly PatternSequence[]): LinearTest {
  const [sequence = []] = alternatives
  const end = sequence.findIndex(({ kind }) => kind !== 'start' && kind !== 'lookahead')
  const head = sequence.slice(0, end < 0 ? sequence.length : end)
  const ahead = head.filter(node => node.kind === 'lookahead')
  if (alternatives.length > 1 || ahead.length === 0 || !head.some(({ kind }) => kind === 'start')) return compile(write(alternatives))
  const rest = compile(`^${writeSequence(sequence.slice(head.length))}`)
  const tests = ahead.map(({ alternatives, isNegative }) => ({ test: compile(`^(?:${write(alternatives)})`), isNegative }))
  return text => tests.every(({ test, isNegative }) => test(text) !== isNegative) && rest(text)
}

function compile (pattern: string): LinearTest {
  const compiled = loadEngine().RE2JS.compile(pattern)
  return text => compiled.test(text)
}

function write (alternatives: readonly PatternSequence[]): string {
  return alternatives.map(writeSequence).join('|')
}

function writeSequence (sequence: PatternSequence): string {
  return sequence.map(writeNode).join('')
}

function writeNode (node: PatternNode): string {
  switch (node.kind) {
    case 'group': return `(?:${write(node.alternatives)})`
    case 'repeat': return writeRepeat(`(?:${writeNode(node.node)})`, node.min, node.max)
    case 'lookahead':
    case 'lookbehind':
    case 'backreference': throw new SyntaxError(`RE2 has no ${node.kind}`)
    default: return node.re2
  }
}

/** RE2 repeats a thousand times at most; more are several in a row. Which of them takes what does not matter to a test. */
function writeRepeat (part: string, min: number, max: number): string {
  if (min > MOST) return `${part}{${MOST}}${writeRepeat(part, min - MOST, max - MOST)}`
  if (max === Infinity) return `${part}{${min},}`
  return max > MOST ? `${part}{${min},${MOST}}${writeRepeat(part, 0, max - MOST)}` : `${part}{${min},${max}}`
}

const MOST = 1_000

let engine: typeof import('re2js') | undefined

/** Few patterns need it, and those for long texts only. */
function loadEngine (): typeof import('re2js') {
  engine ??= createRequire(import.meta.url)('re2js') as typeof import('re2js')
  return engine
}
