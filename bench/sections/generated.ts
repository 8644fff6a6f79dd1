import type { Plan } from '../load/plan.ts'
import { figure, spreadOf, spreadText } from '../report/spread.ts'
import type { Server } from '../servers/server-process.ts'
import { call, startStandin } from '../servers/standin.ts'
import type { Bench, Section } from './section.ts'
import { takeTurns } from './take-turns.ts'
import type { Measurement } from './take-turns.ts'

const PARCELS = new URL('../documents/parcels.yaml', import.meta.url).pathname

/** How many ids are asked for in turn. */
const IDS = 1000

/** Measures responses that are generated once for each request, beside stubbed ones of the same body. */
export const generated: Section = {
  name: 'generated',
  title: 'Generated responses',
  async run (bench) {
    bench.say('generated: one id, and 1,000 ids')
    const [stubbed, ...others] = await measureInTurn(bench)
    const rows = [toRow('stubbed', stubbed), ...NAMES.map((name, index) => toRow(name, others[index], stubbed))]
    return [{
      title: 'GET of a parcel',
      head: ['response', 'requests/s', 'CPU µs/request', 'CPU ÷ stubbed'],
      rows,
      notes: [
        'Each has a server of its own on one core, and they take turns. Medians of the rounds; a ratio is the median ' +
        'of the ratios within a round, with the least and the most.',
        'A generated response is kept for its parameters: all of these were generated while the server warmed up.'
      ]
    }]
  }
}

const NAMES = ['generated, one id', 'generated, 1,000 ids in turn'] as const

async function measureInTurn (bench: Bench): Promise<Measurement[][]> {
  const servers: Server[] = []
  try {
    for (let count = 0; count < 1 + NAMES.length; count++) {
      servers.push(await startStandin(bench.cores.server, [PARCELS]))
    }
    const [stubbed, one, many] = servers
    if (stubbed === undefined || one === undefined || many === undefined) return []
    const body = await call(`${stubbed.url}/parcels/1`, { method: 'GET' })
    const stub = { operation: 'parcels.getParcel', reply: { status: 200, body } }
    await call(`${stubbed.url}/__admin/stubs`, { body: stub })
    return await takeTurns([
      { server: stubbed, plan: planOf(1) },
      { server: one, plan: planOf(1) },
      { server: many, plan: planOf(IDS) }
    ], bench)
  } finally {
    for (const server of servers) await server.stop()
  }
}

function planOf (ids: number): Plan {
  const requests = Array.from({ length: ids }, (_, index) => ({ method: 'GET', path: `/parcels/${index + 1}` }))
  return { requests, expects: 'success' }
}

function toRow (name: string, rounds: readonly Measurement[] = [], stubbed?: readonly Measurement[]): string[] {
  const cpu = ({ cpuMicrosPerRequest }: Measurement): number => cpuMicrosPerRequest
  const ratios = rounds.map((round, index) => cpu(round) / cpu(stubbed?.[index] ?? round))
  return [
    name,
    figure(spreadOf(rounds.map(({ requestsPerSecond }) => requestsPerSecond)).median),
    figure(spreadOf(rounds.map(cpu)).median, 1),
    stubbed === undefined ? '' : spreadText(spreadOf(ratios))
  ]
}
