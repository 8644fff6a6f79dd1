import { totalmem } from 'node:os'
import { getHeapStatistics } from 'node:v8'

/**
 * The most that is kept by default, in bytes: with it, the process stays below 512 MiB under bodies of 1 MiB: reading
 * these takes the rest.
 */
const MOST = 128 * 2 ** 20

/**
 * Returns how many bytes worlds may keep where no option says so: a quarter of what the process may use, which its
 * heap, its container and its machine limit; at most 128 MiB.
 */
export function defaultMemory (): number {
  const { heap_size_limit: heap } = getHeapStatistics()
  const container = process.constrainedMemory()
  return Math.floor(Math.min(MOST, heap / 4, totalmem() / 4, container > 0 ? container / 4 : Infinity))
}
