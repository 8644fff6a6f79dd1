import t from 'tap'
import { convertEnum } from '../../src/documents/convert-enum.ts'
import type { JsonObject } from '../../src/documents/is-object.ts'
import { narrowReadings } from '../../src/documents/narrow-readings.ts'

const CONVERTED: Array<[schema: JsonObject, after: JsonObject]> = [
  [{ type: 'string', enum: [1, 2, 'x'] }, { enum: ['1', '2', 'x'] }],
  [{ type: 'string', enum: [1, '1', 2] }, { enum: ['1', '2'] }],
  [{ type: 'string', enum: [true, false] }, { enum: ['true', 'false'] }],
  [{ type: 'string', enum: ['a', null] }, { enum: ['a', 'null'] }],
  [{ type: ['string', 'null'], enum: [1, null] }, { enum: ['1', null] }],
  [{ type: 'string', nullable: true, enum: [1, null] }, { enum: ['1', null] }],
  [{ type: 'string', 'x-nullable': true, enum: [1, null] }, { enum: ['1', null] }],
  [{ type: 'integer', enum: ['1', '2'] }, { enum: [1, 2] }],
  [{ type: 'integer', enum: ['1', 'x', '1.5'] }, { enum: [1, 'x', '1.5'] }],
  [{ type: 'integer', enum: ['1', '9007199254740993'] }, { enum: [1, '9007199254740993'] }],
  [{ type: 'number', enum: ['1.50', 2] }, { enum: [1.5, 2] }],
  [{ type: 'boolean', enum: ['true', 'False'] }, { enum: [true, false] }],
  [{ type: 'string', const: 7 }, { const: '7' }],
  [{ type: 'integer', const: '7' }, { const: 7 }],
  [{ type: 'string', enum: [1], default: 1, example: 1, examples: [1, 'x'] }, {
    enum: ['1'], default: '1', example: '1', examples: ['1', 'x']
  }]
]

for (const [schema, after] of CONVERTED) {
  t.test(`the values of ${JSON.stringify(schema)} are read in its type`, async t => {
    const copy = { ...schema }
    t.not(convertEnum(copy, String), undefined)
    t.same(copy, { ...schema, ...after })
  })
}

const KEPT: JsonObject[] = [
  { enum: [1, 'x'] },
  { type: 'string', enum: ['a', 'a'] },
  { type: 'string', enum: [['a'], { a: 1 }] },
  { type: ['string', 'integer'], enum: [1, '1'] },
  { type: 'array', enum: ['a'] },
  { type: 'number', enum: [1, 1.5] },
  { type: 'integer', enum: ['x', '007'] },
  { type: 'boolean', enum: [1, 'yes'] },
  { type: 'string', default: 1 }
]

for (const schema of KEPT) {
  t.test(`the values of ${JSON.stringify(schema)} stay as they are`, async t => {
    const copy = structuredClone(schema)
    t.equal(convertEnum(copy, String), undefined)
    t.same(copy, schema)
  })
}

t.test('a text is the value as the document has it', async t => {
  const places: string[] = []
  const schema = { type: 'string', enum: ['a', 7, true], default: 7 }
  const converted = convertEnum(schema, (value, place) => {
    places.push(place)
    return `as ${value}`
  })
  t.same(schema, { type: 'string', enum: ['a', 'as 7', 'as true'], default: 'as 7' })
  t.same(places, ['/enum/1', '/enum/2', '/default'])
  t.same(converted, { keyword: 'enum', type: 'string', before: [7, true], after: ['as 7', 'as true'] })
})

t.test('null among texts is accepted as one, and not generated', async t => {
  const schema = { type: 'string', enum: ['a', null] }
  convertEnum(schema, String)
  t.match(narrowReadings.get(schema), { enum: ['a'] })
  const alone = { type: 'string', enum: [null] }
  convertEnum(alone, String)
  t.equal(narrowReadings.get(alone), undefined)
})
