import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import t from 'tap'
import { isObject } from '../../src/documents/is-object.ts'
import { downgradeDocument } from '../../src/downgrades/downgrade-document.ts'

/** Values of every kind, among which each schema below tells some apart. */
const VALUES: readonly unknown[] = [
  null, true, false, 0, 1, 2, 3, 5, 9, 10, 1.5, -1, '', 'a', 'abc', 'thing', [], [1], ['a'], ['a', 1], ['a', 'b'],
  [1, 2, 3], [null], {}, { a: 1 }, { a: 'x' }, { b: 1 }, { a: 1, b: 1 }, { a: 1, b: 'x' },
  { c: null }, { kind: 'thing' },
  { kind: 'thing', size: 1 }, { kind: 'other' }, { kind: 'other', note: null }, { 'x-a': 1 }, { 'x-a': 'a' }
]

/** Schemas that mean the same in OpenAPI 3.0, in other words. */
const SAME: ReadonlyArray<[title: string, schema: unknown]> = [
  ['true', true],
  ['false', false],
  ['a type and null', { type: ['string', 'null'], minLength: 2 }],
  ['null and a type', { type: ['null', 'object'], required: ['a'] }],
  ['null alone', { type: 'null' }],
  ['null in a list of types', { type: ['null'] }],
  ['several types', { type: ['string', 'integer'], minLength: 2, minimum: 2 }],
  ['several types and null', { type: ['array', 'object', 'null'], items: { type: 'integer' }, required: ['a'] }],
  ['an integer that is a number', { type: ['integer', 'number'] }],
  ['several types beside alternatives', { type: ['string', 'integer'], anyOf: [{ const: 'a' }, { const: 1 }, {}] }],
  ['a list of anything', { type: 'array' }],
  ['a list of nothing', { type: 'array', items: false }],
  ['const', { const: 'thing' }],
  ['const null', { const: null }],
  ['const among values', { const: 'a', enum: ['a', 'abc'] }],
  ['const not among values', { const: 'a', enum: ['abc'] }],
  ['const of an object', { const: { a: 1 } }],
  ['values with null', { enum: ['a', null] }],
  ['values with null, and the types', { type: ['string', 'null'], enum: ['a', null] }],
  ['values without the null of the types', { type: ['string', 'null'], enum: ['a'] }],
  ['values without the only type', { type: 'null', enum: ['a'] }],
  ['values of several types', { enum: ['a', 1, true, null, {}] }],
  ['limits', { exclusiveMinimum: 1, exclusiveMaximum: 9 }],
  ['limits beside narrower ones', { exclusiveMinimum: 1, minimum: 2, exclusiveMaximum: 9, maximum: 5 }],
  ['limits beside wider ones', { exclusiveMinimum: 2, minimum: 1, exclusiveMaximum: 5, maximum: 9 }],
  ['limits that are the same', { exclusiveMinimum: 1, minimum: 1, exclusiveMaximum: 9, maximum: 9 }],
  ['if and then', { if: { required: ['a'] }, then: { required: ['b'] } }],
  ['if and else', { if: { required: ['a'] }, else: { required: ['b'] } }],
  ['if, then and else', { if: { type: 'string' }, then: { minLength: 2 }, else: { type: ['integer', 'null'] } }],
  ['then false', { if: { type: 'string' }, then: false }],
  ['if with const', {
    if: { properties: { kind: { const: 'thing' } }, required: ['kind'] },
    then: { required: ['size'] },
    else: { required: ['note'] }
  }],
  ['if beside alternatives', {
    anyOf: [{ type: 'string' }, { type: 'object' }],
    if: { type: 'string' },
    then: { minLength: 2 }
  }],
  ['dependentRequired', { dependentRequired: { a: ['b'], kind: [] } }],
  ['dependentSchemas', { dependentSchemas: { a: { required: ['b'] }, kind: false } }],
  ['dependencies', { dependencies: { a: ['b'], kind: { required: ['size'] } } }],
  ['contains', { contains: { type: 'integer' } }],
  ['contains, of which none is needed', { contains: { type: 'integer' }, minContains: 0 }],
  ['unevaluated members', { properties: { a: {} }, unevaluatedProperties: false }],
  ['unevaluated items', { unevaluatedItems: { type: 'integer' } }],
  ['one position', { prefixItems: [{ type: 'string' }], maxItems: 1 }],
  ['not null', { not: { type: 'null' } }],
  ['alternatives with null', { oneOf: [{ type: 'string' }, { type: 'null' }] }],
  ['members that are booleans', { properties: { a: true, b: false } }],
  ['a reference with keywords beside it', { $ref: '#/components/schemas/Text', minLength: 2 }],
  ['a reference into a schema', { $ref: '#/components/schemas/Holder/properties/inner/items' }],
  ['a reference to a definition', {
    $defs: { a: { type: ['string', 'null'] } },
    $ref: '#/components/schemas/S/$defs/a'
  }],
  ['a schema that contains itself', {
    type: 'object',
    additionalProperties: { anyOf: [{ $ref: '#/components/schemas/S' }, { type: 'null' }] }
  }]
]

/** Schemas that OpenAPI 3.0 has no words for, so that more is accepted. */
const WIDER: ReadonlyArray<[title: string, schema: Record<string, unknown>, keyword: string]> = [
  ['positions', { prefixItems: [{ type: 'string' }, { type: 'integer' }] }, 'prefixItems'],
  ['positions and no more', { prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false }, 'prefixItems'],
  ['names by their form', { patternProperties: { '^x-': { type: 'string' } } }, 'patternProperties'],
  [
    'names by their form only',
    { patternProperties: { '^x-': { type: 'string' } }, additionalProperties: false },
    'patternProperties'
  ],
  ['names', { propertyNames: { maxLength: 1 } }, 'propertyNames'],
  ['a number of items', { contains: { type: 'integer' }, minContains: 2 }, 'minContains'],
  ['at most a number of items', { contains: { type: 'integer' }, maxContains: 1 }, 'maxContains'],
  [
    'unevaluated members of several schemas',
    { allOf: [{ properties: { a: {} } }], unevaluatedProperties: false },
    'unevaluatedProperties'
  ]
]

for (const [title, schema] of SAME) {
  t.test(`${title}: the same values are accepted`, async t => {
    const { accepts, losses } = downgraded(schema)
    const before = original(schema)
    t.same(losses, [])
    for (const value of VALUES) t.equal(accepts(value), before(value), JSON.stringify(value))
  })
}

for (const [title, schema, keyword] of WIDER) {
  t.test(`${title}: what was accepted still is, and the loss is told`, async t => {
    const { accepts, losses } = downgraded(schema)
    const before = original(schema)
    t.same(losses.map(({ pointer }) => pointer), [`/components/schemas/S/${keyword}`])
    for (const value of VALUES.filter(before)) t.ok(accepts(value), JSON.stringify(value))
  })
}

function documentOf (schema: unknown): object {
  const schemas = {
    Text: { type: 'string' },
    Holder: { type: 'object', properties: { inner: { type: 'array', items: { type: ['string', 'null'] } } } },
    S: schema
  }
  return { openapi: '3.1.1', info: {}, paths: {}, components: { schemas } }
}

type Accepts = (value: unknown) => boolean

function original (schema: unknown): Accepts {
  const ajv = new Ajv2020({ strict: false })
  ajv.addSchema(documentOf(schema), 'doc')
  const validate = ajv.compile({ $ref: 'doc#/components/schemas/S' })
  return value => validate(value)
}

/** Reads a downgraded schema by a validator of an older draft, which knows `nullable`. */
function downgraded (schema: unknown) {
  const { document, losses } = downgradeDocument(documentOf(schema), '3.0.3')
  const ajv = new Ajv({ strict: false })
  ajv.addSchema(withDraft7Limits(document), 'doc')
  const validate = ajv.compile({ $ref: 'doc#/components/schemas/S' })
  const accepts: Accepts = value => validate(value)
  return { accepts, losses }
}

function withDraft7Limits (value: unknown): object {
  if (Array.isArray(value)) return value.map(item => isObject(item) ? withDraft7Limits(item) : item)
  if (!isObject(value)) return {}
  const members: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) {
    members[name] = typeof member === 'object' && member !== null ? withDraft7Limits(member) : member
  }
  if (value.exclusiveMinimum === true) Object.assign(members, { exclusiveMinimum: value.minimum, minimum: -Infinity })
  if (value.exclusiveMaximum === true) Object.assign(members, { exclusiveMaximum: value.maximum, maximum: Infinity })
  if (members.minimum === -Infinity) delete members.minimum
  if (members.maximum === Infinity) delete members.maximum
  return members
}
