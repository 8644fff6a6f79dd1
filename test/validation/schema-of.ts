import type { OpenApiDocument, SchemaReference } from '../../src/contract/contract.ts'
import { listUnusable, schemaValidator } from '../../src/schemas/schema-validator.ts'
import { toViolations } from '../../src/schemas/to-violations.ts'
import type { Direction } from '../../src/schemas/schema-variant.ts'

/** A schema of a document that holds it and others, by name. */
export function schemaOf (schema: unknown, schemas: object = {}): SchemaReference {
  // What is tried here is what documents really hold.
  const document = {
    openapi: '3.1.0',
    info: { title: 'x', version: '1' },
    paths: {},
    components: { schemas: { ...schemas, It: schema } }
  } as OpenApiDocument
  return { contract: 'x', document, pointer: '/components/schemas/It', definition: {} }
}

/** What is wrong with a value, without the name of the part. */
export function wrongWith (value: unknown, reference: SchemaReference, direction?: Direction): string[] {
  const errors = schemaValidator(reference, direction)(value) ?? []
  const { violations } = toViolations(errors, reference, { location: { in: 'body', pointer: '' }, max: 20 })
  return violations.map(({ message }) => message.replace(/^body /, ''))
}

/** What is left out of a schema because it cannot be used. */
export function unusableIn (reference: SchemaReference): string[] {
  schemaValidator(reference)(undefined)
  return listUnusable({ document: reference.document, pointer: '' }).map(
    ({ pointer, message }) => `${pointer.replace(/^\/components\/schemas\//, '')} ${message}`
  )
}
