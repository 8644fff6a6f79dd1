import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import t from 'tap'
import { sizeOfValue } from '../../src/worlds/size-of-value.ts'

/** Returns how many bytes the heap holds, without what nothing refers to. */
function usedHeap (): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return getHeapStatistics().used_heap_size
}

const NUMBERS = Array.from({ length: 20_000 }, (_, index) => index)

t.test('larger values take more bytes', async t => {
  const long = 'a'.repeat(1_000)
  const sizes = [undefined, 'a', long, { a: long }, [{ a: long }, {}]].map(sizeOfValue)
  t.same(sizes.toSorted((a, b) => a - b), sizes)
  t.ok((sizes[2] ?? 0) > 1_000)
})

t.test('bytes count with all of the buffer that they are a part of', async t => {
  const bytes = Buffer.alloc(100_000).subarray(0, 10)
  t.ok(sizeOfValue({ bytes }) > 100_000)
})

t.test('deep values are measured too', async t => {
  let value: unknown = 'a'
  for (let depth = 0; depth < 100_000; depth++) value = [value]
  t.ok(sizeOfValue(value) > 100_000)
})

t.test('the size of JSON is near what it takes', async t => {
  for (const text of [
    `[${'{},'.repeat(100_000)}{}]`,
    JSON.stringify(NUMBERS.map(id => ({ id, name: `name ${id}`, tags: ['a', 'b'], open: true }))),
    JSON.stringify(Object.fromEntries(NUMBERS.map(index => [`name${index}`, index])))
  ]) {
    const kept: unknown[] = []
    const before = usedHeap()
    for (let count = 0; count < 10; count++) kept.push(JSON.parse(text))
    const taken = (usedHeap() - before) / kept.length
    const ratio = sizeOfValue(kept[0]) / taken
    t.ok(ratio > 0.4 && ratio < 4, `${text.slice(0, 40)}: ${ratio.toFixed(2)} of what it takes`)
  }
})
