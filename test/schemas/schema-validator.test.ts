import t from 'tap'
import { parseContract } from '../../src/contract/parse-contract.ts'
import { schemaValidator } from '../../src/schemas/schema-validator.ts'

const contract = parseContract(
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Odd', version: '1' },
    paths: {
      '/a/{b}': {
        get: {
          parameters: [{ name: 'b', in: 'path', schema: { type: 'integer' } }],
          responses: {
            default: {
              description: 'x',
              content: {
                'a/b; c=50%': {
                  schema: { $ref: '#/components/schemas/Tree' },
                  example: { $id: 'not a name', $anchor: '!' }
                }
              }
            }
          }
        }
      }
    },
    components: {
      schemas: {
        Tree: {
          type: 'object',
          properties: {
            $id: { type: 'string' },
            example: { type: 'integer' },
            children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } }
          }
        },
        Named: {
          $id: 'https://example.com/named',
          type: 'object',
          properties: { a: { $ref: '#/$defs/a' } },
          $defs: { a: { type: 'integer' } }
        },
        'odd~/%name{}': { type: 'boolean' },
        ToOdd: { properties: { odd: { $ref: '#/components/schemas/odd~0~1%25name%7B%7D' } } },
        Nothing: false
      },
      examples: { one: { value: { $id: 'not a name' } }, two: { value: { $id: 'not a name' } } }
    },
    'x-own': { $anchor: '!', schema: { type: 'null' } }
  }),
  { file: 'odd.json', name: 'odd' }
)

const isValid = (pointer: string, value: unknown) =>
  schemaValidator({ contract: 'odd', document: contract.document, pointer, definition: {} })(
    value
  ) === undefined

t.test('a schema is reached wherever it stands', async t => {
  for (const [pointer, good, bad] of [
    ['/paths/~1a~1{b}/get/parameters/0/schema', 1, 'x'],
    [
      '/paths/~1a~1{b}/get/responses/default/content/a~1b; c=50%/schema',
      { children: [] },
      { children: [{ children: 1 }] }
    ],
    ['/components/schemas/odd~0~1%name{}', true, 'x'],
    ['/components/schemas/ToOdd', { odd: true }, { odd: 1 }],
    ['/components/schemas/Named', { a: 1 }, { a: 'x' }],
    ['/x-own/schema', null, 1]
  ] as const) {
    t.ok(isValid(pointer, good), pointer)
    t.notOk(isValid(pointer, bad), pointer)
  }
})

t.test('names that JSON Schema knows are names like others in data and among properties', async t => {
  t.ok(isValid('/components/schemas/Tree', { $id: 'x', example: 1 }))
  t.notOk(isValid('/components/schemas/Tree', { $id: 1 }))
  t.notOk(isValid('/components/schemas/Tree', { example: 'x' }))
})

t.test('a schema may be false', async t => t.notOk(isValid('/components/schemas/Nothing', 1)))

t.test('where there is no schema, an error says so', async t => {
  t.throws(() => isValid('/components/schemas/Missing', 1), {
    code: 'STANDIN_UNUSABLE_SCHEMA',
    message:
      'The schema at odd#/components/schemas/Missing cannot be used: there is no schema at this place'
  })
})

t.test('values are neither coerced nor filled in', async t => {
  const value = { example: '1' }
  t.notOk(isValid('/components/schemas/Tree', value))
  t.same(value, { example: '1' })
})
