import type { Plan, PlannedRequest } from '../load/plan.ts'
import { figure, spreadOf, spreadText } from '../report/spread.ts'
import { BARE_NODE, startBaseline } from '../servers/baselines.ts'
import type { Reply } from '../servers/reply.ts'
import { startServer } from '../servers/server-process.ts'
import type { Server } from '../servers/server-process.ts'
import { startStandin } from '../servers/standin.ts'
import type { Bench, Section } from './section.ts'
import { takeTurns } from './take-turns.ts'
import type { Measurement } from './take-turns.ts'

const ORDERS = new URL('../documents/orders.yaml', import.meta.url).pathname
const HTTP_PROXY = new URL('../servers/http-proxy.js', import.meta.url).pathname

const ORDER = { item: 'Lamp', amount: 2, notes: ['fragile', 'by courier'] }
const LIST = Array.from({ length: 10 }, (_, index) => ({ id: index + 1, ...ORDER }))

/** The requests that are passed on, with the responses of the service. */
const CASES: ReadonlyArray<{ readonly name: string, readonly request: PlannedRequest, readonly reply: Reply }> = [
  {
    name: 'a list is read',
    request: { method: 'GET', path: '/orders' },
    reply: { method: 'GET', path: '/orders', status: 200, contentType: 'application/json', body: LIST }
  },
  {
    name: 'an order is added',
    request: { method: 'POST', path: '/orders', body: JSON.stringify(ORDER) },
    reply: { method: 'POST', path: '/orders', status: 201, contentType: 'application/json', body: { id: 1, ...ORDER } }
  }
]

/** Measures requests that are passed on to a service, beside the proxy of Fastify. */
export const proxy: Section = {
  name: 'proxy',
  title: 'Requests that are passed on',
  async run (bench) {
    bench.say('proxy: beside @fastify/http-proxy')
    const measured = await measureInTurn(bench)
    return [{
      title: 'In front of a service of bare Node',
      head: ['request', '@fastify/http-proxy: CPU µs/request', 'standin', 'standin ÷ http-proxy'],
      rows: CASES.map(({ name }, index) => toRow(name, measured[2 * index], measured[2 * index + 1])),
      notes: [
        'Medians of the rounds, in which they take turns; the ratio is the median of the ratios within a round, with ' +
        'the least and the most. CPU is the processor time of the proxy.',
        'Standin validates both messages, and keeps them in its journal and its coverage; http-proxy looks at neither.'
      ]
    }]
  }
}

async function measureInTurn (bench: Bench): Promise<Measurement[][]> {
  const { cores: { load, server: core }, directory } = bench
  const servers: Server[] = []
  const keep = (server: Server): Server => {
    servers.push(server)
    return server
  }
  try {
    const replies = CASES.map(({ reply }) => reply)
    const service = keep(await startBaseline(BARE_NODE, { core: load, directory, replies }))
    const command = [process.execPath, HTTP_PROXY, service.url] as const
    const bare = keep(await startServer({ name: 'http-proxy', command, core, ready: /listens on (\S+)/ }))
    const standin = keep(await startStandin(core, [ORDERS, '--proxy', service.url]))
    return await takeTurns(CASES.flatMap(({ request }) => {
      const plan: Plan = { requests: [request], expects: 'success' }
      return [{ server: bare, plan }, { server: standin, plan }]
    }), bench)
  } finally {
    for (const server of servers.reverse()) await server.stop()
  }
}

function toRow (name: string, bare: readonly Measurement[] = [], standin: readonly Measurement[] = []): string[] {
  const cpu = ({ cpuMicrosPerRequest }: Measurement): number => cpuMicrosPerRequest
  const ratios = standin.map((round, index) => cpu(round) / cpu(bare[index] ?? round))
  return [
    name,
    figure(spreadOf(bare.map(cpu)).median, 1),
    figure(spreadOf(standin.map(cpu)).median, 1),
    spreadText(spreadOf(ratios))
  ]
}
