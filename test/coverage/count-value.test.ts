import t from 'tap'
import { compileValue } from '../../src/coverage/value-cells.ts'
import { countValue } from '../../src/coverage/count-value.ts'
import { Hits } from '../../src/coverage/hits.ts'
import { sumHits } from '../../src/coverage/sum-hits.ts'

/** Returns the cells of the values that a schema describes, and those that a value touches. */
function countAll (definition: object, value: unknown, components = {}): { cells: string[], touched: string[] } {
  const document = { openapi: '3.1.0', info: { title: 'T', version: '1' }, root: definition, components }
  const cells: string[] = []
  const add = (id: string) => cells.push(id) - 1
  const counted = compileValue({ contract: 't', document, pointer: '/root', definition }, '', {
    budget: { room: 50 },
    addMember: path => add(path),
    addValue: (path, item) => add(`${path}=${JSON.stringify(item)}`)
  })
  const hits = new Hits()
  hits.begin('w', '')
  countValue(counted, value, hits)
  const sums = sumHits(hits, {})
  return { cells, touched: cells.filter((_id, cell) => sums.of(cell).hits > 0) }
}

const NODE = { properties: { name: {}, next: { $ref: '#/components/schemas/Node' } } }

const MEMBER_A = { properties: { a: {} } }

const CASES: ReadonlyArray<[title: string, schema: object, value: unknown, touched: string[]]> = [
  ['values of any type', { enum: ['a', 1, null, true, { b: 1 }] }, null, ['=null']],
  ['a text that is no number', { enum: ['1', 1] }, '1', ['="1"']],
  ['a constant', { properties: { kind: { const: 'a' } } }, { kind: 'a' }, ['kind', 'kind="a"']],
  ['the members of branches', { allOf: [MEMBER_A], oneOf: [{ properties: { b: {} } }] }, { b: 1 }, ['b']],
  ['a member that is null', { properties: { a: {} } }, { a: null }, ['a']],
  ['members of the prototype', { properties: { toString: {}, constructor: {} } }, {}, []],
  ['a member that is called so', { properties: { toString: {} } }, { toString: 1 }, ['toString']],
  ['items of a list', { items: { enum: ['a', 'b'] } }, ['b', 'c', 'b'], ['[]="b"']],
  ['a text for an object', { properties: { length: {} } }, 'text', []],
  ['a list for an object', { properties: { length: {} } }, [], []],
  ['a schema that contains itself', { $ref: '#/components/schemas/Node' }, { next: { name: 'a' } }, ['next']],
  ['a reference to nothing', { $ref: '#/none' }, {}, []],
  ['what is no schema', { properties: { a: 1, b: null }, items: true, enum: 'a' }, { a: 1 }, ['a']],
  ['members of responses alone', { properties: { a: { readOnly: true } } }, { a: 1 }, []]
]

for (const [title, schema, value, touched] of CASES) {
  t.test(`${title}: ${touched.join(', ') || 'nothing'} is touched`, async t => {
    t.strictSame(countAll(schema, value, { schemas: { Node: NODE } }).touched, touched)
  })
}

t.test('a schema of many members has no more cells than there is room for', async t => {
  const properties = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`m${index}`, { enum: ['a', 'b'] }]))
  const { cells, touched } = countAll({ properties }, { m0: 'a', m499: 'a' })
  t.equal(cells.length, 50)
  t.strictSame(touched, ['m0', 'm0="a"'])
})

t.test('a large body costs no more looks than a small one', async t => {
  let looks = 0
  const body = Array.from({ length: 100_000 }, () => ({ get kind () { looks++; return 'a' } }))
  const { touched } = countAll({ items: { properties: { kind: { enum: ['a'] } } } }, body)
  t.strictSame(touched, ['[].kind', '[].kind="a"'])
  t.ok(looks <= 1_000, `${looks} looks`)
})
