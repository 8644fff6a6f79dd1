import type { Shape } from '../schemas/shape.ts'

/** Deeper than forms of errors go; a schema that contains itself would never end. */
const MAX_DEPTH = 5

const TEXTS: Readonly<Record<string, string>> = {
  uuid: '00000000-0000-0000-0000-000000000000', 'date-time': '1970-01-01T00:00:00Z', date: '1970-01-01', uri: 'about:blank', 'uri-reference': 'about:blank'
}

/** A simple value of the kind that a schema describes, the same at every time; what it is of a pattern, or of alternatives, nobody knows. */
export function leastValue (shape: Shape, depth = 0): unknown {
  const [stated] = [...shape.said('const'), ...shape.said('default'), ...shape.said('enum').flat(), ...shape.said('example'), ...shape.said('examples').flat()]
  if (stated !== undefined) return stated
  const { kinds } = shape
  if (kinds.has('null')) return null
  if (kinds.has('array')) return []
  if (kinds.has('object')) return depth === MAX_DEPTH ? {} : leastObject(shape, depth)
  if (kinds.has('boolean')) return false
  if (kinds.has('integer') || kinds.has('number')) return Math.max(0, ...shape.said('minimum').filter(minimum => typeof minimum === 'number'))
  return leastText(shape)
}

function leastObject (shape: Shape, depth: number): object {
  const required = new Set(shape.said('required').flat())
  return Object.fromEntries(shape.names.filter(name => required.has(name)).map(name => [name, leastValue(shape.member(name), depth + 1)]))
}

function leastText (shape: Shape): string {
  const [format] = shape.said('format')
  const [least = 0] = shape.said('minLength').filter(length => typeof length === 'number')
  return TEXTS[String(format)] ?? '-'.repeat(Math.min(least, 1_000))
}
