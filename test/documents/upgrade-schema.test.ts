import t from 'tap'
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

t.test('what goes into a part of its own is told', async t => {
  const moves: string[][] = []
  upgradeSchema({ value: { nullable: true, oneOf: [] }, pointer: '/a' }, (...move) => moves.push(move))
  t.same(moves, [['/a/anyOf/0', '/a']])
})
