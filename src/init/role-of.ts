import type { Member } from './member.ts'
import { keywordOf, typeOf, valuesOf } from './types-of.ts'

/** The meaning of a member that the server fills, guessed from its name and type. */
export type Role = 'created' | 'updated' | 'started' | 'ended' | 'expires' | 'progress' | 'self' | 'error' | 'hasEnded'

const TIME_SUFFIX = '(at|on|date|time|datetime|timestamp|utc|ts)?'

function timeNames (...names: readonly string[]): RegExp {
  return new RegExp(`^(${names.join('|')})${TIME_SUFFIX}$`)
}

/** Matches plain names (see `plainName`) by role. The first match wins. */
const NAMES: ReadonlyArray<readonly [role: Role, names: RegExp]> = [
  ['created', timeNames(
    'created', 'creation', 'inserted', 'submitted', 'registered', 'requested', 'queued', 'enqueued', 'added',
    'date(created|added)'
  )],
  ['updated', timeNames(
    'updated', 'modified', 'changed', 'last(updated?|modified|changed?|edited)', 'edited', 'date(updated|modified)'
  )],
  ['started', timeNames('started', 'start', 'began', 'begin')],
  ['ended', timeNames('ended', 'end', 'finished', 'finish', 'completed', 'completion', 'done', 'stopped')],
  ['expires', timeNames('expires', 'expiry', 'expiration', 'expired', 'validuntil', 'availableuntil')],
  ['progress', /^((progress)?percent(age)?|progress|percentcomplete|completionpercentage|completedpercent)$/],
  ['self', /^(self|href|url|uri|link|selflink|selfurl|resourceurl|resourceuri)$/],
  ['error', /^(error|errors|errormessage|errorcode|errordetails|failure|failurereason|failuremessage|statusmessage)$/]
]

/** Matches plain names of flags that say whether a job has ended. */
const HAS_ENDED = /^(is|has)?(done|finished|completed?|ended)$/

const INSTANTS: readonly Role[] = ['created', 'updated', 'started', 'ended', 'expires']

const LINK_FORMATS: readonly unknown[] = ['uri', 'url', 'uri-reference', undefined]

/** Returns a name without case and punctuation, for comparison: `created_at` and `createdAt` are the same. */
export function plainName (name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** Returns the role of a member; `undefined` when its name or its type suggests none. */
export function roleOf ({ name, schema }: Pick<Member, 'name' | 'schema'>): Role | undefined {
  if (typeOf(schema) === 'boolean') return HAS_ENDED.test(plainName(name)) ? 'hasEnded' : undefined
  const role = NAMES.find(([, names]) => names.test(plainName(name)))?.[0]
  const type = typeOf(schema)
  if (role === undefined || type === undefined) return undefined
  const format = keywordOf(schema, 'format')
  const hasPattern = keywordOf(schema, 'pattern') !== undefined
  if (INSTANTS.includes(role)) {
    return isInstant(name, format, type) && !hasPattern && valuesOf(schema) === undefined ? role : undefined
  }
  if (role === 'progress') return type === 'integer' || type === 'number' ? role : undefined
  if (role === 'self') return type === 'string' && !hasPattern && LINK_FORMATS.includes(format) ? role : undefined
  return role
}

/** Writes an instant in the form of a member: `$created` for text, `$created.date`, or a number of (milli)seconds. */
export function instantFor (expression: string, { name, schema }: Pick<Member, 'name' | 'schema'>): string {
  if (keywordOf(schema, 'format') === 'date') return `${expression}.date`
  if (typeOf(schema) === 'string') return expression
  const example = keywordOf(schema, 'example')
  const looksLikeMilliseconds = typeof example === 'number' && example > 100_000_000_000
  const isMilliseconds = /(ms|millis|milliseconds)$/i.test(name) || looksLikeMilliseconds
  return `${expression}.${isMilliseconds ? 'epochMilliseconds' : 'epochSeconds'}`
}

const TIME_NAME = /(_at|At|_on|On|date|Date|time|Time|timestamp|Timestamp|utc|Utc|UTC|ts|ms)$/

/** Returns whether a member is an instant. `created` alone may be many things; `created_at` is an instant. */
function isInstant (name: string, format: unknown, type: string): boolean {
  if (type === 'string' && format !== undefined) return format === 'date-time' || format === 'date'
  const hasTimeName = TIME_NAME.test(name)
  if (type === 'string') return hasTimeName
  const isNumber = type === 'integer' || type === 'number'
  return isNumber && (hasTimeName || /^(created|updated)$/i.test(name))
}
