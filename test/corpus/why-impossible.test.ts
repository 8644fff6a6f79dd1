import t from 'tap'
import { schemaOf } from '../validation/schema-of.ts'
import { whyImpossible } from './why-impossible.ts'

const NODE = { type: 'object', required: ['next'], properties: { next: { $ref: '#/components/schemas/Node' } } }

const SCHEMAS: Array<[schema: object, reason: RegExp | undefined]> = [
  [{ type: 'object', required: ['a'], properties: { a: { type: 'string' } } }, undefined],
  [
    {
      allOf: [
        { additionalProperties: false, properties: { a: {} } },
        { required: ['b'], properties: { b: {} } }
      ]
    },
    /^b is required, and additionalProperties: false/
  ],
  [{ allOf: [{ type: 'string' }, { type: 'integer' }] }, /^its types exclude each other$/],
  [
    { type: 'object', required: ['a'], properties: { a: { type: 'string', enum: [1, 2] } } },
    /^none of the values listed is of its type at \/a$/
  ],
  [{ type: 'array', minItems: 1, items: false }, /^it must be there and must not at \/0$/],
  [{ oneOf: [{ type: 'string', enum: [1] }, { type: 'string' }] }, undefined],
  [
    {
      oneOf: [
        { type: 'object', additionalProperties: false },
        { type: 'object', additionalProperties: false, allOf: [{ properties: { a: {} } }] }
      ]
    },
    /^each of its alternatives takes nothing but/
  ],
  [
    { type: 'string', format: 'email', pattern: '^a+$' },
    /^no text was found that has both its pattern and its format$/
  ],
  [{ type: 'string', format: 'email', pattern: '@example' }, undefined],
  [{ $ref: '#/components/schemas/Node' }, /^what is required has no end/]
]

t.test('why nothing fits a schema is said where it can be found', async t => {
  for (const [schema, reason] of SCHEMAS) {
    const why = whyImpossible(schemaOf(schema, { Node: NODE }), 'response')
    if (reason === undefined) t.equal(why, undefined, JSON.stringify(schema))
    else t.match(why, reason, JSON.stringify(schema))
  }
})
