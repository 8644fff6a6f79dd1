import t from 'tap'
import type { OpenApiDocument } from '../../src/contract/contract.ts'
import { isObject } from '../../src/contract/is-object.ts'
import { BoundedSchemas } from '../../src/responses/bounded-schema.ts'

function schemasOf (schemas: Readonly<Record<string, unknown>>): BoundedSchemas {
  // Only what `$ref`s lead to is looked at.
  return new BoundedSchemas({ components: { schemas } } as unknown as OpenApiDocument)
}

/** How many times a `$ref` can be followed, by the first way that leads on. */
function depthOf (schemas: BoundedSchemas, value: unknown): number {
  if (Array.isArray(value)) return Math.max(0, ...value.map(item => depthOf(schemas, item)))
  if (!isObject(value)) return 0
  if (typeof value.$ref === 'string') return 1 + depthOf(schemas, schemas.resolve(value.$ref))
  return depthOf(schemas, Object.values(value))
}

t.test('a schema that may contain itself does so a few times at most', async t => {
  const node = { $ref: '#/components/schemas/Node' }
  const containers: ReadonlyArray<readonly [title: string, schema: unknown]> = [
    ['a member', { properties: { child: node, name: { type: 'string' } } }],
    ['the items of a list', { properties: { children: { type: 'array', items: node } }, required: ['children'] }],
    ['any further member', { additionalProperties: node }],
    ['an alternative', { properties: { child: { anyOf: [node, { type: 'null' }] } }, required: ['child'] }]
  ]
  for (const [title, Node] of containers) {
    const schemas = schemasOf({ Node })
    const depth = depthOf(schemas, schemas.at('/components/schemas/Node'))
    t.ok(depth >= 2 && depth <= 6, `as ${title}: ${depth}`)
  }
})

t.test('one that must contain itself ends all the same', async t => {
  const schemas = schemasOf({ Node: { properties: { child: { $ref: '#/components/schemas/Node' } }, required: ['child'] } })
  t.ok(depthOf(schemas, schemas.at('/components/schemas/Node')) < 20)
})

t.test('a $ref that leads out of the document or nowhere allows anything', async t => {
  const schemas = schemasOf({ A: { $ref: 'other.yaml#/A' }, B: { $ref: '#/components/schemas/None' } })
  t.same(schemas.at('/components/schemas/A'), {})
  t.equal(depthOf(schemas, schemas.at('/components/schemas/B')), 1)
})

t.test('each schema is made once', async t => {
  const schemas = schemasOf({ A: { type: 'string' } })
  t.equal(schemas.at('/components/schemas/A'), schemas.at('/components/schemas/A'))
})
