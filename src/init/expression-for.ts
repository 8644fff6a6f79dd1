import { escapePointer } from '../documents/json-pointer.ts'

/** Matches names that can stand after a dot in an expression. */
const PLAIN = /^[^.#{}\s/~]+$/

/**
 * Writes a runtime expression for a member: `$resource.name`, or `$request.body#/a~1b` when a name has other characters
 * or the head is the body.
 */
export function expressionFor (head: string, ...names: string[]): string {
  if (names.length === 0) return head
  if (head !== '$request.body' && names.every(name => PLAIN.test(name))) return [head, ...names].join('.')
  return `${head}#/${names.map(escapePointer).join('/')}`
}

/** Writes the expression for a path parameter; `undefined` when its name cannot stand in one. */
export function pathExpression (name: string): string | undefined {
  return requestExpression('path', name)
}

/** Writes the expression for a parameter of a request; `undefined` when its name cannot stand in one. */
export function requestExpression (place: 'path' | 'query' | 'header', name: string): string | undefined {
  return PLAIN.test(name) ? `$request.${place}.${name}` : undefined
}

/** Escapes a value so that a template gives back the same value: a leading dollar sign would begin an expression. */
export function literal (value: unknown): unknown {
  if (typeof value === 'string') return escapeDollar(value).replaceAll('{$', () => '{$$')
  if (Array.isArray(value)) return value.map(literal)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [escapeDollar(name), literal(member)]))
}

function escapeDollar (text: string): string {
  return text.startsWith('$') ? `$${text}` : text
}
