import { ExpressionFault } from './known-names.ts'

/** A part of a simple condition. */
export type ConditionToken =
  | { readonly kind: 'operator', readonly text: string, readonly at: number }
  | { readonly kind: 'literal', readonly value: unknown, readonly text: string, readonly at: number }
  | { readonly kind: 'expression', readonly text: string, readonly at: number }

const OPERATOR = /&&|\|\||==|!=|<=|>=|[<>!()]/y
const TEXT = /'((?:[^']|'')*)'|"((?:[^"\\]|\\.)*)"/y
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])/y
/** An expression ends at a space, a parenthesis or an operator; what is in brackets belongs to it. */
const EXPRESSION = /\$(?:\[[^\]]*\]|(?!&&|\|\||==|!=)[^\s()<>[])*/y
const BRACED = /\{(\$[^{}]*)\}/y
const WORD = /[A-Za-z_][\w-]*/y

const WORDS: Readonly<Record<string, unknown>> = { true: true, false: false, null: null }

/** Splits a simple condition into its parts (Arazzo 1.1, "Literals", "Operators"). Throws `ExpressionFault`. */
export function splitCondition (text: string): ConditionToken[] {
  const tokens: ConditionToken[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) {
      at++
      continue
    }
    const { token, end } = nextToken(text, at)
    tokens.push(token)
    at = end
  }
  return tokens
}

interface Next {
  readonly token: ConditionToken
  readonly end: number
}

function nextToken (text: string, at: number): Next {
  const match = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at
    return pattern.exec(text) ?? undefined
  }
  const quoted = match(TEXT)
  if (quoted !== undefined) {
    const [whole, single, double = ''] = quoted
    const value = single === undefined ? double.replace(/\\(.)/g, '$1') : single.replaceAll("''", "'")
    return { token: { kind: 'literal', value, text: whole, at }, end: at + whole.length }
  }
  const number = match(NUMBER)
  if (number !== undefined) {
    return { token: { kind: 'literal', value: Number(number[0]), text: number[0], at }, end: at + number[0].length }
  }
  const braced = match(BRACED)
  const expression = braced ?? match(EXPRESSION)
  if (expression !== undefined) {
    const [whole, inner = whole] = expression
    return { token: { kind: 'expression', text: inner, at }, end: at + whole.length }
  }
  const operator = match(OPERATOR)
  if (operator !== undefined) {
    return { token: { kind: 'operator', text: operator[0], at }, end: at + operator[0].length }
  }
  const [word = text[at] ?? ''] = match(WORD) ?? []
  if (!Object.hasOwn(WORDS, word)) throw new ExpressionFault(whyUnknown(word, text))
  return { token: { kind: 'literal', value: WORDS[word], text: word, at }, end: at + word.length }
}

function whyUnknown (word: string, text: string): string {
  if (/^[A-Za-z_]/.test(word)) return `"${word}" in "${text}" is no value: write a text in quotes, as in '${word}'`
  const advice = word === '=' ? 'write == to compare' : 'the operators are < <= > >= == != ! && || and ( )'
  return `"${word}" in "${text}" is no operator: ${advice}`
}
