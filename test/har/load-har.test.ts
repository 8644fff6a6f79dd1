import t from 'tap'
import { loadHar } from '../../src/har/load-har.ts'
import { harEntry, harText } from './har-text.ts'

t.test('a file is loaded', async t => {
  const folder = t.testdir({ 'orders.har': harText(harEntry()) })
  t.equal((await loadHar(`${folder}/orders.har`)).exchanges.length, 1)
})

t.test('a file that cannot be read is named, with one that may be meant', async t => {
  const folder = t.testdir({ 'orders.har': '' })
  const code = 'STANDIN_INVALID_HAR'
  await t.rejects(loadHar(`${folder}/order.har`), { code, message: /no such file.*did you mean ".*orders\.har"/ })
  await t.rejects(loadHar(folder), { code, message: /it is a directory/ })
  await t.rejects(loadHar(`${folder}/orders.har`), { code, message: /orders\.har cannot be read: it is empty/ })
})
