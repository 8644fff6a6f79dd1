import t from 'tap'
import { parseContract } from '../../src/contract/parse-contract.ts'
import { componentSchema } from '../../src/contract/component-schema.ts'
import { generateRows } from '../../src/responses/generate-rows.ts'
import { schemaValidator } from '../../src/schemas/schema-validator.ts'

const DRAW = { count: 200, seed: 'rows', now: 1_767_225_600_000, locale: 'en' }

function schemaOf (Cup: object) {
  const text = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Cups', version: '1' },
    paths: {},
    components: { schemas: { Cup } }
  })
  const schema = componentSchema(parseContract(text, { file: 'cups.json', name: 'cups' }), 'Cup')
  if (schema === undefined) throw new Error('there is no such schema')
  return schema
}

const CUP = {
  type: 'object',
  required: ['id', 'name', 'glaze'],
  properties: { id: { type: 'integer' }, name: { type: 'string' }, glaze: { enum: ['blue', 'green'] } }
}

t.test('rows fit their schema, differ from each other, and have an id each', async t => {
  const schema = schemaOf(CUP)
  const rows = generateRows(schema, DRAW) as Array<{ id: number }>
  const validate = schemaValidator(schema, 'response')
  t.equal(rows.length, 200)
  t.same(rows.filter(row => validate(row) !== undefined), [])
  t.equal(new Set(rows.map(({ id }) => id)).size, 200)
})

t.test('the same seed gives the same rows, and another one others', async t => {
  const schema = schemaOf(CUP)
  t.same(generateRows(schema, DRAW), generateRows(schema, DRAW))
  t.notSame(generateRows(schema, DRAW), generateRows(schema, { ...DRAW, seed: 'others' }))
})

t.test('ids are the same where the schema has no more of them', async t => {
  const schema = schemaOf({ ...CUP, properties: { ...CUP.properties, id: { type: 'integer', enum: [1, 2] } } })
  const rows = generateRows(schema, { ...DRAW, count: 5 }) as Array<{ id: number }>
  t.ok(rows.every(({ id }) => id === 1 || id === 2))
})
