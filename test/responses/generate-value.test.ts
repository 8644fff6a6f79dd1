import t from 'tap'
import type { Test } from 'tap'
import { readContract } from '../../src/contract/read-contract.ts'
import { generatorOf } from '../../src/responses/generate-value.ts'
import { SchemaReader } from '../../src/responses/schema-reader.ts'
import { schemaValidator } from '../../src/schemas/schema-validator.ts'
import { schemaOf, testGenerated } from './generated.ts'
import type { GeneratedCase } from './generated.ts'
import { createWorld } from './orders.ts'

const TREE = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string' },
    children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
    parent: { $ref: '#/components/schemas/Tree' }
  }
}
const COMMON = { type: 'object', required: ['id'], properties: { id: { type: 'string', format: 'uuid' } } }

const SCHEMAS: readonly GeneratedCase[] = [
  [
    'an object with extensions, which are no members',
    {
      type: 'object',
      additionalProperties: false,
      'x-note': 'no member',
      externalDocs: { url: 'https://example.com' },
      properties: { a: { type: 'string', xml: { name: 'b' } } }
    }
  ],
  [
    'an object of extensions only',
    { 'x-inferred': { type: 'why' }, additionalProperties: false, type: 'object' }
  ],
  ['a tree', { $ref: '#/components/schemas/Tree' }, { Tree: TREE }],
  [
    'a list of trees, two at least',
    { type: 'array', minItems: 2, items: { $ref: '#/components/schemas/Tree' } },
    { Tree: TREE }
  ],
  [
    'a required recursion that has an end in a list',
    { $ref: '#/components/schemas/Node' },
    {
      Node: {
        type: 'object',
        required: ['next'],
        properties: { next: { type: 'array', items: { $ref: '#/components/schemas/Node' } } }
      }
    }
  ],
  [
    'a required recursion that has an end in an alternative',
    { $ref: '#/components/schemas/Node' },
    {
      Node: {
        type: 'object',
        required: ['next'],
        properties: { next: { oneOf: [{ $ref: '#/components/schemas/Node' }, { type: 'null' }] } }
      }
    }
  ],
  [
    'a map of itself',
    { $ref: '#/components/schemas/Map' },
    { Map: { type: 'object', additionalProperties: { $ref: '#/components/schemas/Map' } } }
  ],
  [
    'allOf with what stands beside it',
    {
      allOf: [
        { $ref: '#/components/schemas/Common' },
        {
          type: 'object',
          required: ['size'],
          properties: { size: { type: 'integer', minimum: 5_000 } }
        }
      ]
    },
    { Common: COMMON }
  ],
  [
    'a $ref with what stands beside it',
    {
      $ref: '#/components/schemas/Common',
      required: ['size'],
      properties: { size: { type: 'integer' } }
    },
    { Common: COMMON }
  ],
  [
    'a $ref with a description',
    { $ref: '#/components/schemas/Common', description: 'It says nothing more' },
    { Common: COMMON }
  ],
  [
    'a $ref whose name is escaped',
    { $ref: '#/components/schemas/Set~1Items/properties/%C3%A4' },
    { 'Set/Items': { type: 'object', properties: { ä: COMMON } } }
  ],
  [
    'oneOf with a discriminator',
    {
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
      discriminator: { propertyName: 'kind' }
    },
    {
      Cat: {
        type: 'object',
        required: ['kind', 'lives'],
        properties: { kind: { const: 'cat' }, lives: { type: 'integer', minimum: 1, maximum: 9 } }
      },
      Dog: { type: 'object', required: ['kind'], properties: { kind: { const: 'dog' } } }
    }
  ],
  [
    'one of two ranges that overlap',
    { oneOf: [{ type: 'number', minimum: 1 }, { type: 'number', maximum: 5 }] }
  ],
  [
    'one of closed objects, of which some have no members but those that they exclude',
    {
      oneOf: [
        { type: 'object', additionalProperties: false, allOf: [{ properties: { a: { type: 'string' } } }] },
        { type: 'object', additionalProperties: false, allOf: [{ properties: { b: { type: 'string' } } }] },
        { type: 'object', additionalProperties: false, allOf: [{ properties: { c: { type: 'string' } } }] },
        { type: 'object', additionalProperties: false, properties: { d: { type: 'string' } } }
      ]
    }
  ],
  [
    'a value or null',
    { anyOf: [{ $ref: '#/components/schemas/Common' }, { type: 'null' }] },
    { Common: COMMON }
  ],
  ['a number from a large one up', { type: 'number', minimum: 1_000_000 }],
  ['a number below a small one', { type: 'integer', maximum: -1_000_000 }],
  [
    'a number above an exclusive bound',
    { type: 'integer', exclusiveMinimum: 41, exclusiveMaximum: 43 }
  ],
  [
    "a number within JavaScript's bounds",
    { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }
  ],
  ['a multiple', { type: 'integer', multipleOf: 25_000, minimum: 1 }],
  ['a text of some length', { type: 'string', minLength: 50, maxLength: 60 }],
  ['a text that may be very long', { type: 'string', maxLength: 1_000_000 }],
  ['a text that must be empty', { type: 'string', maxLength: 0 }],
  ['a text of a pattern', { type: 'string', pattern: '^[A-Z]{3}-\\d{4}$' }],
  [
    'a list that may be very long',
    { type: 'array', maxItems: 100_000, items: { type: 'integer' } }
  ],
  [
    'a list of five unlike items',
    { type: 'array', minItems: 5, uniqueItems: true, items: { type: 'integer', examples: [1] } }
  ],
  ['an example that does not fit', { type: 'integer', minimum: 10, examples: [1] }],
  ['anything', {}],
  ['a long address of a format', { type: 'string', format: 'ipv6', minLength: 37 }],
  ['an address of a format and a pattern', { type: 'string', format: 'ipv4', pattern: '^[1-9]\\d\\.' }],
  ['a format and a pattern', { type: 'string', format: 'duration', pattern: 'M' }],
  ...[
    'uuid',
    'date-time',
    'date',
    'time',
    'duration',
    'email',
    'uri',
    'uri-template',
    'hostname',
    'ipv4',
    'ipv6',
    'byte',
    'regex',
    'json-pointer',
    'relative-json-pointer'
  ].map(format => [`the format ${format}`, { type: 'string', format }] as const)
]

testGenerated(SCHEMAS)

t.test('the examples of a schema serve, unless all is left to chance', async t => {
  const generate = generatorOf(
    schemaOf({
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string', examples: ['Ada'] },
        nick: { type: 'string', example: 'Countess' }
      }
    })
  )
  t.same(generate(createWorld(), 'examples').value, { name: 'Ada', nick: 'Countess' })
  t.not((generate(createWorld(), 'chance').value as { name: string }).name, 'Ada')  // the schema says so
})

const BESIDE: Array<[title: string, schema: object, narrow: object]> = [
  ['nullable', { nullable: true }, { type: 'object' }],
  ['an enum', { enum: [{ id: 1 }, { id: 2 }] }, { enum: [{ id: 1 }, { id: 2 }] }],
  ['further members', { required: ['of'], properties: { of: { enum: ['me'] } } }, { required: ['id', 'of'] }],
  ['an enum that excludes all', { enum: ['a'] }, { type: 'object' }],
  ['a type that excludes all', { type: 'string' }, { type: 'object' }]
]

for (const [title, beside, narrow] of BESIDE) {
  t.test(`with ${title} beside a reference of OpenAPI 3.0, values fit both readings where any can`, async t => {
    const Thing = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } }
    const schema = { ...beside, $ref: '#/components/schemas/Thing' }
    const content = { 'application/json': { schema: { type: 'array', minItems: 1, items: schema } } }
    const document = {
      openapi: '3.0.3',
      info: { title: 'T', version: '1' },
      paths: { '/a': { get: { responses: { 200: { description: '', content } } } } },
      components: { schemas: { Thing } }
    }
    const { operations } = await readContract(JSON.stringify(document), { file: 't.json', name: 't' })
    const reference = operations[0]?.responses[0]?.content[0]?.schema
    if (reference === undefined) throw new Error('no schema')
    const generate = generatorOf(reference)
    const world = createWorld()
    for (let count = 0; count < 50; count++) {
      const { value, fits } = generate(world, 'chance')
      t.ok(fits)
      t.same(schemaValidator(schemaOf({ items: { ...Thing, ...narrow } }))(value), undefined, JSON.stringify(value))
    }
  })
}

t.test('a schema that nothing fits still gets a value, which the check of answers will report', async t => {
  for (const schema of [false, { type: 'integer', minimum: 2, maximum: 1 }, { not: {} }]) {
    t.doesNotThrow(() => generatorOf(schemaOf(schema))(createWorld(), 'examples'), JSON.stringify(schema))
  }
})

t.test('where the parts of a schema exclude each other, there is the value that was probably meant', async t => {
  const closed = { type: 'object', additionalProperties: false, properties: { id: { type: 'integer', example: 1 } } }
  const meant = schemaOf({
    allOf: [
      closed,
      {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string', example: 'Ada' } }
      }
    ]
  })
  t.same(generatorOf(meant)(createWorld(), 'examples'), { value: { id: 1, name: 'Ada' }, fits: false })

  t.match(generatorOf(schemaOf({ type: 'string', enum: [[1]] }))(createWorld(), 'examples'), {
    value: String,
    fits: false
  })
  t.match(
    generatorOf(schemaOf({ allOf: [{ type: 'integer' }, { type: 'string' }] }))(
      createWorld(),
      'examples'
    ),
    { value: Number, fits: false }
  )
  t.match(
    generatorOf(
      schemaOf({ type: 'object', required: ['a', 'b'], properties: { a: false, b: { const: 2 } } })
    )(createWorld(), 'examples'),
    { value: { b: 2 }, fits: false }
  )

  const endless = {
    Node: {
      type: 'object',
      required: ['next', 'name'],
      properties: { name: { const: 'a' }, next: { $ref: '#/components/schemas/Node' } }
    }
  }
  t.match(
    generatorOf(schemaOf({ $ref: '#/components/schemas/Node' }, endless))(
      createWorld(),
      'examples'
    ),
    { value: { name: 'a', next: { name: 'a' } }, fits: false }
  )
})

/** Returns how many schemas are read for a value of a chain of schemas, each an alternative of the one before. */
function countRead (t: Test, keyword: 'anyOf' | 'oneOf', others: readonly unknown[], length: number): number {
  const schemas: Record<string, unknown> = { [`S${length}`]: { type: 'string' } }
  for (let index = 0; index < length; index++) {
    schemas[`S${index}`] = { [keyword]: [{ $ref: `#/components/schemas/S${index + 1}` }, ...others] }
  }
  const generate = generatorOf(schemaOf(schemas.S0, schemas))
  const reads = t.capture(SchemaReader.prototype, 'lay', SchemaReader.prototype.lay)
  const { value } = generate(createWorld(), 'chance')
  let read = 0
  for (const call of reads()) read += 'returned' in call ? call.returned?.facets.length ?? 0 : 0
  reads.restore()
  if (others.length === 0) t.type(value, 'string')
  return read
}

for (const keyword of ['anyOf', 'oneOf'] as const) {
  t.test(`a chain of lone alternatives by ${keyword} is read once`, async t => {
    for (const length of [10, 500, 2_000]) t.ok(countRead(t, keyword, [], length) <= 2 * length + 2, String(length))
  })

  t.test(`a chain of alternatives by ${keyword} is read within a bound`, async t => {
    for (const length of [2_000, 3_000]) t.ok(countRead(t, keyword, [false], length) < 3_000_000, String(length))
  })
}
