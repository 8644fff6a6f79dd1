import { setImmediate as turn } from 'node:timers/promises'
import { Connection } from './connection.ts'

export interface RateJob {
  readonly url: string
  /** Raw; sent in turn. */
  readonly requests: readonly string[]
  /** Requests per second. */
  readonly rate: number
  readonly seconds: number
  /** How long it runs before answers count. */
  readonly warmUpSeconds: number
}

/** Latencies in milliseconds. */
export interface RateReport {
  readonly requests: number
  readonly refusals: number
  readonly p50: number
  readonly p99: number
  readonly p999: number
  readonly most: number
}

const CONNECTIONS = 32

/** How long the last answers are waited for, in milliseconds. */
const PATIENCE_MS = 10_000

console.log(JSON.stringify(await run(JSON.parse(process.argv[2] ?? ''))))
process.exit(0)

async function run ({ rate, requests, seconds, url, warmUpSeconds }: RateJob): Promise<RateReport> {
  const idle = Array.from({ length: CONNECTIONS }, () => new Connection(new URL(url)))
  const uncounted = Math.round(rate * warmUpSeconds)
  const total = uncounted + Math.round(rate * seconds)
  const latencies: number[] = []
  const seen = { answered: 0, refusals: 0 }
  const start = performance.now()
  const dueAt = (index: number): number => start + index * 1000 / rate

  const send = async (connection: Connection, index: number): Promise<void> => {
    const { status } = await connection.send(requests[index % requests.length] ?? '')
    if (status >= 400) seen.refusals++
    seen.answered++
    if (index >= uncounted) latencies.push(performance.now() - dueAt(index))
    idle.push(connection)
  }

  // It has the core to itself, and asks for the time over and over: a timer would be late by up to a millisecond.
  // A request that finds no idle connection waits for one, and the wait counts: clients would not hold back either.
  for (let sent = 0; seen.answered < total;) {
    const now = performance.now()
    while (sent < total && dueAt(sent) <= now) {
      const connection = idle.shift()
      if (connection === undefined) break
      send(connection, sent++).catch(fail)
    }
    if (now > dueAt(total) + PATIENCE_MS) {
      fail(new Error(`${total - seen.answered} of ${total} requests were not answered in time`))
    }
    await turn()
  }

  latencies.sort((a, b) => a - b)
  const percentile = (share: number): number =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? NaN
  return {
    requests: latencies.length,
    refusals: seen.refusals,
    p50: percentile(0.5),
    p99: percentile(0.99),
    p999: percentile(0.999),
    most: percentile(1)
  }
}

function fail (error: unknown): never {
  console.error(error)
  process.exit(1)
}
