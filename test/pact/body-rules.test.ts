import t from 'tap'
import type { OpenApiDocument, SchemaDefinition } from '../../src/contract/contract.ts'
import { bodyRules } from '../../src/pact/body-rules.ts'
import { fitsBody } from '../../src/pact/fits-body.ts'
import { SchemaView } from '../../src/pact/schema-view.ts'

function rulesOf (schema: object, value: unknown, shortens = true) {
  const document = { components: { schemas: { S: schema } } } as unknown as OpenApiDocument
  const definition: SchemaDefinition = { $ref: '#/components/schemas/S' } as SchemaDefinition
  const view = SchemaView.of({ contract: 'x', document, pointer: '/components/schemas/S', definition }, value)
  return bodyRules(value, view, { shortens, fixed: text => text === 'Done' })
}

const RULES: ReadonlyArray<[title: string, schema: object, value: unknown, matchers: unknown]> = [
  ['a text', { type: 'string' }, 'a', [{ match: 'type' }]],
  ['a text without a schema', {}, 'a', [{ match: 'type' }]],
  ['an integer', { type: 'integer' }, 1, [{ match: 'integer' }]],
  ['a number, which may be whole', { type: 'number' }, 1.5, [{ match: 'number' }]],
  ['a boolean', { type: 'boolean' }, true, [{ match: 'boolean' }]],
  ['null', { type: ['string', 'null'] }, null, [{ match: 'null' }]],
  ['values', { enum: ['a.b', 'c'] }, 'c', [{ match: 'regex', regex: '^(a\\.b|c)$' }]],
  ['the value that a state names', { enum: ['Open', 'Done'] }, 'Done', [{ match: 'equality' }]],
  ['one value', { const: 'a' }, 'a', [{ match: 'equality' }]],
  ['a pattern of all', { pattern: '^[a-z]+$' }, 'abc', [{ match: 'regex', regex: '^[a-z]+$' }]],
  ['a pattern of a part', { pattern: '[0-9]' }, 'a1', [{ match: 'regex', regex: '^[\\s\\S]*([0-9])[\\s\\S]*$' }]],
  ['a pattern with look-around, which Pact cannot match', { pattern: '^(?!x).*$' }, 'a', [{ match: 'type' }]],
  ['a date', { format: 'date' }, '2026-01-31', [{ match: 'date', format: 'yyyy-MM-dd' }]],
  ['a text that is not of its format', { format: 'date' }, '31.1.2026', [{ match: 'type' }]],
  ['an alternative', { oneOf: [{ type: 'integer' }, { enum: ['x'] }] }, 'x', [{ match: 'regex', regex: '^(x)$' }]],
  ['a part of allOf', { allOf: [{ type: 'string' }, { enum: ['x'] }] }, 'x', [{ match: 'regex', regex: '^(x)$' }]]
]

for (const [title, schema, value, matchers] of RULES) {
  t.test(`the rule for ${title}`, async t => {
    const { example, rules } = rulesOf(schema, value)
    t.equal(example, value)
    t.same(rules.$?.matchers, matchers)
    t.ok(fitsBody(value, example, rules))
  })
}

t.test('an instant may have milliseconds or not', async t => {
  const { example, rules } = rulesOf({ format: 'date-time' }, '2026-01-01T00:00:00Z')
  t.equal(rules.$?.combine, 'OR')
  t.ok(fitsBody('2027-01-01T00:00:00.250Z', example, rules))
  t.notOk(fitsBody('yesterday', example, rules))
})

t.test('a list of items that are alike is one for each, and others are told one by one', async t => {
  const schema = { type: 'array', items: { type: 'object', properties: { id: { type: 'integer' } } } }
  const alike = rulesOf(schema, [{ id: 1 }, { id: 2 }])
  t.same(alike.example, [{ id: 1 }])
  t.same(Object.keys(alike.rules), ['$', '$[*].id'])
  t.ok(fitsBody([{ id: 5 }, { id: 6 }, { id: 7 }], alike.example, alike.rules))
  t.notOk(fitsBody([{ id: 5 }, { id: 'a' }], alike.example, alike.rules))
  t.notOk(fitsBody([], alike.example, alike.rules))
  t.same(rulesOf(schema, [{ id: 1 }, { id: 2 }], false).example, [{ id: 1 }, { id: 2 }], 'a request stays as it is')

  const mixed = rulesOf(schema, [{ id: 1 }, { id: 2, more: null }])
  t.same(Object.keys(mixed.rules), ['$[0].id', '$[1].id', '$[1].more'])
  t.same(rulesOf(schema, []), { example: [], rules: {} })
})

t.test('a map is any of its values, and names that a path cannot have are left out', async t => {
  const { example, rules } = rulesOf({ additionalProperties: { type: 'integer' } }, { a: 1, b: 2 })
  t.same(example, { a: 1 })
  t.same(Object.keys(rules), ['$', '$.*'])
  t.same(Object.keys(rulesOf({ properties: {} }, { 'a-b': 'x', "it's": 'y' }).rules), ["$['a-b']"])
})
