import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The unit of times in /proc (USER_HZ), in seconds. */
const TICK = 0.01

/** Processor time that a process has used, in seconds; undefined where the system does not tell. */
export function cpuSeconds (pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in parentheses, may hold spaces. User and system time are fields 14 and 15, the name is the second.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * TICK
  } catch {
    return undefined
  }
}

/** Resident memory of a process, in MiB. */
export function residentMiB (pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
}
