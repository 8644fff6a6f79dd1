const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const UNITS: ReadonlyArray<readonly [string, number]> = [['d', DAY], ['h', HOUR], ['min', MINUTE], ['s', SECOND]]

/** Returns a duration in its two largest units: `2 min 5 s`, `1 d 3 h`; `1.25 s` where it is short. */
export function durationText (ms: number): string {
  if (ms < MINUTE) return `${ms / SECOND} s`
  const first = UNITS.findIndex(([, unit]) => ms >= unit)
  const parts: string[] = []
  let rest = ms
  for (const [name, unit] of UNITS.slice(first, first + 2)) {
    const count = Math.floor(rest / unit)
    if (count > 0) parts.push(`${count} ${name}`)
    rest -= count * unit
  }
  return parts.join(' ')
}
