import t from 'tap'
import { Random } from '../../src/worlds/random.ts'

function draw (random: Random, count: number): number[] {
  return Array.from({ length: count }, () => random.next())
}

t.test('the same seed gives the same numbers and uuids, another seed others', async t => {
  const numbers = draw(new Random('1 default'), 100)

  t.same(draw(new Random('1 default'), 100), numbers)
  t.notSame(draw(new Random('2 default'), 100), numbers)
  t.equal(new Random('a').uuid(), new Random('a').uuid())
  t.not(new Random('a').uuid(), new Random('b').uuid())
})

t.test('numbers are whole, of 32 bits, and spread over their range', async t => {
  const numbers = draw(new Random('spread'), 10_000)
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length

  t.ok(numbers.every(number => Number.isInteger(number) && number >= 0 && number < 2 ** 32))
  t.ok(Math.abs(mean / 2 ** 32 - 0.5) < 0.02, `the mean is ${mean}`)
  t.ok(new Set(numbers).size > 9_990)
})

t.test('a uuid has the form of version 4, and does not come twice', async t => {
  const random = new Random('uuids')
  const uuids = Array.from({ length: 1_000 }, () => random.uuid())

  for (const uuid of uuids) {
    if (!/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(uuid)) t.fail(uuid)
  }
  t.equal(new Set(uuids).size, 1_000)
})

t.test('the state of a source is plain data from which another goes on', async t => {
  const random = new Random('state')
  draw(random, 10)
  const other = new Random(structuredClone(random.state))
  t.same(draw(other, 10), draw(random, 10))
})
