import { eventStatuses } from './event-statuses.ts'
import type { Job } from './find-job.ts'
import type { Member } from './member.ts'
import { instantFor, plainName } from './role-of.ts'
import { isValid } from './samples.ts'
import { typeOf, valuesOf } from './types-of.ts'

/** The event or the status that a message is sent for. */
export interface MessageEvent {
  /** The name of the callback or the webhook. */
  readonly name: string
  readonly job: Job | undefined
  /** The statuses at which it is sent. */
  readonly when: readonly string[]
}

const KINDS = /^(event|type|eventtype|eventname|topic|action|kind)$/
const IDS = /^((event|message|delivery|notification|webhook)?id)$/
const TIMES = /^(at|time|timestamp|(created|occurred|sent|event|triggered)(at|on|time)?)$/

/** Returns the template of a member beside the resource in a message: what it is sent for, its id, and when. */
export function eventMember (member: Member, event: MessageEvent): unknown {
  const { name, schema } = member
  const plain = plainName(name)
  if (KINDS.test(plain)) return kindOf(member, event)
  const type = typeOf(schema)
  if (IDS.test(plain)) return type === 'string' && isValid(schema, UUID) ? '$event.id' : undefined
  const isTime = TIMES.test(plain) && (type === 'integer' || (type === 'string' && isValid(schema, INSTANT)))
  return isTime ? instantFor('$now', member) : undefined
}

const UUID = '3fa85f64-5717-4562-b3fc-2c963f66afa6'
const INSTANT = '2026-01-01T00:00:00Z'

/** Returns the value for the kind of an event: the only one, the one for the status, or its name. */
function kindOf ({ schema }: Member, { job, name, when }: MessageEvent): unknown {
  if (typeOf(schema) !== 'string') return undefined
  const values = valuesOf(schema)?.filter(value => typeof value === 'string')
  if (values === undefined) return isValid(schema, name) ? name : undefined
  const [first] = values
  if (values.length === 1 || job === undefined) return values.includes(name) ? name : first
  const byStatus: Record<string, string> = {}
  for (const status of when) {
    const value = values.find(value => eventStatuses(value, job).includes(status))
    if (value !== undefined) byStatus[status] = value
  }
  return Object.keys(byStatus).length > 0
    ? { $choose: '$status', of: byStatus, else: first }
    : first
}
