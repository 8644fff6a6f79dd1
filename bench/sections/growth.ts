import type { Growth } from '../growths/growth.ts'
import { GROWTHS } from '../growths/growths.ts'
import { figure, spreadOf, spreadText } from '../report/spread.ts'
import type { Server } from '../servers/server-process.ts'
import { startStandin } from '../servers/standin.ts'
import type { Bench, Section } from './section.ts'
import { takeTurns } from './take-turns.ts'
import type { Contender, Measurement } from './take-turns.ts'

/** Rounds are shorter here, for there are many. */
const ROUND_SHARE = 0.7

/** How much longer the warm-up is for each of the requests that are sent in turn, in seconds: about a hundred times each. */
const WARM_UP_PER_REQUEST = 0.01

/** Whether it stays as fast as what it holds grows. */
export const growth: Section = {
  name: 'growth',
  title: 'Growth',
  async run (bench) {
    const rows: string[][] = []
    for (const measured of GROWTHS) rows.push(await measureGrowth(measured, bench))
    return [
      {
        title: 'Throughput relative to the smallest',
        head: [
          'what grows',
          'sizes',
          'smallest, requests/s',
          'second ÷ smallest',
          'third ÷ smallest'
        ],
        rows,
        notes: [
          `Each size has a process of its own; they take turns. Rounds of ${figure(bench.roundSeconds * ROUND_SHARE, 1)} s; ratios are medians of the ratios within a round, with the least and the most. Where a thousand requests are sent in turn, each has been sent about a hundred times before.`
        ]
      }
    ]
  }
}

async function measureGrowth (
  { name, options, prepare, quickSizes, sizes: fullSizes }: Growth,
  bench: Bench
): Promise<string[]> {
  const sizes = bench.quick ? quickSizes : fullSizes
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
    const variety = Math.max(...contenders.map(({ plan }) => plan.requests.length))
    const [smallest = [], ...larger] = await takeTurns(contenders, {
      ...bench,
      roundSeconds: bench.roundSeconds * ROUND_SHARE,
      // Of a thousand requests in turn each has been sent often enough by then for its code to be compiled.
      warmUpSeconds: bench.quick
        ? bench.warmUpSeconds
        : Math.max(bench.warmUpSeconds, variety * WARM_UP_PER_REQUEST)
    })
    return [
      name,
      shown,
      figure(spreadOf(smallest.map(({ requestsPerSecond }) => requestsPerSecond)).median),
      ...larger.map(rounds => ratioText(rounds, smallest))
    ]
  } catch (error) {
    return [name, shown, `not measured: ${(error as Error).message}`] // nothing else is thrown here
  } finally {
    for (const server of servers) await server.stop()
  }
}

function ratioText (rounds: readonly Measurement[], smallest: readonly Measurement[]): string {
  return spreadText(
    spreadOf(
      rounds.map(
        ({ requestsPerSecond }, index) =>
          requestsPerSecond / (smallest[index]?.requestsPerSecond ?? NaN)
      )
    )
  )
}
