import { GET_ALL_ONE } from '../cases/cases.ts'
import type { Plan } from '../load/plan.ts'
import { PEERS } from '../peers/peers.ts'
import type { Peer } from '../peers/peer.ts'
import { figure, spreadOf, spreadText } from '../report/spread.ts'
import type { Table } from '../report/table.ts'
import { installedVersion } from '../report/versions.ts'
import { BARE_NODE } from '../servers/baselines.ts'
import { freePort } from '../servers/free-port.ts'
import { startServer } from '../servers/server-process.ts'
import type { Server } from '../servers/server-process.ts'
import { runSideBySide } from '../servers/side-by-side.ts'
import type { Bench, Section } from './section.ts'
import { takeTurns } from './take-turns.ts'
import type { Contender, Measurement } from './take-turns.ts'

const WARM_UP_SECONDS = 3

/** The warm-up of a quick run: long enough for the first response of a slow server. */
const QUICK_WARM_UP_SECONDS = 2

/** Measures other products at one operation. The table has the reason for each that cannot be measured. */
export const peers: Section = {
  name: 'peers',
  title: 'Other products',
  async run (bench) {
    return [await runSideBySide(GET_ALL_ONE, {
      core: bench.cores.server,
      directory: bench.directory,
      async measure (servers, plan) {
        const contenders: Contender[] = servers.map(server => ({ server, plan }))
        const missing: string[][] = []
        for (const peer of PEERS) {
          bench.say(`peers: ${peer.name}`)
          try {
            contenders.push(await addPeer(peer, servers, plan, bench))
          } catch (error) {
            missing.push([peer.name, `not measured: ${(error as Error).message}`])  // nothing else is thrown here
          }
        }
        return toTable([...toRows(contenders, await takeTurns(contenders, bench)), ...missing])
      }
    })]
  }
}

async function addPeer (peer: Peer, servers: Server[], plan: Plan, bench: Bench): Promise<Contender> {
  const server = await startPeer(peer, bench)
  servers.push(server)
  const seconds = bench.quick ? QUICK_WARM_UP_SECONDS : peer.warmUpSeconds ?? WARM_UP_SECONDS
  // This also checks its responses.
  await bench.load.run(server.url, plan, seconds)
  return { server, plan }
}

function toTable (rows: readonly string[][]): Table {
  return {
    title: `${GET_ALL_ONE.name}, with other products`,
    head: ['server', 'version', 'requests/s', '÷ bare Node', 'standin is faster by', 'CPU µs/request'],
    rows,
    notes: PEERS.map(({ name, does }) => `${name}: ${does}.`)
  }
}

async function startPeer (peer: Peer, { cores, directory }: Bench): Promise<Server> {
  if (installedVersion(peer.package) === undefined) {
    throw new Error('it is not installed: run `npm ci --prefix bench` first')
  }
  const port = await freePort()
  return await startServer({
    name: peer.name,
    ...peer.start(port, await freePort()),
    core: cores.server,
    cwd: directory,
    ready: `http://127.0.0.1:${port}`,
    timeoutMs: 60_000
  })
}

function toRows (contenders: readonly Contender[], measurements: readonly Measurement[][]): string[][] {
  const roundsOf = (name: string): readonly Measurement[] => {
    return measurements[contenders.findIndex(({ server }) => server.name === name)] ?? []
  }
  const standin = roundsOf('standin')
  const node = roundsOf(BARE_NODE)
  return contenders.map(({ server: { name } }) => {
    const rounds = roundsOf(name)
    const ratios = (others: readonly Measurement[]): number[] => {
      return rounds.map((round, index) => round.requestsPerSecond / (others[index]?.requestsPerSecond ?? NaN))
    }
    return [
      name,
      versionOf(name),
      figure(spreadOf(rounds.map(({ requestsPerSecond }) => requestsPerSecond)).median),
      spreadText(spreadOf(ratios(node)), 3),
      name === 'standin' ? '' : `${spreadText(spreadOf(ratios(standin).map(ratio => 1 / ratio)), 1)} ×`,
      figure(spreadOf(rounds.map(({ cpuMicrosPerRequest }) => cpuMicrosPerRequest)).median, 1)
    ]
  })
}

function versionOf (name: string): string {
  const peer = PEERS.find(peer => peer.name === name)
  return peer === undefined ? '' : installedVersion(peer.package) ?? ''
}
