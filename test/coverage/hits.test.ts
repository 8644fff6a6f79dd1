import t from 'tap'
import { Hits, MAX_KEPT } from '../../src/coverage/hits.ts'
import { sumHits } from '../../src/coverage/sum-hits.ts'

t.test('an exchange counts once for a cell', async t => {
  const hits = new Hits()
  for (let exchange = 0; exchange < 3; exchange++) {
    hits.begin('w', '')
    hits.touch(5)
    hits.touch(5)
    hits.touch(-1)
    hits.touch(10_000)
  }
  const sums = sumHits(hits, {})
  t.strictSame(sums.of(5), { hits: 3, tests: ['w'] })
  t.strictSame(sums.of(10_000), { hits: 3, tests: ['w'] })
  t.strictSame(sums.of(6), { hits: 0, tests: [] })
})

t.test('counts of tests that take turns stay apart', async t => {
  const hits = new Hits()
  for (let exchange = 0; exchange < 1_000; exchange++) {
    hits.begin('w', `test ${exchange % 100}`)
    hits.touch(exchange % 7)
    if (exchange === 500) hits.touch(3_000)
  }
  const sums = sumHits(hits, {})
  const all = Array.from({ length: 7 }, (_, cell) => sums.of(cell).hits)
  t.equal(all.reduce((sum, count) => sum + count), 1_000)
  t.strictSame(sumHits(hits, { test: 'test 0' }).of(3_000), { hits: 1, tests: ['test 0'] })
  t.strictSame(sumHits(hits, { world: 'other' }).of(0), { hits: 0, tests: [] })
})

t.test('the counts of the earliest of too many tests are kept without their names', async t => {
  const hits = new Hits()
  for (let index = 0; index < MAX_KEPT + 5; index++) {
    hits.begin(`w${index}`, '')
    hits.touch(1)
  }
  t.equal(hits.leftOut, 5)
  t.equal(hits.tests().length, MAX_KEPT)
  t.equal(sumHits(hits, {}).of(1).hits, MAX_KEPT + 5)
  t.equal(sumHits(hits, { world: 'w0' }).of(1).hits, 0)
})
