import type { Case } from '../cases/case.ts'
import { CASES } from '../cases/cases.ts'
import { figure, spreadOf, spreadText } from '../report/spread.ts'
import { runSideBySide } from '../servers/side-by-side.ts'
import type { Bench, Section } from './section.ts'
import { takeTurns } from './take-turns.ts'
import type { Measurement } from './take-turns.ts'

/** Measures the throughput of standin beside bare servers with the same responses. */
export const throughput: Section = {
  name: 'throughput',
  title: 'Throughput',
  async run (bench) {
    const rows: string[][] = []
    for (const measured of CASES) rows.push(await measureCase(measured, bench))
    return [{
      title: 'Cases, side by side',
      head: [
        'case', 'bare Node', 'bare Fastify', 'standin', 'Fastify ÷ Node', 'standin ÷ Node',
        'CPU µs/request: Node', 'Fastify', 'standin', 'core used, %'
      ],
      rows,
      notes: [
        'Requests per second (the download: MB/s), medians of the rounds; each ratio is the median of the ratios ' +
        'within a round, with the least and the most.',
        'The bare servers parse the same request bodies and write the same answers, those that standin gave, with no ' +
        'headers but Content-Type and Content-Length; they check and remember nothing.',
        'CPU is the processor time of the server per request. Where a server used less of its core than all of it, ' +
        'it waited for the load generator, or shared the core with something else, and is faster than the figure.'
      ]
    }]
  }
}

async function measureCase (measured: Case, bench: Bench): Promise<string[]> {
  bench.say(`throughput: ${measured.name}`)
  try {
    return toRow(measured, await runSideBySide(measured, {
      core: bench.cores.server,
      directory: bench.directory,
      measure: (servers, plan) => takeTurns(servers.map(server => ({ server, plan })), bench)
    }))
  } catch (error) {
    return [measured.name, `not measured: ${(error as Error).message}`]  // nothing else is thrown here
  }
}

function toRow ({ name, unit }: Case, [node = [], fastify = [], standin = []]: readonly Measurement[][]): string[] {
  const rate = (round: Measurement): number => unit === 'MB/s' ? round.megabytesPerSecond : round.requestsPerSecond
  const ratio = (rounds: readonly Measurement[]): string => {
    return spreadText(spreadOf(rounds.map((round, index) => rate(round) / rate(node[index] ?? round))))
  }
  const all = [node, fastify, standin]
  return [
    name,
    ...all.map(rounds => figure(median(rounds, rate))),
    ratio(fastify),
    ratio(standin),
    ...all.map(rounds => figure(median(rounds, ({ cpuMicrosPerRequest }) => cpuMicrosPerRequest), 1)),
    all.map(rounds => figure(median(rounds, ({ busy }) => busy) * 100)).join(' · ')
  ]
}

function median (rounds: readonly Measurement[], figureOf: (round: Measurement) => number): number {
  return spreadOf(rounds.map(figureOf)).median
}
