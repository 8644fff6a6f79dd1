import type { Operation } from '../contract/contract.ts'
import { shapeOf } from '../schemas/shape.ts'

/** Creates the test whether an operation documents a query parameter, by its name in the URL. */
export function createQueryTest ({ credentials, parameters, querystring }: Operation): (name: string) => boolean {
  // One parameter is the whole query.
  if (querystring !== undefined) return () => true
  const names = new Set(credentials.query)
  const starts: string[] = []
  let isOpen = false
  for (const { explode, in: place, name, schema, style } of parameters) {
    if (place !== 'query') continue
    const shape = shapeOf(schema)
    names.add(name)
    // Many services take lists and objects in brackets.
    starts.push(`${name}[`)
    const isSpread = style === 'form' && explode && shape.kinds.has('object')
    if (!isSpread) continue
    isOpen ||= shape.isOpen || shape.names.length === 0
    for (const member of shape.names) names.add(member)
  }
  return name => isOpen || names.has(name) || starts.some(start => name.startsWith(start))
}
