import t from 'tap'
import { cacheFormat } from '../../src/schemas/cache-format.ts'

t.test('a text that has passed is not tested again', async t => {
  const tested: string[] = []
  const isShort = cacheFormat(text => {
    tested.push(text)
    return text.length < 3
  })
  t.same(['a', 'b', 'abc', 'a', 'b', 'abc'].map(isShort), [true, true, false, true, true, false])
  t.same(tested, ['a', 'b', 'abc', 'abc'])
})

t.test('only so many are kept in mind', async t => {
  let tests = 0
  const test = cacheFormat(() => ++tests > 0)
  for (let round = 0; round < 3; round++) {
    for (let text = 0; text < 20_000; text++) test(String(text))
  }
  t.ok(tests > 20_000, 'they were forgotten meanwhile')
})
