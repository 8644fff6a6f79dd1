import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The cores that the server and the load generator keep to; undefined where they cannot be kept apart. */
export interface Cores {
  readonly server: number | undefined
  readonly load: number | undefined
}

/** The first and the last core that this process may use. */
export function chooseCores (): Cores {
  const allowed = allowedCores()
  if (allowed.length < 2 || !hasTaskset()) return { server: undefined, load: undefined }
  return { server: allowed.at(-1), load: allowed[0] }
}

/** A command that runs on one core only. taskset gives way to it: the process id is the command's own. */
export function pinned (
  core: number | undefined,
  command: readonly [string, ...string[]]
): readonly [string, ...string[]] {
  return core === undefined ? command : ['taskset', '-c', String(core), ...command]
}

/** Reads a list such as `0-2,5`. */
function allowedCores (): number[] {
  try {
    const list = /^Cpus_allowed_list:\s*(\S+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? ''
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
