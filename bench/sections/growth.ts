import type { Growth } from '../growths/growth.ts'
import { GROWTHS } from '../growths/growths.ts'
import { figure, spreadOf, spreadText } from '../report/spread.ts'
import type { Server } from '../servers/server-process.ts'
import { startStandin } from '../servers/standin.ts'
import type { Bench, Section } from './section.ts'
import { takeTurns } from './take-turns.ts'
import type { Contender, Measurement } from './take-turns.ts'

/** The length of a round relative to other sections: shorter, as there are many. */
const ROUND_SHARE = 0.7

/** The warm-up for each of the requests that are sent in turn, in seconds: enough to send each a hundred times. */
const WARM_UP_PER_REQUEST = 0.01

/** Measures whether throughput stays the same as the state grows. */
export const growth: Section = {
  name: 'growth',
  title: 'Growth',
  async run (bench) {
    const roundSeconds = bench.roundSeconds * ROUND_SHARE
    const rows: string[][] = []
    for (const measured of GROWTHS) rows.push(await measureGrowth(measured, bench))
    return [{
      title: 'Throughput relative to the smallest',
      head: ['what grows', 'sizes', 'smallest, requests/s', 'second ÷ smallest', 'third ÷ smallest'],
      rows,
      notes: [
        `Each size has a process of its own; they take turns. Rounds of ${figure(roundSeconds, 1)} s; ` +
        'ratios are medians of the ratios within a round, with the least and the most. Where a thousand requests are ' +
        'sent in turn, each has been sent about a hundred times before.'
      ]
    }]
  }
}

async function measureGrowth (growth: Growth, bench: Bench): Promise<string[]> {
  const { name, options, prepare } = growth
  const sizes = bench.quick ? growth.quickSizes : growth.sizes
  const shown = sizes.map(size => figure(size)).join(' → ')
  bench.say(`growth: ${name} ${shown}`)
  const servers: Server[] = []
  try {
    const contenders: Contender[] = []
    for (const size of sizes) {
      const server = await startStandin(bench.cores.server, await options?.(size, bench.directory))
      servers.push(server)
      contenders.push({ server, plan: await prepare(server.url, size) })
    }
    const [smallest = [], ...larger] = await takeTurns(contenders, {
      ...bench,
      roundSeconds: bench.roundSeconds * ROUND_SHARE,
      warmUpSeconds: bench.quick ? bench.warmUpSeconds : warmUpFor(contenders, bench.warmUpSeconds)
    })
    const rate = spreadOf(smallest.map(({ requestsPerSecond }) => requestsPerSecond)).median
    return [name, shown, figure(rate), ...larger.map(rounds => ratioText(rounds, smallest))]
  } catch (error) {
    return [name, shown, `not measured: ${(error as Error).message}`]  // nothing else is thrown here
  } finally {
    for (const server of servers) await server.stop()
  }
}

/** Returns a warm-up in which even of a thousand requests each is sent often enough for its code to be compiled. */
function warmUpFor (contenders: readonly Contender[], least: number): number {
  const variety = Math.max(...contenders.map(({ plan }) => plan.requests.length))
  return Math.max(least, variety * WARM_UP_PER_REQUEST)
}

function ratioText (rounds: readonly Measurement[], smallest: readonly Measurement[]): string {
  const ratios = rounds.map((round, index) => {
    return round.requestsPerSecond / (smallest[index]?.requestsPerSecond ?? NaN)
  })
  return spreadText(spreadOf(ratios))
}
