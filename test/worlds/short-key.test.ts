import t from 'tap'
import { shortKey } from '../../src/worlds/short-key.ts'

t.test('a short text is its own key', async t => {
  t.equal(shortKey('a'.repeat(200)), 'a'.repeat(200))
})

t.test('long texts have short keys, which differ as they do', async t => {
  const [first, second] = ['b', 'c'].map(end => shortKey('a'.repeat(10_000) + end))
  t.ok(first !== undefined && first.length <= 200)
  t.not(first, second)
  t.equal(shortKey(`${'a'.repeat(10_000)}b`), first)
})
