import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The unit of times in /proc (USER_HZ), in seconds. */
const TICK = 0.01

/** Returns the processor time of a process in seconds; `undefined` where the system has no /proc. */
export function cpuSeconds (pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, field 2, is in parentheses and may have spaces. User and system time are fields 14 and 15.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * TICK
  } catch {
    return undefined
  }
}

/** Returns the resident memory of a process in MiB. */
export function residentMiB (pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
}
