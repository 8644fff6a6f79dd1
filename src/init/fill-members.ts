import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { isFileUrl } from './file-response.ts'
import { statusName } from './find-job.ts'
import type { Job } from './find-job.ts'
import { listMembers } from './member.ts'
import type { Member } from './member.ts'
import type { ResourceModel } from './resource-model.ts'
import { instantFor, roleOf } from './role-of.ts'
import type { Role } from './role-of.ts'
import { isValid } from './samples.ts'
import type { Samples } from './samples.ts'
import { selfLink } from './self-link.ts'
import { statusContainer } from './status-container.ts'
import { exampleOf, memberOf, successOf } from './success-of.ts'
import { isNullable, keywordOf, typeOf } from './types-of.ts'
import { bodyOf, unwrapItem } from './wrapped.ts'
import { literal } from '../simulation/literal.ts'

/** The members that the server fills. */
export interface FilledMembers {
  /** Templates by member. */
  readonly always: JsonObject
  /** Templates by status and member. */
  readonly while: Readonly<Record<string, JsonObject>>
}

/** The reason that a job shows for its failure. */
const REASON = 'It could not be done'

const FILE_URL = '$files.0.url'

interface FillContext {
  readonly samples: Samples
  /** The members that are stored when a resource is created. */
  readonly stored: readonly string[]
  /** Whether the type has files. */
  readonly hasFiles: boolean
}

/** Proposes templates for the members that the server fills, in every status or in one. */
export function fillMembers (model: ResourceModel, context: FillContext): FilledMembers {
  const always: JsonObject = {}
  const whileIn: Record<string, JsonObject> = {}
  const example = itemExample(model)
  for (const member of model.members.values()) {
    const { name } = member
    if (member.writeOnly || name === model.id?.name || name === statusName(model.job)) continue
    if (name === model.job?.container?.name) {
      always[name] = statusContainer(member, model, context.samples)
      continue
    }
    const role = roleOf(member)
    if (context.stored.includes(name) && role !== 'updated' && !mayBeMissing(member, model)) continue
    if (context.hasFiles && isFileUrl(member) && !context.stored.includes(name)) {
      if (model.job === undefined) always[name] = FILE_URL
      for (const status of model.job?.statuses.success ?? []) (whileIn[status] ??= {})[name] = FILE_URL
      if (model.job === undefined || !member.required) continue
    }
    const inStatuses = role && model.job && templatesByStatus(role, member, model.job.statuses)
    for (const [status, value] of Object.entries(inStatuses ?? {})) (whileIn[status] ??= {})[name] = value
    const hasStatuses = inStatuses !== undefined
    const value = templateFor(member, model, context, { example: memberOf(example, name), hasStatuses })
    if (value !== undefined) always[name] = value
  }
  return { always, while: whileIn }
}

/** Returns whether a required member may be missing from a request: it is optional there, or null is allowed. */
function mayBeMissing ({ name, required, schema }: Member, { create, members }: ResourceModel): boolean {
  if (!required) return false
  const sent = create && bodyOf(create, members)?.members.get(name)
  const isSent = sent?.required === true && !sent.readOnly
  return !isSent || isNullable(schema)
}

interface MemberContext {
  readonly example: unknown
  /** Whether the member has templates in some statuses. */
  readonly hasStatuses: boolean
}

/** Returns the template of a member in every status; `undefined` when it needs none. */
function templateFor (
  member: Member,
  model: ResourceModel,
  context: FillContext,
  { example, hasStatuses }: MemberContext
): unknown {
  const { samples, stored } = context
  const { name, readOnly, required, schema } = member
  const role = roleOf(member)
  const hasMeaning = role === 'created' || role === 'updated' || role === 'self'
  const isNeeded = required || readOnly || hasMeaning
  if (!isNeeded && hasStatuses) return undefined
  const isStored = stored.includes(name)
  const isDerived = role !== undefined && (!isStored || role === 'updated')
  const template = isDerived ? templateByRole(role, member, model) : undefined
  if (template !== undefined) return template
  if (hasMeaning && !required && !readOnly) return undefined
  // A member that the client did not send is null or the default, not a sample.
  if (required && isNullable(schema) && (hasStatuses || isStored)) return keywordOf(schema, 'default') ?? null
  return isNeeded ? withTemplates(member, samples.of(schema, example), model) : undefined
}

function templateByRole (role: Role, member: Member, model: ResourceModel): string | undefined {
  if (role === 'created' || role === 'started') return instantFor('$created', member)
  if (role === 'updated') return instantFor(model.job === undefined ? '$created' : '$status.since', member)
  return role === 'self' ? selfLink(model) : undefined
}

/** Returns the templates of a job's member that has a value in some statuses only, by status. */
function templatesByStatus (role: Role, member: Member, statuses: Job['statuses']): JsonObject | undefined {
  const { cancelled, expired, failure, running, success, waiting } = statuses
  const inAll = (names: readonly string[], value: unknown): JsonObject =>
    Object.fromEntries(names.map(name => [name, value]))
  switch (role) {
    case 'progress': {
      const maximum = keywordOf(member.schema, 'maximum')
      if (typeof maximum === 'number' && maximum < 100) return undefined
      const half = typeOf(member.schema) === 'integer' ? 50 : '$status.progress'
      return { ...inAll(waiting, 0), ...inAll(running, half), ...inAll(success, 100) }
    }
    case 'hasEnded': {
      const ended = [...success, ...failure, ...cancelled, ...expired]
      return { ...inAll([...waiting, ...running], false), ...inAll(ended, true) }
    }
    case 'started': return inAll(running, instantFor('$status.since', member))
    case 'ended': return inAll([...success, ...failure, ...cancelled, ...expired], instantFor('$status.since', member))
    case 'expires': {
      const [done] = success
      return expired.length > 0 && done !== undefined ? { [done]: instantFor('$status.until', member) } : undefined
    }
    case 'error': {
      const isText = typeOf(member.schema) === 'string' && isValid(member.schema, REASON)
      return isText ? inAll(failure, REASON) : undefined
    }
  }
}

/** Returns a sample in which links and instants are templates. */
function withTemplates (member: Member, sample: unknown, model: ResourceModel): unknown {
  if (!isObject(sample)) return literal(sample)
  const value = literal(sample) as JsonObject  // a literal of an object is one
  for (const inner of listMembers(member.schema).values()) {
    const role = inner.name in sample ? roleOf(inner) : undefined
    const template = role && templateByRole(role, inner, model)
    if (template !== undefined) value[inner.name] = template
  }
  return value
}

/** Returns the example of one resource, from the response that shows one or from the first item of the list. */
function itemExample ({ collection: { list, read } }: ResourceModel): unknown {
  const operation = read ?? list
  let example = exampleOf(operation)
  const schema = read && successOf(read)?.schema
  const path = schema === undefined ? [] : unwrapItem(schema)?.path ?? []
  for (const name of path) example = memberOf(example, name)
  return Array.isArray(example) ? example[0] : example
}
