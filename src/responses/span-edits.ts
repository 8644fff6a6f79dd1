import type { JsonObject } from '../documents/is-object.ts'
import { formatSeconds, parseInstant } from '../worlds/clock.ts'
import { Random } from '../worlds/random.ts'
import { DAY_MS } from './draw.ts'
import type { Arrangement, Edit } from './edit.ts'
import type { Inner } from './list-enveloped.ts'
import { listObjects } from './list-objects.ts'
import { plainName } from './name-words.ts'

const MINUTE_MS = 60_000

/** A beginning and an end that are not far apart. */
interface Pair {
  readonly start: RegExp
  readonly end: RegExp
  /** How long it takes: minutes, the fewest and the most, in steps of a quarter of an hour. */
  readonly minutes: readonly [least: number, most: number]
}

const TIME = '(?:time|at|utc|date|datetime)?$'
const PAIRS: readonly Pair[] = [
  { start: RegExp(`^departure${TIME}`), end: RegExp(`^arrival${TIME}`), minutes: [60, 660] },
  { start: /^(?:start|starts|begin|begins)(?:time|at)?$/, end: /^(?:end|ends)(?:time|at)?$/, minutes: [30, 180] }
]

const CHECK_IN = /^checkin(?:date|day)?$/
const CHECK_OUT = /^checkout(?:date|day)?$/

/** Lists the edits by which trips, meetings and stays take as long as they do, and members that say how long agree. */
export function listSpanEdits (value: unknown, { draw: { seed }, fixed }: Arrangement): Edit[] {
  const random = new Random(`spans ${seed}`)
  const edits: Edit[] = []
  for (const inner of listObjects(value, fixed)) {
    const { object } = inner
    // What the request gives stays, and so does the beginning of what it ends.
    const isEnded = Object.keys(object).some(name => isEnd(name) && fixed.has(object[name]))
    if (isEnded) continue
    for (const edit of [...pairEdits(inner, random), ...stayEdits(inner, random)]) {
      if (!fixed.has(object[edit.path.at(-1) ?? ''])) edits.push(edit)
    }
  }
  return edits
}

function isEnd (name: string): boolean {
  const plain = plainName(name)
  return CHECK_OUT.test(plain) || PAIRS.some(({ end }) => end.test(plain))
}

function pairEdits ({ object, path }: Inner, random: Random): Edit[] {
  for (const { end, minutes: [least, most], start } of PAIRS) {
    const from = find(object, start)
    const to = find(object, end)
    const instant = from === undefined ? undefined : parseInstant(String(object[from]))
    if (from === undefined || to === undefined || instant === undefined) continue
    const quarter = instant - instant % (15 * MINUTE_MS)
    const minutes = least + random.below((most - least) / 15 + 1) * 15
    const edits = [
      { path: [...path, from], values: [written(quarter, object[from])] },
      { path: [...path, to], values: [written(quarter + minutes * MINUTE_MS, object[to])] }
    ]
    const duration = find(object, /^duration(?:minutes|mins|inminutes)$/)
    return duration === undefined ? edits : [...edits, { path: [...path, duration], values: [minutes] }]
  }
  return []
}

function stayEdits ({ object, path }: Inner, random: Random): Edit[] {
  const from = find(object, CHECK_IN)
  const to = find(object, CHECK_OUT)
  const day = from === undefined ? undefined : parseInstant(`${String(object[from])}T00:00:00Z`)
  if (from === undefined || to === undefined || day === undefined) return []
  const nights = 1 + random.below(10)
  const edits: Edit[] = [{ path: [...path, to], values: [formatSeconds(day + nights * DAY_MS).slice(0, 10)] }]
  const count = find(object, /^(?:nights|numberofnights|nightcount)$/)
  if (count !== undefined) edits.push({ path: [...path, count], values: [nights] })
  const price = find(object, /^(?:pricepernight|nightlyrate|nightlyprice|rate)$/)
  const total = find(object, /^total(?:price|amount|cost)?$/)
  if (price !== undefined && total !== undefined) {
    const amount = Math.round(Number(object[price]) * nights * 100) / 100
    edits.push({ path: [...path, total], values: [amount, Math.round(amount)] })
  }
  return edits
}

function find (object: JsonObject, names: RegExp): string | undefined {
  return Object.keys(object).find(name => names.test(plainName(name)))
}

/** Returns an instant with as many digits as a text has. */
function written (instant: number, like: unknown): string {
  const fraction = /\.\d+/.exec(String(like))?.[0] ?? ''
  return formatSeconds(instant).replace('Z', `${fraction.replace(/\d/g, '0')}Z`)
}
