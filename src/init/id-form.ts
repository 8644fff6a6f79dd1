import type { SchemaReference } from '../contract/contract.ts'
import { textsLike } from '../simulation/texts-like.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import { Random } from '../worlds/random.ts'
import { pathParts } from './path-parts.ts'
import { keywordOf, typeOf } from './types-of.ts'
import type { Thing } from './thing.ts'

type Json = Record<string, unknown>

/** What an id of a length in between looks like, where the document says no more of it than its length. */
const USUAL_LENGTH = 24

/** How new ids are made, in the words of `id`: by counting up, as UUIDs, or like the pattern of the member or of the path's parameter. */
export function idForm ({ collection, create, id, idIsGiven }: Thing): Json {
  if (id === undefined) return {}
  const type = typeOf(id.schema)
  // What the client always chooses is shown as it was given.
  if (type === 'string' && idIsGiven && (id.required || pathParts(create).id !== undefined)) return {}
  if (type !== 'string') {
    const minimum = keywordOf(id.schema, 'minimum')
    return { format: 'integer', ...typeof minimum === 'number' && minimum > 1 && { from: Math.ceil(minimum) } }
  }
  const parameter = collection.read?.parameters.find(({ in: place, name }) => place === 'path' && name === collection.id)?.schema
  const schemas = [id.schema, ...parameter === undefined ? [] : [parameter]]
  const random = new Random('ids')
  if (schemas.every(schema => fits(schema, random.uuid()))) return { format: 'uuid' }
  const pattern = patternsOf(schemas).find(pattern => {
    const make = textsLike(pattern)
    return make !== undefined && schemas.every(schema => fits(schema, make(random)))
  })
  return pattern === undefined ? { format: 'uuid' } : { pattern }
}

function patternsOf (schemas: readonly SchemaReference[]): string[] {
  const patterns = schemas.map(schema => keywordOf(schema, 'pattern')).filter(pattern => typeof pattern === 'string')
  const [least, most] = [Math.max(...numbers(schemas, 'minLength'), 0), Math.min(...numbers(schemas, 'maxLength'), Infinity)]
  const length = Math.min(most, Math.max(least, USUAL_LENGTH))
  return [...patterns, `^[0-9a-f]{${length}}$`]
}

function numbers (schemas: readonly SchemaReference[], keyword: 'minLength' | 'maxLength'): number[] {
  return schemas.map(schema => keywordOf(schema, keyword)).filter(value => typeof value === 'number')
}

function fits (schema: SchemaReference, value: string): boolean {
  try {
    return schemaValidator(schema)(value) === undefined
  } catch {
    // What a schema that cannot be compiled asks for is not known.
    return true
  }
}
