import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { pinned } from '../servers/cores.ts'
import type { Cores } from '../servers/cores.ts'
import { endWithUs } from '../servers/end-with-us.ts'
import { counterStart } from './counter-start.ts'
import { DEFAULT_CONNECTIONS, rawRequest } from './plan.ts'
import type { Plan } from './plan.ts'
import type { LoadGenerator, LoadReport } from './load-report.ts'
import { checkReport } from './load-report.ts'

const SCRIPT = new URL('wrk.lua', import.meta.url).pathname

/** Longer than any run. A signal ends each run, as wrk counts only whole seconds. */
const BOUND = '600s'

/** How long to wait for the last responses, in milliseconds. */
const PATIENCE_MS = 15_000

/** Runs wrk on the load's own core, with one thread. */
export function createWrk (cores: Cores, directory: string, version: string): LoadGenerator {
  return {
    name: `wrk ${version}`,
    async run (url, plan, seconds) {
      const file = join(directory, 'plan.lua')
      await writeFile(file, writeLua(plan, new URL(url)))
      const connections = String(plan.connections ?? DEFAULT_CONNECTIONS)
      const command = pinned(cores.load, [
        'wrk', '-t', '1', '-c', connections, '-d', BOUND, '--timeout', '10s',
        '-s', SCRIPT, url, file, String(counterStart())
      ])
      return checkReport(readReport(await runFor(seconds, command)), plan)
    }
  }
}

/** Runs wrk for some seconds from its first request, and returns its output. */
async function runFor (seconds: number, [command, ...args]: readonly [string, ...string[]]): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  endWithUs(child)
  const output = text(child.stdout)
  // The script prints when it sends the first request. An earlier signal would end wrk without a report.
  await Promise.race([once(child.stderr, 'data'), once(child, 'exit')])
  await sleep(seconds * 1000)
  child.kill('SIGINT')
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  try {
    return await output
  } finally {
    clearTimeout(patience)
  }
}

/** Formats a plan as a Lua table. A JSON string without escaped code points is also a Lua string. */
function writeLua ({ requests, followUp }: Plan, url: URL): string {
  const literal = (request: Plan['requests'][number]): string => JSON.stringify(rawRequest(request, url))
  return `return {
  requests = { ${requests.map(literal).join(',\n')} },
  followUp = ${followUp === undefined ? 'nil' : literal(followUp)}
}`
}

function readReport (output: string): LoadReport {
  const json = /^REPORT (.*)$/m.exec(output)?.[1]
  if (json === undefined) throw new Error(`wrk reported nothing: ${output}`)
  return JSON.parse(json)
}
