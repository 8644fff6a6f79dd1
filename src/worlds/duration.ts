const DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/
const UNITS = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1_000]

/**
 * Parses an ISO 8601 duration of weeks, days, hours, minutes and seconds (`P7D`, `PT2.5S`) into milliseconds;
 * `undefined` where the text is none. It rejects months and years, which have no fixed length.
 */
export function parseDuration (text: string): number | undefined {
  const match = DURATION.exec(text)
  if (match === null || text.endsWith('P') || text.endsWith('T')) return undefined
  const milliseconds = UNITS.reduce((sum, unit, index) => sum + unit * Number(match[index + 1] ?? 0), 0)
  return Math.round(milliseconds)
}

/** Formats milliseconds as an ISO 8601 duration: `PT5S`, `P7D`. */
export function formatDuration (milliseconds: number): string {
  if (milliseconds === 0) return 'PT0S'
  const [days, inDay] = split(milliseconds, 86_400_000)
  const [hours, inHour] = split(inDay, 3_600_000)
  const [minutes, inMinute] = split(inHour, 60_000)
  const date = days > 0 ? `${days}D` : ''
  const time = part(hours, 'H') + part(minutes, 'M') + part(inMinute / 1_000, 'S')
  return `P${date}${time === '' ? '' : `T${time}`}`
}

function split (total: number, unit: number): [whole: number, rest: number] {
  return [Math.floor(total / unit), total % unit]
}

function part (amount: number, unit: string): string {
  return amount > 0 ? `${amount}${unit}` : ''
}
