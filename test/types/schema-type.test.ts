import t from 'tap'
import type { OpenApiDocument } from '../../src/contract/contract.ts'
import { schemaType } from '../../src/types/schema-type.ts'
import { TypeNames } from '../../src/types/type-names.ts'

const document = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  paths: {},
  components: {
    schemas: {
      Order: { type: 'object' },
      'order-line.v2': {},
      Loop: { anyOf: [{ $ref: '#/components/schemas/Other' }, { type: 'string' }] },
      Other: { allOf: [{ $ref: '#/components/schemas/Loop' }] }
    }
  }
} as OpenApiDocument

const written: ReadonlyArray<{ schema: unknown, type: string }> = [
  { schema: {}, type: 'unknown' },
  { schema: true, type: 'unknown' },
  { schema: false, type: 'never' },
  { schema: undefined, type: 'unknown' },
  { schema: { type: 'string', format: 'uuid', minLength: 1 }, type: 'string' },
  { schema: { type: 'integer' }, type: 'number' },
  { schema: { type: ['string', 'null'] }, type: 'string | null' },
  { schema: { type: 'boolean', nullable: true }, type: 'boolean | null' },
  { schema: { enum: ['a', "it's", '"\\', 1, true, null] }, type: "'a' | 'it\\'s' | '\"\\\\' | 1 | true | null" },
  { schema: { const: 'on' }, type: "'on'" },
  { schema: { type: 'array', items: { type: 'string' } }, type: 'string[]' },
  { schema: { type: 'array', items: { type: ['string', 'null'] } }, type: 'Array<string | null>' },
  { schema: { type: 'array' }, type: 'unknown[]' },
  { schema: { prefixItems: [{ type: 'string' }, { type: 'number' }], items: false }, type: '[string, number]' },
  { schema: { prefixItems: [{ type: 'string' }], items: { type: 'number' } }, type: '[string, ...number[]]' },
  { schema: { type: 'object' }, type: 'Record<string, unknown>' },
  { schema: { type: 'object', additionalProperties: false }, type: 'Record<string, never>' },
  { schema: { type: 'object', additionalProperties: { type: 'number' } }, type: '{\n  [member: string]: number\n}' },
  { schema: { patternProperties: { '^x-': { type: 'string' } } }, type: '{\n  [member: string]: string\n}' },
  {
    schema: { properties: { a: { type: 'string' }, 'b-c': {} }, required: ['a'] },
    type: "{\n  a: string\n  'b-c'?: unknown\n}"
  },
  {
    schema: { properties: { a: { description: 'What */ is\n it' } }, additionalProperties: true },
    type: '{\n  /** What *\\/ is it */\n  a?: unknown\n  [member: string]: unknown\n}'
  },
  { schema: { required: ['a'] }, type: '{\n  a: unknown\n}' },
  { schema: { $ref: '#/components/schemas/Order' }, type: 'ShopOrder' },
  { schema: { $ref: '#/components/schemas/order-line.v2' }, type: 'ShopOrderLineV2' },
  { schema: { $ref: '#/nowhere' }, type: 'unknown' },
  { schema: { $ref: 'other.yaml#/a' }, type: 'unknown' },
  { schema: { $ref: '#/components/schemas/Order', required: ['id'] }, type: 'ShopOrder & {\n  id: unknown\n}' },
  {
    schema: { allOf: [{ $ref: '#/components/schemas/Order' }, { oneOf: [{ type: 'string' }, { type: 'null' }] }] },
    type: 'ShopOrder & (string | null)'
  },
  {
    schema: { anyOf: [{ allOf: [{ $ref: '#/components/schemas/Order' }, { required: ['a'] }] }, { type: 'null' }] },
    type: '(ShopOrder & {\n  a: unknown\n}) | null'
  },
  { schema: { type: 'object', anyOf: [{ $ref: '#/components/schemas/Order' }, {}] }, type: 'unknown' },
  { schema: { oneOf: [{ const: ' | ' }, { const: 'b' }], type: 'string' }, type: "string & (' | ' | 'b')" }
]

for (const { schema, type } of written) {
  t.test(`${JSON.stringify(schema) ?? 'nothing'} is ${type.replaceAll('\n', ' ')}`, async t => {
    t.equal(schemaType(schema, context()), type)
  })
}

t.test('a type is never only itself, which the compiler would refuse', async t => {
  const at = (name: string) => ({ ...context(), self: `/components/schemas/${name}` })

  t.equal(schemaType({ anyOf: [{ $ref: '#/components/schemas/Other' }, { type: 'string' }] }, at('Loop')), 'unknown')
  t.equal(schemaType({ type: 'array', items: { $ref: '#/components/schemas/Loop' } }, at('Loop')), 'ShopLoop[]')
})

t.test('schemas of one name have types of their own', async t => {
  const names = new TypeNames(['ShopOrder'])
  const source = { name: 'shop', document }

  t.equal(names.of(source, '/components/schemas/Order'), 'ShopOrder2')
  t.equal(names.of(source, '/components/schemas/Order'), 'ShopOrder2')
  t.equal(names.of(source, '/components/schemas/order'), 'ShopOrder3')
  t.equal(names.of({ name: '2-go', document }, '/$defs/a~1b'), 'T2GoAB')
})

function context () {
  return { source: { name: 'shop', document }, names: new TypeNames([]) }
}
