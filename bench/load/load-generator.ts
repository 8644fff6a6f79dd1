import { spawnSync } from 'node:child_process'
import type { Cores } from '../servers/cores.ts'
import { createAutocannon } from './autocannon.ts'
import { createWrk } from './wrk.ts'
import type { LoadGenerator } from './load-report.ts'

/** Creates the load generator: wrk where it is installed, or else autocannon. */
export function createLoadGenerator (cores: Cores, directory: string): LoadGenerator {
  const version = wrkVersion()
  return version === undefined ? createAutocannon(cores, directory) : createWrk(cores, directory, version)
}

function wrkVersion (): string | undefined {
  // It prints its version with its usage.
  const { stdout } = spawnSync('wrk', ['--version'], { encoding: 'utf8' })
  return /wrk (\S+)/.exec(stdout ?? '')?.[1]
}
