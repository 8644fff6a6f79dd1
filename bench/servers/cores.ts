import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The cores of the server and the load generator; `undefined` where they cannot be separated. */
export interface Cores {
  readonly server: number | undefined
  readonly load: number | undefined
}

/** Chooses the first and the last core that this process may use. */
export function chooseCores (): Cores {
  const allowed = allowedCores()
  if (allowed.length < 2 || !hasTaskset()) return { server: undefined, load: undefined }
  return { server: allowed.at(-1), load: allowed[0] }
}

type Command = readonly [string, ...string[]]

/** Returns a command pinned to one core. `taskset` replaces itself by it, so the process id is its own. */
export function pinned (core: number | undefined, command: Command): Command {
  return core === undefined ? command : ['taskset', '-c', String(core), ...command]
}

/** Lists the cores that this process may use, which Linux has as `0-2,5`. */
function allowedCores (): number[] {
  try {
    const status = readFileSync('/proc/self/status', 'utf8')
    const list = /^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1] ?? ''
    return list.split(',').flatMap(range => {
      const [from = NaN, to = from] = range.split('-').map(Number)
      return Array.from({ length: to - from + 1 }, (_, index) => from + index)
    })
  } catch {
    return []
  }
}

function hasTaskset (): boolean {
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
