import type { ErrorObject } from 'ajv/dist/2020.js'
import type { SchemaReference } from '../contract/contract.ts'
import { isObject } from '../contract/is-object.ts'
import { escapePointer, getByPointer } from '../contract/json-pointer.ts'
import { toPointer } from '../contract/resolve-ref.ts'
import { toSchemaDocument } from './schema-document.ts'
import { schemaValidator } from './schemas.ts'
import type { Validate } from './schemas.ts'

const validators = new WeakMap<object, Map<string, Validate>>()

/** The validators of the schemas within a keyword that failed; none where its place cannot be found. */
export function innerValidators (reference: SchemaReference, error: ErrorObject): Validate[] {
  const { keyword, schema, parentSchema } = error
  if (parentSchema === undefined) return []
  const keys = Array.isArray(schema) ? [...schema.keys()].map(index => `${keyword}/${index}`) : [keyword]
  const known = validators.get(parentSchema) ?? new Map<string, Validate>()
  validators.set(parentSchema, known)
  return keys.flatMap(key => {
    const validate = known.get(key) ?? createInner(reference, parentSchema, key)
    if (validate !== undefined) known.set(key, validate)
    return validate ?? []
  })
}

function createInner (reference: SchemaReference, parent: object, key: string): Validate | undefined {
  const parentPointer = findSchema(reference, parent)
  if (parentPointer === undefined) return undefined
  const pointer = `${parentPointer}/${key}`
  const schema = getByPointer(reference.document, pointer)
  return schemaValidator({ ...reference, pointer, definition: isObject(schema) ? schema : {} })
}

/** Where a schema stands that is reached from another; Ajv knows the object only. */
function findSchema (reference: SchemaReference, wanted: object): string | undefined {
  const document = toSchemaDocument(reference.document)
  const seen = new Set<unknown>()
  const waiting = [reference.pointer]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const value = getByPointer(document, at)
    if (value === wanted) return at
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    waiting.push(...listNext(document, value, at))
  }
  return undefined
}

function listNext (document: object, value: object, at: string): string[] {
  const next = Object.keys(value).map(name => `${at}/${escapePointer(name)}`)
  const target = '$ref' in value && typeof value.$ref === 'string' ? toPointer(value.$ref) : undefined
  if (target !== undefined && getByPointer(document, target) !== undefined) next.push(target)
  return next
}
