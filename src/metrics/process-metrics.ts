import { monitorEventLoopDelay } from 'node:perf_hooks'
import { systemTime } from '../worlds/clock.ts'
import { singleValue } from './family.ts'
import type { Family } from './family.ts'

const NANO = 1e9

/** How often the event loop is looked at, in milliseconds. */
const RESOLUTION_MS = 10

const MICRO = 1e6

/** What this process takes of its machine. The names are those that dashboards for Node know. */
export class ProcessMetrics {
  readonly #delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  readonly #startedAt = systemTime() / 1_000 - process.uptime()

  constructor () {
    this.#delays.enable()
  }

  /** Lists its metrics. The delays are those since it was last asked. */
  families (): Family[] {
    return [...this.#cpu(), ...memory(), ...this.#eventLoop()]
  }

  /** Measures no more. */
  close (): void {
    this.#delays.disable()
  }

  #cpu (): Family[] {
    const { system, user } = process.cpuUsage()
    const all = (user + system) / MICRO
    return [
      singleValue('counter', 'process_cpu_user_seconds', 'CPU time in user mode, in seconds.', user / MICRO),
      singleValue('counter', 'process_cpu_system_seconds', 'CPU time in the kernel, in seconds.', system / MICRO),
      singleValue('counter', 'process_cpu_seconds', 'CPU time, in seconds.', all),
      singleValue('gauge', 'process_start_time_seconds', 'When the process started, since 1970.', this.#startedAt)
    ]
  }

  #eventLoop (): Family[] {
    const delays = this.#delays
    const of = (name: string, what: string, seconds: number): Family =>
      singleValue('gauge', `nodejs_eventloop_lag_${name}_seconds`, `${what} delay of the event loop.`, seconds)
    // What is measured has the time from one look to the next in it.
    const late = (nanoseconds: number): number =>
      delays.count === 0 ? 0 : Math.max(0, nanoseconds / NANO - RESOLUTION_MS / 1_000)
    const families = [
      of('min', 'The shortest', late(delays.min)),
      of('max', 'The longest', late(delays.max)),
      of('mean', 'The mean', late(delays.mean)),
      of('stddev', 'The standard deviation of the', delays.count === 0 ? 0 : delays.stddev / NANO),
      of('p50', 'The median', late(delays.percentile(50))),
      of('p90', 'The 90th percentile of the', late(delays.percentile(90))),
      of('p99', 'The 99th percentile of the', late(delays.percentile(99)))
    ]
    delays.reset()
    return families
  }
}

function memory (): Family[] {
  const { external, heapTotal, heapUsed, rss } = process.memoryUsage()
  return [
    singleValue('gauge', 'process_resident_memory_bytes', 'Memory that the process takes.', rss),
    singleValue('gauge', 'nodejs_heap_size_total_bytes', 'Memory that the heap of Node takes.', heapTotal),
    singleValue('gauge', 'nodejs_heap_size_used_bytes', 'Memory that is used in the heap of Node.', heapUsed),
    singleValue('gauge', 'nodejs_external_memory_bytes', 'Memory outside the heap of Node.', external)
  ]
}
