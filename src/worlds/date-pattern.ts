import { formatInstant } from './clock.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December']
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const DAY_MS = 86_400_000

/** The parts of an instant in UTC, by their letters (Unicode Technical Standard 35, Date Field Symbol Table). */
const FIELDS: Readonly<Record<string, (iso: string, instant: number) => string>> = {
  yyyy: iso => iso.slice(0, 4),
  yy: iso => iso.slice(2, 4),
  MMMM: iso => monthOf(iso),
  MMM: iso => monthOf(iso).slice(0, 3),
  MM: iso => iso.slice(5, 7),
  M: iso => String(Number(iso.slice(5, 7))),
  dd: iso => iso.slice(8, 10),
  d: iso => String(Number(iso.slice(8, 10))),
  EEEE: (_iso, instant) => dayOf(instant),
  EEE: (_iso, instant) => dayOf(instant).slice(0, 3),
  HH: iso => iso.slice(11, 13),
  H: iso => String(Number(iso.slice(11, 13))),
  mm: iso => iso.slice(14, 16),
  ss: iso => iso.slice(17, 19),
  SSS: iso => iso.slice(20, 23)
}

/** The letters that a pattern of dates can have. */
export const DATE_FIELDS = Object.keys(FIELDS)

/**
 * Compiles a pattern of dates, `dd.MM.yyyy HH:mm`, to a function that formats an instant in UTC. A text in single
 * quotes stands for itself. Returns the first part that is no field where the pattern has one, such as an open quote.
 */
export function compileDatePattern (
  pattern: string
): ((instant: number) => string) | { readonly unknown: string } {
  const parts = pattern.match(/'[^']*'|([A-Za-z])\1*|[^A-Za-z']+|'/g) ?? []
  const unknown = parts.find(part => part === "'" || (/^[A-Za-z]/.test(part) && !Object.hasOwn(FIELDS, part)))
  if (unknown !== undefined) return { unknown }
  return instant => {
    const iso = formatInstant(instant)
    return parts.map(part => FIELDS[part]?.(iso, instant) ?? withoutQuotes(part)).join('')
  }
}

function withoutQuotes (part: string): string {
  return part.startsWith("'") ? part.slice(1, -1) : part
}

function monthOf (iso: string): string {
  return MONTHS[Number(iso.slice(5, 7)) - 1] ?? ''
}

function dayOf (instant: number): string {
  // The first day of 1970 was a Thursday.
  const day = (Math.floor(instant / DAY_MS) + 4) % 7
  return DAYS[(day + 7) % 7] ?? ''
}
