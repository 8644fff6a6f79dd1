import { CASES } from '../cases/cases.ts'
import type { Case } from '../cases/case.ts'
import { getAllRequest } from '../cases/mews.ts'
import { spreadOf, spreadText } from '../report/spread.ts'
import type { Server } from '../servers/server-process.ts'
import { call, startStandin } from '../servers/standin.ts'
import { ratioText } from './ratio-text.ts'
import type { Bench, Section } from './section.ts'
import { takeTurns } from './take-turns.ts'
import type { Contender } from './take-turns.ts'

/** Measures this checkout beside another one: the same cases, in turn, as ratios of one run. */
export const against: Section = {
  name: 'against',
  title: 'Beside another checkout',
  async run (bench) {
    const checkouts = [bench.against ?? '', undefined] as const
    const start = await measureStarts(checkouts, bench)
    const rows: string[][] = []
    for (const measured of CASES) rows.push(await measureCase(measured, checkouts, bench))
    return [
      { title: 'Start', head: ['this ÷ other'], rows: [[start]], notes: [] },
      {
        title: 'Cases',
        head: ['case', 'throughput, this ÷ other', 'CPU per request, this ÷ other'],
        rows,
        notes: ['Medians of the ratios within a round, with the least and the most.']
      }
    ]
  }
}

type Checkouts = readonly [other: string, own: undefined]

async function measureStarts (checkouts: Checkouts, bench: Bench): Promise<string> {
  const ratios: number[] = []
  bench.say('against: start')
  for (let count = 0; count < (bench.quick ? 2 : 10); count++) {
    const [other = NaN, own = NaN] = await inTurn(checkouts, checkout => secondsToFirstAnswer(checkout, bench))
    ratios.push(own / other)
  }
  return spreadText(spreadOf(ratios))
}

async function secondsToFirstAnswer (checkout: string | undefined, { cores }: Bench): Promise<number> {
  const { body, method, path } = getAllRequest(['3fa85f64-5717-4562-b3fd-2c963f66afa6'])
  const begin = performance.now()
  const server = await startStandin(cores.server, [], checkout)
  try {
    await call(server.url + path, { method, body: JSON.parse(body ?? 'null') })
    return (performance.now() - begin) / 1000
  } finally {
    await server.stop()
  }
}

async function measureCase ({ name, prepare }: Case, checkouts: Checkouts, bench: Bench): Promise<string[]> {
  bench.say(`against: ${name}`)
  const servers: Server[] = []
  try {
    const contenders = await inTurn(checkouts, async (checkout): Promise<Contender> => {
      const server = await startStandin(bench.cores.server, [], checkout)
      servers.push(server)
      return { server, plan: await prepare(server.url) }
    })
    const [other = [], own = []] = await takeTurns(contenders, bench)
    return [
      name,
      ratioText(own, other, ({ requestsPerSecond }) => requestsPerSecond),
      ratioText(own, other, ({ cpuMicrosPerRequest }) => cpuMicrosPerRequest)
    ]
  } catch (error) {
    return [name, `not measured: ${(error as Error).message}`]  // nothing else is thrown here
  } finally {
    for (const server of servers) await server.stop()
  }
}

async function inTurn<Item, Result> (
  items: readonly Item[],
  use: (item: Item) => Promise<Result>
): Promise<Result[]> {
  const results: Result[] = []
  for (const item of items) results.push(await use(item))
  return results
}
