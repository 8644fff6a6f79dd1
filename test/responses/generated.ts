import t from 'tap'
import type { Operation, SchemaReference } from '../../src/contract/contract.ts'
import { generatorOf } from '../../src/responses/generate-value.ts'
import { schemaValidator } from '../../src/schemas/schema-validator.ts'
import { createWorld, named, operationsOf } from './orders.ts'

type Schemas = Readonly<Record<string, unknown>>

/** A schema whose generated values must fit, with those that it refers to. */
export type GeneratedCase = readonly [title: string, schema: unknown, schemas?: Schemas]

type IsRight = (value: unknown) => boolean

/** Tests that values fit their schemas, by the validator and by what else is asked of them. */
export function testGenerated (cases: readonly GeneratedCase[], isRight: IsRight = () => true): void {
  for (const [title, schema, schemas] of cases) {
    t.test(`values are made of ${title}, and fit`, async t => {
      const reference = schemaOf(schema, schemas)
      const generate = generatorOf(reference)
      const validate = schemaValidator(reference)
      const world = createWorld()
      for (let count = 0; count < 20; count++) {
        const { value } = generate(world, count % 2 === 0 ? 'examples' : 'chance')
        const errors = validate(value)
        if (errors !== undefined) {
          return t.fail(`${JSON.stringify(value)}: ${errors[0]?.instancePath} ${errors[0]?.message}`)
        }
        if (!isRight(value)) return t.fail(JSON.stringify(value))
        if (JSON.stringify(value).length > 20_000) return t.fail('it is far too large')
      }
    })
  }
}

/** Returns a reference to a schema, which may refer to those given beside it. */
export function schemaOf (schema: unknown, schemas: Schemas = {}): SchemaReference {
  const document = {
    openapi: '3.1.1',
    info: { title: 'T', version: '1' },
    paths: {
      '/a': {
        get: {
          operationId: 'a',
          responses: { 200: { description: '', content: { 'application/json': { schema } } } }
        }
      }
    },
    components: { schemas }
  }
  const operation: Operation = named(operationsOf(JSON.stringify(document)), 'a')
  const reference = operation.responses[0]?.content[0]?.schema
  if (reference === undefined) throw new Error('no schema')
  return reference
}
