import type { Member } from './member.ts'
import { keywordOf, typeOf, valuesOf } from './types-of.ts'

/** What a server fills a member with, as its name and its form tell. */
export type Role = 'created' | 'updated' | 'started' | 'ended' | 'expires' | 'progress' | 'self' | 'error'

/** Names without case and punctuation. */
const NAMES: ReadonlyArray<readonly [role: Role, names: RegExp]> = [
  ['created', /^(created|creation|inserted|submitted|registered|requested|queued|enqueued|date(created|added)|added)(at|on|date|time|datetime|timestamp|utc|ts)?$/],
  ['updated', /^(updated|modified|changed|last(updated?|modified|changed?|edited)|edited|date(updated|modified))(at|on|date|time|datetime|timestamp|utc|ts)?$/],
  ['started', /^(started|start|began|begin)(at|on|date|time|datetime|timestamp|utc|ts)?$/],
  ['ended', /^(ended|end|finished|finish|completed|completion|done|stopped)(at|on|date|time|datetime|timestamp|utc|ts)?$/],
  ['expires', /^(expires|expiry|expiration|expired|validuntil|availableuntil)(at|on|date|time|datetime|timestamp|utc|ts)?$/],
  ['progress', /^(progress|percent|percentage|percentcomplete|completionpercentage|progresspercent(age)?|completedpercent)$/],
  ['self', /^(self|href|url|uri|link|selflink|selfurl|resourceurl|resourceuri)$/],
  ['error', /^(error|errors|errormessage|errorcode|errordetails|failure|failurereason|failuremessage|statusmessage)$/]
]

const INSTANTS: readonly Role[] = ['created', 'updated', 'started', 'ended', 'expires']

/** The name of a member or a parameter as it is compared: `created_at` and `createdAt` are one. */
export function plainName (name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** What a server fills a member with; `undefined` where its name or its type says nothing of it. */
export function roleOf ({ name, schema }: Pick<Member, 'name' | 'schema'>): Role | undefined {
  const role = NAMES.find(([, names]) => names.test(plainName(name)))?.[0]
  const type = typeOf(schema)
  if (role === undefined || type === undefined) return undefined
  const format = keywordOf(schema, 'format')
  if (INSTANTS.includes(role)) return isInstant(name, format, type) && keywordOf(schema, 'pattern') === undefined && valuesOf(schema) === undefined ? role : undefined
  if (role === 'progress') return type === 'integer' || type === 'number' ? role : undefined
  if (role === 'self') return type === 'string' && keywordOf(schema, 'pattern') === undefined && ['uri', 'url', 'uri-reference', undefined].includes(format as string | undefined) ? role : undefined
  return role
}

/** An instant in the form that a member has: `$created` as text, `$created.date`, or a number. */
export function instantFor (expression: string, { name, schema }: Pick<Member, 'name' | 'schema'>): string {
  if (keywordOf(schema, 'format') === 'date') return `${expression}.date`
  if (typeOf(schema) === 'string') return expression
  const example = keywordOf(schema, 'example')
  const isMilliseconds = /(ms|millis|milliseconds)$/i.test(name) || (typeof example === 'number' && example > 100_000_000_000)
  return `${expression}.${isMilliseconds ? 'epochMilliseconds' : 'epochSeconds'}`
}

/** `created` may be a number or a text of many things, `created_at` is an instant. */
function isInstant (name: string, format: unknown, type: string): boolean {
  if (type === 'string' && format !== undefined) return format === 'date-time' || format === 'date'
  const isNamedSo = /(_at|At|_on|On|date|Date|time|Time|timestamp|Timestamp|utc|Utc|UTC|ts|ms)$/.test(name)
  return type === 'string' ? isNamedSo : (type === 'integer' || type === 'number') && (isNamedSo || /^(created|updated)$/i.test(name))
}
