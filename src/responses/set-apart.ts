import { isObject } from '../documents/is-object.ts'
import { isOfKind, kindsOf, valuesOf } from './facets.ts'
import { NOTHING } from './schema-reader.ts'
import type { Schema, SchemaReader } from './schema-reader.ts'

/** Values of every kind. */
const STRANGERS: readonly unknown[] = [0, 'other', true, [], {}, null]

/**
 * Keeps an object that fits two alternatives from fitting the second, where only one may fit: gives it a member that only the second
 * declares, with a value that it does not allow. Open schemas leave nothing else to tell them apart.
 */
export function setApart (object: Record<string, unknown>, [kept, other]: readonly [kept: unknown, other: unknown], reader: SchemaReader): void {
  const known = membersOf(kept, reader)
  for (const [name, schemas] of membersOf(other, reader)) {
    if (known.has(name) || Object.hasOwn(object, name)) continue
    const stranger = strangerTo(schemas, reader)
    if (stranger === undefined) continue
    object[name] = stranger
    return
  }
}

function membersOf (schema: unknown, reader: SchemaReader): Map<string, readonly unknown[]> {
  const declared = reader.lay({ schemas: [schema], decided: NOTHING }).facets.flatMap(({ properties }) => isObject(properties) ? Object.entries(properties) : [])
  return new Map([...Map.groupBy(declared, ([name]) => name)].map(([name, entries]) => [name, entries.map(([, member]) => member)]))
}

/** A value that does not fit; `undefined` where all values do, or it cannot be told. */
function strangerTo (schemas: readonly unknown[], reader: SchemaReader): unknown {
  const { choices, facets } = reader.lay({ schemas, decided: NOTHING })
  if (choices.length > 0) return undefined
  const values = valuesOf(facets, kindsOf(facets))
  const isTyped = facets.some((facet: Schema) => facet.type !== undefined)
  return STRANGERS.find(value => values === undefined ? isTyped && !isOfKind(value, kindsOf(facets)) : !values.includes(value))
}
