import { idForm } from './id-form.ts'
import { instantFor, roleOf } from './role-of.ts'
import type { Role } from './role-of.ts'
import { givenMembers } from './given-members.ts'
import { pathParts } from './path-parts.ts'
import { exampleOf } from './samples.ts'
import type { Samples } from './samples.ts'
import { listMembers } from './member.ts'
import type { Member } from './member.ts'
import { isNullable, keywordOf, typeOf } from './types-of.ts'
import { lifecyclesOf } from './status-kind.ts'
import { successOf, unwrapItem } from './success-of.ts'
import { expressionFor, literal } from './expression-for.ts'
import type { Thing } from './thing.ts'
import { isObject } from '../documents/is-object.ts'

type Json = Record<string, unknown>

/** One of `x-standin.resources`, as it is proposed. */
export interface ProposedType {
  readonly declaration: Json
  /** Every member that its things may show. */
  readonly shown: ReadonlySet<string>
}

/** Proposes a type of resource for things: their id, their lifecycles, and the members that the server fills. */
export function proposeType (thing: Thing, basePath: string, samples: Samples): ProposedType {
  const { id, job } = thing
  const given = thing.collection.creates.map(create => givenMembers(create, thing, 'create'))
  const statuses = job && lifecyclesOf(job.statuses)
  const filled = fillMembers(thing, given.flatMap(({ members }) => typeof members === 'object' ? Object.keys(members) : given.flatMap(({ names }) => names)), { basePath, samples })
  return {
    declaration: {
      ...id && { id: { member: id.name, ...idForm(thing) } },
      ...job && { status: { member: job.member.name, running: [...job.statuses.waiting, ...job.statuses.running] }, lifecycles: statuses },
      ...Object.keys(filled.always).length > 0 && { always: filled.always },
      ...Object.keys(filled.while).length > 0 && { while: filled.while }
    },
    shown: new Set([...id ? [id.name] : [], ...job ? [job.member.name] : [], ...given.flatMap(({ names, members }) => [...names, ...typeof members === 'object' ? Object.keys(members) : []]), ...Object.keys(filled.always), ...Object.values(filled.while).flatMap(Object.keys)])
  }
}

interface TypeContext {
  readonly basePath: string
  readonly samples: Samples
}

/** The members that the server fills, in every status or in one. */
function fillMembers (thing: Thing, stored: readonly string[], surroundings: TypeContext): { always: Json, while: Record<string, Json> } {
  const always: Json = {}
  const whileIn: Record<string, Json> = {}
  const example = itemExample(thing)
  const createBody = givenMembers(thing.create, thing, 'create').sent?.members
  for (const member of thing.members.values()) {
    const { name, required, readOnly, writeOnly } = member
    if (writeOnly || name === thing.id?.name || name === thing.job?.member.name) continue
    const isSent = createBody?.get(name)?.required === true && createBody.get(name)?.readOnly === false
    const role = roleOf(member)
    if (stored.includes(name) && role !== 'updated' && (!required || (isSent && !isNullable(member.schema)))) continue
    const inStatuses = role === undefined || thing.job === undefined ? undefined : byStatus(role, member, thing.job.statuses)
    if (inStatuses !== undefined) for (const [status, value] of Object.entries(inStatuses)) (whileIn[status] ??= {})[name] = value
    const isTold = role === 'created' || role === 'updated' || role === 'self'
    const needed = required || readOnly || isTold
    if (!needed && inStatuses !== undefined) continue
    const template = role === undefined || (stored.includes(name) && role !== 'updated') ? undefined : byRole(role, member, thing, surroundings.basePath)
    if (template !== undefined) always[name] = template
    else if (isTold && !required && !readOnly) continue
    // What the client did not send is not there, rather than something else.
    else if (required && isNullable(member.schema) && (inStatuses !== undefined || stored.includes(name))) always[name] = keywordOf(member.schema, 'default') ?? null
    else if (needed) always[name] = withLinks(member, surroundings.samples.of(member.schema, isObject(example) ? example[name] : undefined), thing, surroundings.basePath)
  }
  return { always, while: whileIn }
}

function byRole (role: Role, member: Member, thing: Thing, basePath: string): unknown {
  if (role === 'created' || role === 'started') return instantFor('$created', member)
  if (role === 'updated') return instantFor(thing.job === undefined ? '$created' : '$status.since', member)
  return role === 'self' ? selfLink(thing, basePath) : undefined
}

/** What can be told of a job in some of its statuses only. */
function byStatus (role: Role, member: Member, { cancelled, failure, running, success, waiting, expired }: NonNullable<Thing['job']>['statuses']): Json | undefined {
  const [done] = success
  const inAll = (statuses: readonly string[], value: unknown): Json => Object.fromEntries(statuses.map(status => [status, value]))
  switch (role) {
    case 'progress': {
      const isWhole = typeOf(member.schema) === 'integer'
      const maximum = keywordOf(member.schema, 'maximum')
      if (typeof maximum === 'number' && maximum < 100) return undefined
      return { ...inAll(waiting, 0), ...inAll(running, isWhole ? 50 : '$status.progress'), ...inAll(success, 100) }
    }
    case 'started': return inAll(running, instantFor('$status.since', member))
    case 'ended': return inAll([...success, ...failure, ...cancelled, ...expired], instantFor('$status.since', member))
    case 'expires': return expired.length > 0 && done !== undefined ? { [done]: instantFor('$status.until', member) } : undefined
    case 'error': return typeOf(member.schema) === 'string' ? inAll(failure, 'It could not be done') : undefined
  }
}

/** Where one of the things is read. */
export function selfLink (thing: Thing, basePath: string): string | undefined {
  const { read } = thing.collection
  if (read === undefined || thing.id === undefined) return undefined
  const own = pathParts(read).id
  let index = 0
  const path = read.path.replace(/\{([^{}]+)\}/g, (_match, name: string) => {
    if (name === own) return '{$id}'
    const parent = thing.parents[index++]
    return parent === undefined ? '' : `{${expressionFor(parent.isHidden ? '$hidden' : '$resource', parent.member)}}`
  })
  return `{$server.url}${basePath}${path}`
}

/** A sample in which the links and instants that can be told are told. */
function withLinks (member: Member, sample: unknown, thing: Thing, basePath: string): unknown {
  if (!isObject(sample)) return literal(sample)
  const known = [...listMembers(member.schema).values()].flatMap(inner => {
    const role = roleOf(inner)
    const template = role === undefined || !(inner.name in sample) ? undefined : byRole(role, inner, thing, basePath)
    return template === undefined ? [] : [[inner.name, template] as const]
  })
  return { ...literal(sample) as Json, ...Object.fromEntries(known) }  // a literal of an object is one
}

function itemExample ({ collection: { read, list } }: Thing): unknown {
  const example = exampleOf(read ?? list)
  const schema = successOf(read ?? list as NonNullable<typeof list>)?.schema
  const path = read === undefined || schema === undefined ? [] : unwrapItem(schema)?.path ?? []
  const item = path.reduce<unknown>((value, name) => isObject(value) ? value[name] : undefined, example)
  return Array.isArray(item) ? item[0] : item
}
