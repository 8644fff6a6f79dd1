import type { SchemaReference } from '../contract/contract.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { textsLike } from '../simulation/texts-like.ts'
import { Random } from '../worlds/random.ts'
import { pathParts } from './path-parts.ts'
import type { ResourceModel } from './resource-model.ts'
import { isValid } from './samples.ts'
import { keywordOf, typeOf } from './types-of.ts'

/** The length of an id when the document only limits its length. */
const USUAL_LENGTH = 24

/** Proposes the `id` of a type; `undefined` for UUIDs that its resources do not show. */
export function proposeId (model: ResourceModel): JsonObject | undefined {
  const form = idForm(model)
  const { id } = model
  if (id !== undefined) return { member: id.name, ...form }
  return form.format === 'uuid' || Object.keys(form).length === 0 ? undefined : form
}

/**
 * Returns the form of new ids: integers, UUIDs, or texts that match the pattern of the member or of the parameter that
 * names a resource.
 */
function idForm ({ collection, create, id, idIsGiven }: ResourceModel): JsonObject {
  const parameter = collection.read?.parameters.find(({ in: place, name }) =>
    (place === 'path' || place === 'query') && name === collection.id)
  const schemas = [id?.schema, parameter?.schema].filter(schema => schema !== undefined)
  const [schema] = schemas
  if (schema === undefined) return {}
  const type = typeOf(schema)
  // An id that the client always chooses is shown as it was sent.
  const isInPath = create !== undefined && pathParts(create).id !== undefined
  if (type === 'string' && idIsGiven && (id?.required === true || isInPath)) return {}
  if (type !== 'string') {
    const minimum = keywordOf(schema, 'minimum')
    return { format: 'integer', ...typeof minimum === 'number' && minimum > 1 && { from: Math.ceil(minimum) } }
  }
  const random = new Random('ids')
  if (schemas.every(schema => isValid(schema, random.uuid()))) return { format: 'uuid' }
  const pattern = idPatterns(schemas).find(pattern => {
    const make = textsLike(pattern)
    return make !== undefined && schemas.every(schema => isValid(schema, make(random)))
  })
  return pattern === undefined ? { format: 'uuid' } : { pattern }
}

/** Lists the declared patterns, and last a pattern of hexadecimal digits of an allowed length. */
function idPatterns (schemas: readonly SchemaReference[]): string[] {
  const valuesOf = (keyword: 'pattern' | 'minLength' | 'maxLength') => schemas.map(schema => keywordOf(schema, keyword))
  const isNumber = (value: unknown) => typeof value === 'number'
  const least = Math.max(...valuesOf('minLength').filter(isNumber), 0)
  const most = Math.min(...valuesOf('maxLength').filter(isNumber), Infinity)
  const length = Math.min(most, Math.max(least, USUAL_LENGTH))
  return [...valuesOf('pattern').filter(pattern => typeof pattern === 'string'), `^[0-9a-f]{${length}}$`]
}
