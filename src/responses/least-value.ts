import type { Shape } from '../schemas/shape.ts'

/** The depth at which an object is left empty: a schema that contains itself has no end. */
const MAX_DEPTH = 5

const LEAST_TEXTS: Readonly<Record<string, string>> = {
  uuid: '00000000-0000-0000-0000-000000000000',
  'date-time': '1970-01-01T00:00:00Z',
  date: '1970-01-01',
  uri: 'about:blank',
  'uri-reference': 'about:blank'
}

/** Returns a simple value of the kind that a schema describes, always the same; it may break a pattern. */
export function leastValue (shape: Shape, depth = 0): unknown {
  const stated = statedValue(shape)
  if (stated !== undefined) return stated
  const { kinds } = shape
  if (kinds.has('null')) return null
  if (kinds.has('array')) return []
  if (kinds.has('object')) return depth === MAX_DEPTH ? {} : leastObject(shape, depth)
  if (kinds.has('boolean')) return false
  if (kinds.has('integer') || kinds.has('number')) return largest([0, ...numbersOf(shape, 'minimum')])
  return leastText(shape)
}

function statedValue (shape: Shape): unknown {
  const [stated] = [
    ...shape.said('const'),
    ...shape.said('default'),
    ...shape.said('enum').flat(),
    ...shape.said('example'),
    ...shape.said('examples').flat()
  ]
  return stated
}

function leastObject (shape: Shape, depth: number): object {
  const required = requiredOf(shape)
  const names = shape.names.filter(name => required.has(name))
  return Object.fromEntries(names.map(name => [name, leastValue(shape.member(name), depth + 1)]))
}

function leastText (shape: Shape): string {
  const [format] = shape.said('format')
  const [length = 0] = numbersOf(shape, 'minLength')
  return LEAST_TEXTS[String(format)] ?? '-'.repeat(Math.min(Number(length), 1_000))
}

/** Returns the names of the members that a schema requires. */
function requiredOf (shape: Shape): ReadonlySet<unknown> {
  return new Set(shape.said('required').flat())
}

function numbersOf (shape: Shape, keyword: string): Array<number | bigint> {
  return shape.said(keyword).filter(value => typeof value === 'number' || typeof value === 'bigint')
}

function largest (numbers: ReadonlyArray<number | bigint>): number | bigint {
  return numbers.reduce((a, b) => b > a ? b : a)
}
