import { setImmediate as turn } from 'node:timers/promises'
import { Connection } from './connection.ts'

/** The requests to send, and their rate. */
export interface RateJob {
  readonly url: string
  /** Raw requests, sent in turn. */
  readonly requests: readonly string[]
  /** Requests per second. */
  readonly rate: number
  readonly seconds: number
  /** How long it runs before latencies count. */
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

/** How long to wait for the last responses, in milliseconds. */
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

  // This loop polls the time on its own core, as a timer would be late by up to a millisecond.
  // A request without an idle connection waits for one, and the wait counts, as real clients would not hold back.
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
  return {
    requests: latencies.length,
    refusals: seen.refusals,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    p999: percentile(latencies, 0.999),
    most: percentile(latencies, 1)
  }
}

function percentile (sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

function fail (error: unknown): never {
  console.error(error)
  process.exit(1)
}
