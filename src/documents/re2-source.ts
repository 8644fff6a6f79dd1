import type { PatternAlternative, PatternClassElement, PatternElement } from './parse-pattern.ts'

/** RE2 repeats at most a thousand times. */
const MAX_REPEAT = 1_000

/**
 * The line terminators of ECMA-262 (section 12.3), which `.` does not match; to RE2, only `\n` is
 * one.
 */
const LINE_TERMINATORS = '\\n\\r\\x{2028}\\x{2029}'

/**
 * The white space of ECMA-262 (sections 12.2 and 12.3), and all else; to RE2, only that of ASCII is
 * space.
 */
const SPACE = [
  '\\t\\n\\v\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}',
  '\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}'
].join('')
const NO_SPACE = [
  '\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}',
  '\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}',
  '\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}'
].join('')

const ANY = '\\x{0}-\\x{10ffff}'

type PatternSet = Extract<PatternElement | PatternClassElement, { type: 'CharacterSet' }>
type PatternClass = Extract<PatternElement, { type: 'CharacterClass' }>

/**
 * Writes a regular expression of ECMA-262 so that it means the same to RE2. Throws a `SyntaxError`
 * for what RE2 does not have: lookarounds, backreferences, modifiers, halves of surrogate pairs.
 */
export function re2Source (alternatives: readonly PatternAlternative[]): string {
  return alternatives.map(({ elements }) => re2Sequence(elements)).join('|')
}

/** Writes what stands between two `|`. */
export function re2Sequence (elements: readonly PatternElement[]): string {
  return elements.map(writeElement).join('')
}

function writeElement (element: PatternElement): string {
  switch (element.type) {
    case 'Assertion': return writeAssertion(element)
    case 'Character': return writeCharacter(element.value)
    case 'CharacterSet': return element.kind === 'any' ? `[^${LINE_TERMINATORS}]` : `[${writeSet(element)}]`
    case 'CharacterClass': return writeClass(element)
    case 'CapturingGroup': return `(?:${re2Source(element.alternatives)})`
    case 'Group':
      if (element.modifiers !== null) throw unsupported(element.raw)
      return `(?:${re2Source(element.alternatives)})`
    case 'Quantifier': return writeRepeat(`(?:${writeElement(element.element)})`, element.min, element.max)
    default: throw unsupported(element.raw)
  }
}

function writeAssertion (assertion: Extract<PatternElement, { type: 'Assertion' }>): string {
  switch (assertion.kind) {
    case 'start': return '^'
    case 'end': return '$'
    case 'word': return assertion.negate ? '\\B' : '\\b'
    default: throw unsupported(assertion.raw)
  }
}

function writeClass ({ elements, negate }: PatternClass): string {
  if (elements.length === 0) return negate ? `[${ANY}]` : `[^${ANY}]`
  return `[${negate ? '^' : ''}${elements.map(writeClassElement).join('')}]`
}

function writeClassElement (element: PatternClassElement): string {
  switch (element.type) {
    case 'Character': return writeCharacter(element.value)
    case 'CharacterClassRange': return `${writeCharacter(element.min.value)}-${writeCharacter(element.max.value)}`
    case 'CharacterSet': return writeSet(element)
    default: throw unsupported(element.raw)
  }
}

/** Writes the set so that it can stand within a class. */
function writeSet (set: PatternSet): string {
  switch (set.kind) {
    case 'digit': return set.negate ? '\\D' : '\\d'
    case 'word': return set.negate ? '\\W' : '\\w'
    case 'space': return set.negate ? NO_SPACE : SPACE
    case 'property': {
      if (set.key === 'Script_Extensions' || set.key === 'scx') throw unsupported(set.raw)
      return `\\${set.negate ? 'P' : 'p'}{${set.value ?? set.key}}`
    }
    default: throw unsupported(set.raw)
  }
}

/** RE2 tests code points, of which half a surrogate pair is none. */
function writeCharacter (code: number): string {
  if (code >= 0xD800 && code <= 0xDFFF) throw unsupported(`U+${code.toString(16)}`)
  return `\\x{${code.toString(16)}}`
}

/**
 * Writes repetitions past RE2's limit as several in a row: a test does not tell which of them
 * matches what.
 */
function writeRepeat (part: string, min: number, max: number): string {
  if (min > MAX_REPEAT) return `${part}{${MAX_REPEAT}}${writeRepeat(part, min - MAX_REPEAT, max - MAX_REPEAT)}`
  if (max === Infinity) return `${part}{${min},}`
  if (max <= MAX_REPEAT) return `${part}{${min},${max}}`
  return `${part}{${min},${MAX_REPEAT}}${writeRepeat(part, 0, max - MAX_REPEAT)}`
}

function unsupported (raw: string): SyntaxError {
  return new SyntaxError(`RE2 has no ${raw}`)
}
