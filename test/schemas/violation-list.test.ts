import t from 'tap'
import { createMissing } from '../../src/schemas/create-violation.ts'
import { MAX_VIOLATIONS, ViolationList } from '../../src/schemas/violation-list.ts'

const missing = (name: number) => createMissing({ in: 'body', pointer: `/${name}` })

t.test('the first hundred violations are listed, and the others counted', async t => {
  const list = new ViolationList()
  for (let index = 0; index < 250; index++) list.add(missing(index))
  const violations = list.list()
  t.equal(violations.length, MAX_VIOLATIONS + 1)
  t.match(violations.at(-1), { rule: 'more', message: '150 more violations are not listed' })
  t.match(list.counted(), { violations: violations.slice(0, -1), more: 150 })
  t.equal(list.room, 0)
})

t.test('what a reader has counted is counted on', async t => {
  const list = new ViolationList()
  list.addAll({ violations: [missing(1)], more: 7 })
  list.addAll({ violations: [missing(2)] })
  t.match(list.list().map(({ message }) => message), [/^body \/1/, /^body \/2/, /^7 more violations/])
  t.equal(list.room, MAX_VIOLATIONS - 2)
})

t.test('a message is malformed where one of its parts is, listed or not', async t => {
  const list = new ViolationList()
  list.add(missing(1))
  t.notOk(list.isMalformed)
  list.add({ ...missing(2), rule: 'malformed' })
  t.ok(list.isMalformed)

  const full = new ViolationList()
  full.setMalformed()
  t.ok(full.isMalformed)
  t.ok(full.isEmpty)
})
