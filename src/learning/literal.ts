import { isObject } from '../documents/is-object.ts'
import { define } from '../documents/own-member.ts'

/** Returns a template that says a value as it is, whatever dollar signs are in it. */
export function literal (value: unknown): unknown {
  if (typeof value === 'string') return (value.startsWith('$') ? `$${value}` : value).replaceAll('{$', '{$$$')
  if (Array.isArray(value)) return value.map(literal)
  if (!isObject(value)) return value
  const written: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) {
    define(written, name.startsWith('$') ? `$${name}` : name, literal(member))
  }
  return written
}
