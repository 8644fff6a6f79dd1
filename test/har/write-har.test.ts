import t from 'tap'
import { toHarEntry } from '../../src/har/to-har-entry.ts'
import { writeHar } from '../../src/har/write-har.ts'
import { exchange } from '../journal/exchange.ts'
import { harFlaws } from './har-schema.ts'

t.test('a file of any number of entries is valid HAR 1.2', async t => {
  for (const count of [0, 1, 3]) {
    const entries = Array.from({ length: count }, () => toHarEntry(exchange(), { world: 'a', origin: 'http://a' }))
    const har = JSON.parse([...writeHar(entries, '1.2.3')].join(''))
    t.same(harFlaws(har), [])
    t.match(har, { log: { version: '1.2', creator: { name: 'standin', version: '1.2.3' } } })
    t.equal(har.log.entries.length, count)
  }
})

t.test('the schema that says so finds what is wrong', async t => {
  t.match(harFlaws({ log: { version: '1.2', creator: { name: 'a', version: '1' }, entries: [{}] } }), [/entries\/0/])
})
