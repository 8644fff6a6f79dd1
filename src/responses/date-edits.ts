import { isObject } from '../documents/is-object.ts'
import { formatSeconds, parseInstant } from '../worlds/clock.ts'
import { Random } from '../worlds/random.ts'
import { DATE_RANKS, dateRole, isInstantName } from './date-role.ts'
import type { DateRole } from './date-role.ts'
import { DAY_MS } from './draw.ts'
import type { Arrangement, Edit } from './edit.ts'
import { nameWords } from './name-words.ts'

/** How many objects of a value get dates in order. */
const MOST_OBJECTS = 500

/** How far apart the dates of one thing are at most, in days: before now, and after it. */
const DAYS_BEFORE = 400
const DAYS_AFTER = 60

/** Lists the edits by which the dates of each object are in the order of its life, around the world's clock. */
export function listDateEdits (value: unknown, { draw: { now, seed }, fixed }: Arrangement): Edit[] {
  if (now === undefined) return []
  const edits: Edit[] = []
  const random = new Random(`dates ${seed}`)
  const waiting: Array<{ readonly path: readonly string[], readonly part: unknown }> = [{ path: [], part: value }]
  for (let count = 0; count < MOST_OBJECTS; count++) {
    const next = waiting.shift()
    if (next === undefined) break
    const { part, path } = next
    if (typeof part !== 'object' || part === null || fixed.has(part)) continue
    if (isObject(part)) {
      const dates = listDates(part)
      for (const [name, text] of placed(dates, { now, random, fixed })) {
        edits.push({ path: [...path, name], values: [text] })
      }
    }
    for (const [name, inner] of Object.entries(part)) {
      if (typeof inner === 'object') waiting.push({ path: [...path, name], part: inner })
    }
  }
  return edits
}

/** How an instant is written. */
interface DateForm {
  read (value: unknown): number | undefined
  write (instant: number, like: unknown): unknown
}

const DATE_TIME: DateForm = {
  read: value => parseInstant(String(value)),
  write (instant, like) {
    const fraction = /\.\d+/.exec(String(like))?.[0] ?? ''
    return formatSeconds(instant).replace('Z', `${fraction.replace(/\d/g, '0')}Z`)
  }
}

const DATE: DateForm = {
  read: value => parseInstant(`${String(value)}T00:00:00Z`),
  write: instant => formatSeconds(instant).slice(0, 10)
}

const SECONDS: DateForm = {
  read: value => Number(value) * 1000,
  write: instant => Math.floor(instant / 1000)
}

const MILLISECONDS: DateForm = { read: Number, write: instant => instant }

function formOf (name: string, value: unknown): DateForm | undefined {
  if (typeof value === 'string') return [DATE_TIME, DATE].find(form => form.read(value) !== undefined)
  if (!Number.isInteger(value) || !isInstantName(name)) return undefined
  return nameWords(name).some(word => word === 'ms' || word === 'millis') ? MILLISECONDS : SECONDS
}

interface DateMember {
  readonly name: string
  readonly value: unknown
  readonly role: DateRole
  readonly form: DateForm
}

/** Lists the dates of an object in the order in which they should be. */
function listDates (object: Readonly<Record<string, unknown>>): DateMember[] {
  const dates: DateMember[] = []
  for (const [name, value] of Object.entries(object)) {
    const form = formOf(name, value)
    if (form !== undefined) dates.push({ name, value, form, role: dateRole(name) })
  }
  return dates.sort((a, b) => DATE_RANKS.indexOf(a.role) - DATE_RANKS.indexOf(b.role))
}

interface Placing {
  readonly now: number
  readonly random: Random
  readonly fixed: ReadonlySet<unknown>
}

/** Places dates one after the other, each a day at least after the one before where both are apart from fixed ones. */
function placed (dates: readonly DateMember[], { fixed, now, random }: Placing): Array<[name: string, text: unknown]> {
  const known = dates.map(date => fixed.has(date.value) ? date.form.read(date.value) : undefined)
  const earliest = Math.min(now, ...known.filter(instant => instant !== undefined))
  let latest = earliest - (30 + random.below(DAYS_BEFORE)) * DAY_MS
  const texts: Array<[string, unknown]> = []
  for (const [index, { form, name, role, value }] of dates.entries()) {
    const own = known[index]
    if (own !== undefined) {
      latest = Math.max(latest, own)
      continue
    }
    if (role === 'birth') {
      texts.push([name, form.write(earliest - (18 * 365 + random.below(50 * 365)) * DAY_MS, value)])
      continue
    }
    const isFuture = DATE_RANKS.indexOf(role) >= DATE_RANKS.indexOf('end')
    const from = isFuture ? Math.max(latest, now) : latest
    const next = known.slice(index + 1).find(instant => instant !== undefined)
    const to = next ?? (isFuture ? from + DAYS_AFTER * DAY_MS : Math.max(from, now))
    const left = dates.length - index
    const step = Math.floor(random.fraction() * Math.max(0, to - from) / left)
    latest = inSeconds(from + Math.max(step, Math.min(DAY_MS, to - from)))
    texts.push([name, form.write(latest, value)])
  }
  return texts
}

function inSeconds (instant: number): number {
  return Math.floor(instant / 1000) * 1000
}
