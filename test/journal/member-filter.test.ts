import t from 'tap'
import { hasMember, MEMBER_NAME, toMemberFilter } from '../../src/journal/member-filter.ts'
import { exchange } from './exchange.ts'

const EXCHANGE = exchange({
  requestPath: { id: 7 },
  requestQuery: { page: 2, 'a/b': 'c' },
  requestHeaders: { 'x-trace': 'abc' },
  requestCookies: { session: 's' },
  requestBody: { EntityType: 'Payment', count: 3, open: true, none: null, list: [{ id: 'x' }] }
})

const CASES: ReadonlyArray<readonly [name: string, text: string, is: boolean]> = [
  ['body./EntityType', 'Payment', true],
  ['body./EntityType', 'Order', false],
  ['body./entityType', 'Payment', false],
  ['body./count', '3', true],
  ['body./open', 'true', true],
  ['body./none', 'null', true],
  ['body./list/0/id', 'x', true],
  ['body./list', '[{"id":"x"}]', true],
  ['body./missing', 'undefined', false],
  ['body./__proto__', '{}', false],
  ['path./id', '7', true],
  ['query./page', '2', true],
  ['query./a~1b', 'c', true],
  ['headers./X-Trace', 'abc', true],
  ['cookies./session', 's', true]
]

for (const [name, text, is] of CASES) {
  t.test(`${name}=${text} ${is ? 'finds' : 'does not find'} it`, async t => {
    const filter = toMemberFilter(name, text)
    t.equal(filter !== undefined && hasMember(EXCHANGE, filter), is)
    t.match(name, new RegExp(MEMBER_NAME))
  })
}

t.test('other names are none of a member', async t => {
  for (const name of ['status', 'body', 'body.EntityType', 'bodi./a', 'response./a']) {
    t.equal(toMemberFilter(name, 'x'), undefined, name)
    t.notMatch(name, new RegExp(MEMBER_NAME))
  }
})

t.test('a body that could not be read has no members', async t => {
  const filter = toMemberFilter('body./a', '1')
  for (const requestBody of [undefined, null, 'text', Buffer.from('{"a":1}')]) {
    t.notOk(filter && hasMember(exchange({ requestBody }), filter))
  }
})
