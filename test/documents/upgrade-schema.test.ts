import t from 'tap'
import { narrowReadings } from '../../src/documents/narrow-readings.ts'
import { upgradeSchema } from '../../src/documents/upgrade-schema.ts'

const $ref = '#/components/schemas/A'

const UPGRADES: Array<[title: string, before: Record<string, unknown>, after: unknown]> = [
  ['nullable', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
  [
    'x-nullable of Swagger',
    { type: 'string', 'x-nullable': true },
    { type: ['string', 'null'], 'x-nullable': true }
  ],
  ['nullable: false', { type: 'string', nullable: false }, { type: 'string' }],
  [
    'nullable without a type, which allows null as it is',
    { properties: {}, nullable: true },
    { properties: {} }
  ],
  [
    'a nullable enum, which means null as well',
    { type: 'string', nullable: true, enum: ['a'] },
    { type: ['string', 'null'], enum: ['a', null] }
  ],
  [
    'a nullable reference',
    { $ref, nullable: true, description: 'x' },
    { description: 'x', anyOf: [{ $ref }, { type: 'null' }] }
  ],
  [
    'a nullable composition',
    { nullable: true, type: 'object', title: 'x', allOf: [{ $ref }] },
    { title: 'x', anyOf: [{ type: 'object', allOf: [{ $ref }] }, { type: 'null' }] }
  ],
  [
    'nullable alternatives',
    { nullable: true, anyOf: [{ $ref }] },
    { anyOf: [{ $ref }, { type: 'null' }] }
  ],
  [
    'what was ignored beside a reference',
    { $ref, type: 'string', maxLength: 1, description: 'x' },
    { $ref, description: 'x' }
  ],
  [
    'exclusiveMinimum and exclusiveMaximum',
    { minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: false },
    { exclusiveMinimum: 1, maximum: 2 }
  ],
  ['exclusiveMinimum without a minimum', { exclusiveMinimum: true }, {}],
  ['an example', { example: { nullable: true } }, { examples: [{ nullable: true }] }],
  [
    'the discriminator of Swagger',
    { discriminator: 'kind' },
    { discriminator: { propertyName: 'kind' } }
  ],
  ['a file', { type: 'file' }, { type: 'string', format: 'binary' }],
  ['items by their places', { items: [{ type: 'string' }] }, { prefixItems: [{ type: 'string' }] }]
]

for (const [title, before, after] of UPGRADES) {
  t.test(`it is upgraded: ${title}`, async t => {
    const schema = structuredClone(before)
    upgradeSchema({ value: schema, pointer: '/a' }, () => {})
    t.strictSame(schema, after)
  })
}

const NARROW: Array<[title: string, schema: Record<string, unknown>, narrow: unknown]> = [
  ['a nullable reference', { $ref, nullable: true, description: 'x' }, { $ref, description: 'x' }],
  ['a nullable reference of Swagger', { $ref, 'x-nullable': true }, { $ref, 'x-nullable': true }],
  ['a reference that is not nullable', { $ref, nullable: false }, { $ref, not: { type: 'null' } }],
  ['a nullable composition', { nullable: true, allOf: [{ $ref }] }, { allOf: [{ $ref }] }],
  ['nullable alternatives', { nullable: true, oneOf: [{ $ref }] }, { oneOf: [{ $ref }] }],
  ['a nullable enum without null', { type: 'string', nullable: true, enum: ['a'] }, { type: 'string', enum: ['a'] }],
  ['keywords beside a reference', { $ref, maxLength: 3, title: 'x' }, { $ref, title: 'x', maxLength: 3 }],
  [
    'schemas beside a reference',
    { $ref, properties: { a: { type: 'number', minimum: 1, exclusiveMinimum: true, nullable: true } } },
    { $ref, properties: { a: { type: ['number', 'null'], exclusiveMinimum: 1 } } }
  ],
  ['a nullable enum with null', { type: 'string', nullable: true, enum: ['a', null] }, undefined],
  ['a nullable type', { type: 'string', nullable: true }, undefined],
  ['a reference with what only describes it', { $ref, description: 'x', readOnly: true, 'x-a': 1 }, undefined]
]

for (const [title, schema, narrow] of NARROW) {
  t.test(`what fits both readings of ${title} is known`, async t => {
    upgradeSchema({ value: schema, pointer: '/a' }, () => {})
    t.strictSame(narrowReadings.get(schema), narrow)
  })
}

t.test('what goes into a part of its own is told', async t => {
  const moves: string[][] = []
  upgradeSchema({ value: { nullable: true, oneOf: [] }, pointer: '/a' }, (...move) => moves.push(move))
  t.same(moves, [['/a/anyOf/0', '/a']])
})
