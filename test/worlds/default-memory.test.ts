import t from 'tap'
import { defaultMemory } from '../../src/worlds/default-memory.ts'
import { getHeapStatistics } from 'node:v8'

t.test('the memory is at most a quarter of the heap, and no more than 128 MiB', async t => {
  const memory = defaultMemory()
  t.ok(Number.isSafeInteger(memory))
  t.ok(memory > 2 ** 20)
  t.ok(memory <= Math.min(2 ** 27, getHeapStatistics().heap_size_limit / 4))
})
