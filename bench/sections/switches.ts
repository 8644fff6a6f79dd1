import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { Case } from '../cases/case.ts'
import { COMMAND, GET_ALL_ONE, INVALID } from '../cases/cases.ts'
import type { Server } from '../servers/server-process.ts'
import { startStandin } from '../servers/standin.ts'
import { ratioText } from './ratio-text.ts'
import type { Bench, Section } from './section.ts'
import { takeTurns } from './take-turns.ts'
import type { Contender } from './take-turns.ts'

/** What a flag adds to, or saves of, a request. */
interface Switch {
  readonly name: string
  /** Returns its flags, for a directory of its own. */
  readonly flags: (directory: string) => readonly string[]
}

const SWITCHES: readonly Switch[] = [
  { name: '--no-coverage', flags: () => ['--no-coverage'] },
  { name: '--log info', flags: () => ['--log', 'info'] },
  { name: '--log info --log-format json', flags: () => ['--log', 'info', '--log-format', 'json'] },
  { name: '--data', flags: directory => ['--data', directory] }
]

const CASES: readonly Case[] = [GET_ALL_ONE, COMMAND, INVALID]

/** Measures what the switches of the command line cost, each beside a server without it. */
export const switches: Section = {
  name: 'switches',
  title: 'What switches cost',
  async run (bench) {
    const rows: string[][] = []
    for (const measured of CASES) rows.push(...await measureCase(measured, bench))
    return [{
      title: 'Beside the same server without the switch',
      head: ['case', 'switch', 'throughput, with ÷ without', 'CPU per request, with ÷ without'],
      rows,
      notes: ['Medians of the ratios within a round, with the least and the most. The log goes to a pipe.']
    }]
  }
}

async function measureCase ({ name, prepare }: Case, bench: Bench): Promise<string[][]> {
  bench.say(`switches: ${name}`)
  const servers: Server[] = []
  try {
    const contenders: Contender[] = []
    for (const { flags } of [{ flags: () => [] }, ...SWITCHES]) {
      const own = mkdtempSync(join(bench.directory, 'switch-'))
      const server = await startStandin(bench.cores.server, flags(own))
      servers.push(server)
      contenders.push({ server, plan: await prepare(server.url) })
    }
    const [plain = [], ...others] = await takeTurns(contenders, bench)
    return others.map((own, index) => [
      name,
      SWITCHES[index]?.name ?? '',
      ratioText(own, plain, ({ requestsPerSecond }) => requestsPerSecond),
      ratioText(own, plain, ({ cpuMicrosPerRequest }) => cpuMicrosPerRequest)
    ])
  } catch (error) {
    return [[name, `not measured: ${(error as Error).message}`]]  // nothing else is thrown here
  } finally {
    for (const server of servers) await server.stop()
  }
}
