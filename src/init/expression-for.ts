import { escapePointer } from '../documents/json-pointer.ts'

/** Names that can stand after a dot in an expression. */
const PLAIN = /^[^.#{}\s/~]+$/

/** An expression that leads to members: `$resource.name`, or `$request.body#/a~1b` where a name has other characters or the head is the body. */
export function expressionFor (head: string, ...names: string[]): string {
  if (names.length === 0) return head
  if (head !== '$request.body' && names.every(name => PLAIN.test(name))) return [head, ...names].join('.')
  return `${head}#/${names.map(escapePointer).join('/')}`
}

/** The expression for a parameter of the path; `undefined` where its name cannot be written in one. */
export function pathExpression (name: string): string | undefined {
  return PLAIN.test(name) ? `$request.path.${name}` : undefined
}

/** A value as a template that gives the very same: what begins with a dollar sign would be an expression. */
export function literal (value: unknown): unknown {
  if (typeof value === 'string') return (value.startsWith('$') ? `$${value}` : value).replaceAll('{$', () => '{$$')
  if (Array.isArray(value)) return value.map(literal)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name.startsWith('$') ? `$${name}` : name, literal(member)]))
}
