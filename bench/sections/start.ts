import { setTimeout as sleep } from 'node:timers/promises'
import { getAllRequest } from '../cases/mews.ts'
import { GET_LABEL, githubDescription } from '../documents/github.ts'
import { requestTo, writeDocument } from '../growths/write-document.ts'
import type { PlannedRequest } from '../load/plan.ts'
import { figure, spreadOf, spreadText } from '../report/spread.ts'
import { BARE_FASTIFY, BARE_NODE, startBaseline } from '../servers/baselines.ts'
import { residentMiB } from '../servers/process-usage.ts'
import type { Server } from '../servers/server-process.ts'
import { call, startStandin } from '../servers/standin.ts'
import type { Bench, Section } from './section.ts'

/** How long a process is idle before its memory is read, in milliseconds. */
const SETTLE_MS = 1000

interface Start {
  readonly name: string
  /** The first request. */
  readonly request: PlannedRequest
  run (): Promise<Server>
}

/** Measures the time from the start of a process to its first response, and its memory then. */
export const start: Section = {
  name: 'start',
  title: 'Start',
  async run (bench) {
    const rows: string[][] = []
    for (const measured of await listStarts(bench)) rows.push(await measureOrSay(measured, bench))
    return [{
      title: 'From the start of the process to the first answer',
      head: ['server', 'seconds, median (least–most)', 'resident MiB, idle'],
      rows,
      notes: [`Medians of ${startsOf(bench)} cold starts. Memory is read one second after the first answer.`]
    }]
  }
}

async function listStarts ({ cores, directory }: Bench): Promise<Start[]> {
  const request = getAllRequest(['3fa85f64-5717-4562-b3fd-2c963f66afa6'])
  const { method, path } = request
  const replies = [{ method, path, status: 200, contentType: 'application/json', body: { Exports: [] } }]
  const baseline = { core: cores.server, replies, directory }
  const large = await writeDocument(directory, 1000)
  const github = await githubDescription().catch((error: Error) => error)
  return [
    { name: BARE_NODE, request, run: () => startBaseline(BARE_NODE, baseline) },
    { name: BARE_FASTIFY, request, run: () => startBaseline(BARE_FASTIFY, baseline) },
    { name: 'standin, the four APIs', request, run: () => startStandin(cores.server) },
    { name: 'standin, 1,000 operations', request: requestTo(0), run: () => startStandin(cores.server, [large]) },
    {
      name: 'standin, GitHub\'s description (13 MB)',
      request: GET_LABEL,
      run: async () => startStandin(cores.server, [fileOr(github)])
    }
  ]
}

/** Throws the error of a file that could not be fetched, so that its row has the reason. */
function fileOr (file: string | Error): string {
  if (file instanceof Error) throw file
  return file
}

async function measureOrSay (measured: Start, bench: Bench): Promise<string[]> {
  try {
    return await measureStart(measured, bench)
  } catch (error) {
    return [measured.name, `not measured: ${(error as Error).message}`]  // nothing else is thrown here
  }
}

async function measureStart ({ name, request: { method, path, body }, run }: Start, bench: Bench): Promise<string[]> {
  bench.say(`start: ${name}`)
  const seconds: number[] = []
  const memory: number[] = []
  for (let count = 0; count < startsOf(bench); count++) {
    const begin = performance.now()
    const server = await run()
    try {
      await call(server.url + path, { method, ...body !== undefined && { body: JSON.parse(body) } })
      seconds.push((performance.now() - begin) / 1000)
      if (memory.length === (bench.quick ? 1 : 3)) continue
      await sleep(SETTLE_MS)
      memory.push(residentMiB(server.pid))
    } finally {
      await server.stop()
    }
  }
  return [name, spreadText(spreadOf(seconds), 3), figure(spreadOf(memory).median, 1)]
}

function startsOf ({ quick }: Bench): number {
  return quick ? 2 : 10
}
