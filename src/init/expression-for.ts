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
