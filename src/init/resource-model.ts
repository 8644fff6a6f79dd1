import type { Operation } from '../contract/contract.ts'
import { pascal } from '../documents/pascal.ts'
import { findJob, statusName } from './find-job.ts'
import type { Job } from './find-job.ts'
import { listMembers } from './member.ts'
import type { Member, SchemaMembers } from './member.ts'
import { pathParts } from './path-parts.ts'
import { resourceAddress } from './resource-address.ts'
import { plainName } from './role-of.ts'
import { typeOf } from './types-of.ts'
import { bodyOf } from './wrapped.ts'
import type { Collection } from './collection.ts'

/** A type of resource as a document shows it, before its members are assigned roles. */
export interface ResourceModel {
  /** The name of the type: `Pet`. */
  readonly name: string
  readonly collection: Collection
  /** The main operation that creates one; `undefined` for resources that are seeded. */
  readonly create: Operation | undefined
  readonly members: SchemaMembers
  /** The member that identifies one. */
  readonly id: Member | undefined
  /** Whether the client chooses the id, or may. */
  readonly idIsGiven: boolean
  /** The status member and its values, when the resources are jobs. */
  readonly job: Job | undefined
  /** The parameters of the path above the collection, as the creating operation has them. */
  readonly parents: readonly Parent[]
}

/** A path parameter that names a resource above the collection. */
export interface Parent {
  /** Its name in the path of the creating operation. */
  readonly parameter: string
  /** The member that shows its value, or the name under which the value is hidden. */
  readonly member: string
  readonly isHidden: boolean
}

/** Creates the model of a collection's resources. */
export function createResourceModel (
  collection: Collection,
  create: Operation | undefined,
  name: string
): ResourceModel {
  const members = listMembers(collection.item)
  const sent = (create && bodyOf(create, members)?.members) ?? new Map<string, Member>()
  const isSent = (member: Member) => sent.get(member.name)?.readOnly === false && !member.readOnly
  const id = idMember(members, collection.id, name)
  // What no operation creates has no beginning: it is in whatever status it was generated in.
  const job = create && findJob(members, sent)
  const isPut = create?.method === 'PUT' && pathParts(create).id !== undefined
  return {
    name,
    collection,
    create,
    members,
    id,
    idIsGiven: id !== undefined && (isSent(id) || isPut),
    job,
    parents: listParents({ collection, create, members, reserved: [id?.name, statusName(job)] })
  }
}

function idMember (members: SchemaMembers, parameter: string | undefined, name: string): Member | undefined {
  const scalars = [...members.values()].filter(({ schema }) => isIdType(typeOf(schema)))
  // `cacheName` is the name of a cache.
  const lastWord = /([A-Z][a-z]+|[a-z]+)[^a-zA-Z]*$/.exec(parameter ?? '')?.[1]
  const usual = ['id', '_id', `${name}id`, 'uuid', 'guid', 'uid', 'key', 'slug']
  const wanted = parameter === undefined ? usual : [parameter, lastWord, ...usual, 'name', 'code']
  for (const word of wanted) {
    const found = word === undefined ? undefined : scalars.find(member => plainName(member.name) === plainName(word))
    if (found !== undefined) return found
  }
  return undefined
}

function isIdType (type: string | undefined): boolean {
  return type === 'string' || type === 'integer' || type === 'number'
}

interface ParentSource extends Pick<ResourceModel, 'collection' | 'create' | 'members'> {
  /** The names that the id and the status have. */
  readonly reserved: ReadonlyArray<string | undefined>
}

/**
 * Lists the parents; none when the resources are created under another path, as nothing is known of it, but that it
 * has the same parameters.
 */
function listParents ({ collection, create, members, reserved }: ParentSource): Parent[] {
  const read = collection.read ?? collection.list
  if (create === undefined || read === undefined) return []
  return parentNames(create, read, collection).map(parameter => {
    const { schema } = create.parameters.find(({ in: place, name }) => place === 'path' && name === parameter) ?? {}
    const type = schema === undefined ? 'string' : typeOf(schema)
    const member = [...members.values()].find(({ name, schema }) =>
      plainName(name) === plainName(parameter) && typeOf(schema) === type && !reserved.includes(name))
    // A hidden value must not have the name of a member.
    const hiddenName = members.has(parameter) ? `parent${pascal(parameter)}` : parameter
    return { parameter, member: member?.name ?? hiddenName, isHidden: member === undefined }
  })
}

function parentNames (create: Operation, read: Operation, collection: Collection): readonly string[] {
  const own = resourceAddress(create, collection).parents
  const { parents } = resourceAddress(read, collection)
  if (parents.length === own.length) return own
  const inPath = create.parameters.filter(parameter => parameter.in === 'path').map(({ name }) => name)
  return parents.every(name => inPath.includes(name)) ? parents : []
}
