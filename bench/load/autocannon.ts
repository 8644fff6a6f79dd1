import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { installedVersion } from '../report/versions.ts'
import { pinned } from '../servers/cores.ts'
import type { Cores } from '../servers/cores.ts'
import { counterStart } from './counter-start.ts'
import type { LoadGenerator } from './load-report.ts'
import { checkReport } from './load-report.ts'

const SCRIPT = new URL('run-autocannon.ts', import.meta.url).pathname

/**
 * Runs autocannon in a process of its own, on the load's own core. It is slower than wrk, and may limit the figures:
 * see how busy the server is.
 */
export function createAutocannon (cores: Cores, directory: string): LoadGenerator {
  const version = installedVersion('autocannon')
  if (version === undefined) {
    throw new Error('Neither wrk nor autocannon is installed: run `npm ci --prefix bench` first')
  }
  return {
    name: `autocannon ${version}`,
    async run (url, plan, seconds) {
      const file = join(directory, 'plan.json')
      await writeFile(file, JSON.stringify({ url, plan, seconds, counter: counterStart() }))
      const [command, ...args] = pinned(cores.load, [process.execPath, SCRIPT, file])
      const { stdout } = await promisify(execFile)(command, args, { timeout: seconds * 1000 + 30_000 })
      return checkReport(JSON.parse(stdout), plan)
    }
  }
}
