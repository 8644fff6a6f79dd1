import { GET_ALL_ONE } from '../cases/cases.ts'
import { runConstantRate } from '../load/constant-rate.ts'
import { figure, spreadOf } from '../report/spread.ts'
import { runSideBySide } from '../servers/side-by-side.ts'
import type { Bench, Section } from './section.ts'
import { takeTurns } from './take-turns.ts'

/** Measures latencies at half of the maximum rate. */
export const latency: Section = {
  name: 'latency',
  title: 'Latency',
  async run (bench) {
    bench.say('latency: maximum rates')
    return [{
      title: `${GET_ALL_ONE.name}, at half of the maximum rate`,
      head: ['server', 'maximum/s', 'sent/s', 'p50 ms', 'p99 ms', 'p99.9 ms', 'longest ms'],
      rows: await measureLatencies(bench),
      notes: [
        'Sent at a steady rate over 32 connections by a load generator of our own (wrk knows no rate); each latency ' +
        'counts from the moment at which the request was due, so that a pause meets all requests that it delays.'
      ]
    }]
  }
}

function measureLatencies (bench: Bench): Promise<string[][]> {
  const { cores, directory, quick } = bench
  return runSideBySide(GET_ALL_ONE, {
    core: cores.server,
    directory,
    async measure (servers, plan) {
      const measurements = await takeTurns(servers.map(server => ({ server, plan })), bench)
      const rows: string[][] = []
      for (const [index, { name, url }] of servers.entries()) {
        const maximum = spreadOf((measurements[index] ?? []).map(({ requestsPerSecond }) => requestsPerSecond)).median
        bench.say(`latency: ${name}`)
        const duration = quick ? { seconds: 1, warmUpSeconds: 0.5 } : { seconds: 10, warmUpSeconds: 2 }
        const pace = { rate: maximum / 2, ...duration }
        const { p50, p99, p999, most, refusals } = await runConstantRate(cores, url, plan, pace)
        if (refusals > 0) throw new Error(`${name} refused ${refusals} requests`)
        rows.push([name, figure(maximum), figure(maximum / 2), ...[p50, p99, p999, most].map(ms => figure(ms, 2))])
      }
      return rows
    }
  })
}
