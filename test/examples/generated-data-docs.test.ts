import t from 'tap'
import { documentOf, readDocumentedNames } from '../../docs/picture/documented-names.ts'
import { listNames } from '../../docs/picture/list-names.ts'

const things = readDocumentedNames()

t.test('the tables list forty names, and a document with an operation for each thing', async t => {
  t.equal(things.flatMap(({ members }) => members).length, 40)
  t.match(documentOf(things), { paths: { '/Customer': {}, '/Address': {}, '/Product': {}, '/Booking': {} } })
})

t.test('each name yields what its table says, and another value for each thing', async t => {
  for (const { members, name, rows } of await listNames()) {
    t.equal(rows.length, 10, name)
    for (const member of members) t.equal(String(rows[0]?.[member.name]), member.yields, `${name}.${member.name}`)
    t.equal(new Set(rows.map(row => JSON.stringify(row))).size, 10, name)
  }
})

t.test('ten requests have one response', async t => {
  const [first, second] = [await listNames(), await listNames()]
  t.same(first, second)
})
