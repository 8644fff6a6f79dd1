import t from 'tap'
import { createRequestValidator } from '../../src/validation/request-validator.ts'
import { operationOf } from '../validation/operation-of.ts'

const SCHEMAS = {
  Cat: {
    type: 'object',
    required: ['kind', 'lives'],
    properties: { kind: { const: 'cat' }, lives: { type: 'integer' } }
  },
  Dog: {
    type: 'object',
    required: ['kind', 'bark'],
    properties: { kind: { const: 'dog' }, bark: { type: 'string' } }
  },
  Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] },
  Tree: {
    type: 'object',
    properties: {
      name: { type: 'string' },
      children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } }
    }
  }
}
const PET = SCHEMAS.Pet
const NAMED_PET = {
  ...PET,
  discriminator: {
    propertyName: 'kind',
    mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' }
  }
}

function violationsOf (schema: object, value: unknown) {
  const operation = operationOf(
    { requestBody: { content: { 'application/json': { schema } } } },
    { components: { schemas: SCHEMAS } }
  )
  const reading = createRequestValidator(operation)({
    path: {},
    query: '',
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(value))
  })
  return reading.kind === 'valid' ? [] : reading.violations
}

const property = (a: object) => ({ type: 'object', properties: { a } })

const WORDING: Array<[schema: object, value: unknown, messages: string[]]> = [
  [property({ type: 'string' }), { a: 1 }, ['body /a must be a string, but is 1']],
  [
    property({ type: ['string', 'null'] }),
    { a: [1] },
    ['body /a must be a string or null, but is [1]']
  ],
  [property({ type: 'boolean' }), { a: 'true' }, ['body /a must be true or false, but is "true"']],
  [{ type: 'object' }, [], ['body must be an object, but is []']],
  [
    { type: 'array', items: { type: 'string', format: 'uuid' } },
    ['abc'],
    ['body /0 must be a uuid, but is "abc"']
  ],
  [
    property({ format: 'uuid' }),
    { a: 'urn:uuid:3fa85f64-5717-4562-b3fd-2c963f66afa6' },
    ['body /a must be a uuid, but is "urn:uuid:3fa85f64-5717-4562-b3fd-2c963f66afa6"']
  ],
  [
    property({ format: 'date-time' }),
    { a: '2026-01-01' },
    ['body /a must be an instant such as 2026-01-31T12:00:00Z, but is "2026-01-01"']
  ],
  [property({ format: 'uri' }), { a: 'x' }, ['body /a must be a URI, but is "x"']],
  [property({ format: 'uint8' }), { a: 256 }, ['body /a must be an unsigned integer of 8 bits, but is 256']],
  [property({ format: 'int16' }), { a: 1e5 }, ['body /a must be an integer of 16 bits, but is 100000']],
  [
    property({ enum: ['OrderItem', 'Payment', 'Customer'] }),
    { a: 'Paymnet' },
    ['body /a must be one of "Payment", "OrderItem", "Customer", but is "Paymnet"']
  ],
  [
    property({ enum: [...Array(12).keys()] }),
    { a: 'x' },
    ['body /a must be one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more, but is "x"']
  ],
  [property({ const: 'x' }), { a: 'y' }, ['body /a must be "x", but is "y"']],
  [property({ pattern: '^a+$' }), { a: 'b' }, ['body /a must match the pattern ^a+$, but is "b"']],
  [property({ minimum: 1 }), { a: 0 }, ['body /a must be at least 1, but is 0']],
  [property({ exclusiveMaximum: 1 }), { a: 1 }, ['body /a must be less than 1, but is 1']],
  [property({ multipleOf: 2 }), { a: 3 }, ['body /a must be a multiple of 2, but is 3']],
  [property({ minLength: 1 }), { a: '' }, ['body /a must have at least 1 character, but has 0']],
  [property({ maxLength: 2 }), { a: '𝒳𝒳𝒳' }, ['body /a must have at most 2 characters, but has 3']],
  [property({ maxItems: 2 }), { a: [1, 2, 3] }, ['body /a must have at most 2 items, but has 3']],
  [
    property({ prefixItems: [{}], items: false }),
    { a: [1, 2] },
    ['body /a must have at most 1 item, but has 2']
  ],
  [property({ minProperties: 1 }), { a: {} }, ['body /a must have at least 1 member, but has 0']],
  [
    property({ uniqueItems: true }),
    { a: [1, 2, 1] },
    ['body /a must have unique items (0 and 2 are equal), but is [1,2,1]']
  ],
  [
    property({ contains: { type: 'string' } }),
    { a: [1, 2] },
    ['body /a must contain at least 1 item of the described kind, but is [1,2]']
  ],
  [
    { required: ['AccessToken', 'a/b'] },
    {},
    ['body /AccessToken is required, but is missing', 'body /a~1b is required, but is missing']
  ],
  [{ dependentRequired: { a: ['b'] } }, { a: 1 }, ['body /b is required, but is missing']],
  [
    { properties: { EntityType: {} }, additionalProperties: false },
    { EntityTyp: 1 },
    ['body /EntityTyp must not be present (did you mean "EntityType"?), but is 1']
  ],
  [
    { allOf: [{ properties: { a: {} } }], unevaluatedProperties: false },
    { a: 1, zebra: 2 },
    ['body /zebra must not be present, but is 2']
  ],
  [
    { propertyNames: { pattern: '^a' } },
    { b: 1 },
    ['body /b must have a name that is allowed here, but is "b"']
  ],
  [{ properties: { a: false } }, { a: 1 }, ['body /a must not be present, but is 1']],
  [{ not: { type: 'string' } }, 'x', ['body must not match what its schema excludes, but is "x"']],
  [
    { if: { required: ['a'] }, then: { required: ['b'] }, else: { required: ['c'] } },
    { a: 1 },
    ['body /b is required, but is missing']
  ],
  // Alternatives: only what helps.
  [
    property({ anyOf: [{ type: 'string' }, { type: 'null' }] }),
    { a: 1 },
    ['body /a must be a string or null, but is 1']
  ],
  [
    property({ oneOf: [{ type: 'string' }, { minLength: 1 }] }),
    { a: 'x' },
    ['body /a must match only one of its alternatives, but is "x"']
  ],
  [
    property({ oneOf: [{ type: 'string', maxLength: 1 }, { type: 'integer' }] }),
    { a: 'xy' },
    ['body /a must have at most 1 character, but has 2']
  ],
  [PET, { kind: 'dog', lives: 9 }, ['body /bark is required, but is missing']],
  [
    { $ref: '#/components/schemas/Pet' },
    { kind: 'dog', lives: 9 },
    ['body /bark is required, but is missing']
  ],
  [
    property({ $ref: '#/components/schemas/Pet' }),
    { a: { kind: 'dog' } },
    ['body /a/bark is required, but is missing']
  ],
  [
    property({
      oneOf: [
        { $ref: '#/components/schemas/Pet' },
        { type: 'array', items: { $ref: '#/components/schemas/Pet' } }
      ]
    }),
    { a: [{ kind: 'dog' }] },
    ['body /a/0/bark is required, but is missing']
  ],
  [
    property({ anyOf: [false, { type: 'string' }] }),
    { a: 1 },
    ['body /a must be a string, but is 1']
  ],
  [PET, 5, ['body must be an object, but is 5']],
  [
    { type: 'array', items: PET },
    [{ kind: 'cat', lives: 1 }, { kind: 'cat', lives: 'x' }, 'x'],
    ['body /1/lives must be an integer, but is "x"', 'body /2 must be an object, but is "x"']
  ],
  [NAMED_PET, { kind: 'cat' }, ['body /lives is required, but is missing']],
  [NAMED_PET, { kind: 'cow' }, ['body /kind must be one of "cat", "dog", but is "cow"']],
  [
    {
      type: 'object',
      properties: { a: { anyOf: [{ type: 'string' }, PET] }, b: { type: 'integer' } }
    },
    { a: { kind: 'cat' }, b: 'x' },
    ['body /a/lives is required, but is missing', 'body /b must be an integer, but is "x"']
  ],
  [
    { $ref: '#/components/schemas/Tree' },
    { name: 'a', children: [{ name: 1, children: [{ name: 2 }] }] },
    [
      'body /children/0/name must be a string, but is 1',
      'body /children/0/children/0/name must be a string, but is 2'
    ]
  ],
  // What came is short, and credentials are never shown.
  [
    property({ type: 'string' }),
    { a: ['x'.repeat(100)] },
    [`body /a must be a string, but is ["${'x'.repeat(57)}…`]
  ],
  [
    property({ type: 'string' }),
    { a: { AccessToken: 'geheim', 'x-api-key': 'geheim', password: 'geheim', b: [1] } },
    [
      'body /a must be a string, but is {"AccessToken":"***","x-api-key":"***","password":"***","b"…'
    ]
  ],
  [
    { properties: { ClientToken: { maxLength: 3 }, password: { type: 'string' } } },
    { ClientToken: 'geheim', password: 1 },
    [
      'body /ClientToken must have at most 3 characters, but has 6',
      'body /password must be a string, but is "***"'
    ]
  ]
]

for (const [schema, value, messages] of WORDING) {
  t.test(`${JSON.stringify(schema)} of ${JSON.stringify(value)}`, async t => {
    const violations = violationsOf(schema, value)
    t.same(violations.map(({ message }) => message).toSorted(), messages.toSorted())
  })
}

t.test('a violation says where, what rule, what was expected and what came', async t => {
  t.same(
    violationsOf(
      { properties: { Ids: { type: 'array', items: { format: 'uuid' } } } },
      { Ids: ['abc'] }
    ),
    [
      {
        in: 'body',
        pointer: '/Ids/0',
        rule: 'format',
        expected: 'be a uuid',
        actual: '"abc"',
        message: 'body /Ids/0 must be a uuid, but is "abc"'
      }
    ]
  )
})

t.test('a hundred violations are told, and how many more there are', async t => {
  const violations = violationsOf({ type: 'array', items: { type: 'string' } }, Array(50_000).fill(1))
  t.equal(violations.length, 101)
  t.match(violations[100], { rule: 'more', message: 'at least 4900 more violations are not listed' })
})
