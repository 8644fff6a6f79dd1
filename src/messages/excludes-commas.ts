import type { Shape } from '../schemas/shape.ts'

/** Formats whose texts have no commas. */
const FORMATS: readonly unknown[] = ['uuid', 'date', 'date-time', 'duration', 'hostname', 'ipv4', 'ipv6']

/** Returns whether no value of a schema, as text, has a comma, so that one always separates two values. */
export function excludesCommas (shape: Shape): boolean {
  if (shape.kinds.size > 0 && !shape.kinds.has('string') && !shape.isStructured) return true
  if (shape.said('format').some(format => FORMATS.includes(format))) return true
  const listed = shape.said('enum').flat()
  return listed.length > 0 && !listed.some(value => String(value).includes(','))
}
