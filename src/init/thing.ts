import type { Operation } from '../contract/contract.ts'
import { pascal } from '../documents/pascal.ts'
import { plainName } from './role-of.ts'
import { listMembers } from './member.ts'
import type { Member, Members } from './member.ts'
import { typeOf, valuesOf } from './types-of.ts'
import { jobStatuses } from './status-kind.ts'
import type { StatusesByKind } from './status-kind.ts'
import { bodyOf } from './body-of.ts'
import type { Collection } from './find-collections.ts'
import { parentParameters, pathParts } from './path-parts.ts'

/** What is known of things of one kind before their members are looked at one by one. */
export interface Thing {
  /** What they are called: `Pet`. */
  readonly name: string
  readonly collection: Collection
  /** The operation by which they are usually created. */
  readonly create: Operation
  readonly members: Members
  /** The member by which clients tell one from the others. */
  readonly id: Member | undefined
  /** Whether the client chooses the id, or may. */
  readonly idIsGiven: boolean
  /** Where they are jobs: the member that says how far one is. */
  readonly job: { readonly member: Member, readonly statuses: StatusesByKind } | undefined
  /** For each parameter of the paths above the collection, as it is called where things are created: the member that holds it, or the name under which it is hidden. */
  readonly parents: readonly Parent[]
}

export interface Parent {
  /** As the creating operation's path has it. */
  readonly parameter: string
  readonly member: string
  readonly isHidden: boolean
}

/** Names of members that say how far a job is, the likeliest first. */
const STATUSES = ['status', 'state', 'phase', 'jobstatus', 'jobstate', 'taskstatus', 'runstatus', 'processingstatus', 'processingstate', 'lifecyclestate', 'currentstatus', 'exportstatus', 'importstatus']

/** Looks at what a collection's things are made of. */
export function toThing (collection: Collection, create: Operation, name: string): Thing {
  const members = listMembers(collection.item)
  const sent = bodyOf(create, members)?.members ?? new Map<string, Member>()
  const isSent = (member: Member) => sent.has(member.name) && sent.get(member.name)?.readOnly === false && !member.readOnly
  const id = idMember(members, collection.id, name)
  const named = STATUSES.flatMap(status => [...members.values()].filter(member => plainName(member.name) === status))
  const job = named.flatMap(member => {
    const statuses = isSent(member) || typeOf(member.schema) !== 'string' ? undefined : jobStatuses(valuesOf(member.schema) ?? [])
    return statuses === undefined ? [] : [{ member, statuses }]
  })[0]
  return { name, collection, create, members, id, idIsGiven: id !== undefined && (isSent(id) || pathParts(create).id !== undefined), job, parents: listParents(collection, create, members, [id?.name, job?.member.name]) }
}

function idMember (members: Members, parameter: string | undefined, name: string): Member | undefined {
  const scalars = [...members.values()].filter(({ schema }) => ['string', 'integer', 'number'].includes(typeOf(schema) ?? ''))
  // `cacheName` is the name of a cache.
  const lastWord = /([A-Z][a-z]+|[a-z]+)[^a-zA-Z]*$/.exec(parameter ?? '')?.[1]
  const wanted = [parameter, lastWord, 'id', '_id', `${name}id`, 'uuid', 'guid', 'uid', 'key', 'slug', ...parameter === undefined ? [] : ['name', 'code']]
  for (const word of wanted) {
    const found = word === undefined ? undefined : scalars.find(member => plainName(member.name) === plainName(word))
    if (found !== undefined) return found
  }
  return undefined
}

/** What creates elsewhere is below other paths than the things are: nothing is known of those. */
function listParents (collection: Collection, create: Operation, members: Members, own: ReadonlyArray<string | undefined>): Parent[] {
  const names = parentParameters(pathParts(create))
  const read = collection.read ?? collection.list
  if (read === undefined || parentParameters(pathParts(read)).length !== names.length) return []
  return names.map(parameter => {
    const { schema } = create.parameters.find(({ in: place, name }) => place === 'path' && name === parameter) ?? {}
    const type = schema === undefined ? 'string' : typeOf(schema)
    const member = [...members.values()].find(one => plainName(one.name) === plainName(parameter) && typeOf(one.schema) === type && !own.includes(one.name))
    // What is hidden may not be called as the id or the status is.
    return { parameter, member: member?.name ?? (members.has(parameter) ? `parent${pascal(parameter)}` : parameter), isHidden: member === undefined }
  })
}
