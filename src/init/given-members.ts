import type { Operation } from '../contract/contract.ts'
import { expressionFor, pathExpression } from './expression-for.ts'
import { statusName } from './find-job.ts'
import { isClosed } from './member.ts'
import type { Member } from './member.ts'
import type { ResourceModel } from './resource-model.ts'
import { instantFor, plainName, roleOf } from './role-of.ts'
import { hiddenContainer } from './status-container.ts'
import { fits } from './types-of.ts'
import { bodyOf } from './wrapped.ts'
import type { SentObject } from './wrapped.ts'

/** The members that a request gives a resource. */
export interface GivenMembers {
  /**
   * The value of `members`: an expression for the whole body, or one for each member; `undefined` when there are none.
   */
  readonly members: string | Record<string, string> | undefined
  /** The names of the members that come from the body. */
  readonly names: readonly string[]
  /** The names in the body that the resource does not show, or shows in another form. */
  readonly strangers: readonly string[]
  readonly sent: SentObject | undefined
  /** The value of `hidden`: the member with the status in it; `undefined` when the body has none. */
  readonly hidden: Record<string, string> | undefined
}

/** Returns the members that a request gives a resource, as `create`, `update` and `patch` declare them. */
export function givenMembers (
  operation: Operation,
  model: ResourceModel,
  kind: 'create' | 'update' | 'patch'
): GivenMembers {
  const sent = bodyOf(operation, model.members)
  const reserved = [model.id?.name, statusName(model.job)]
  const own = [...sent?.members.values() ?? []].filter(({ name }) => !reserved.includes(name))
  const kept = own
    .map(member => ({ name: shownName(member, model), sent: member.name }))
    .filter((pair): pair is KeptMember => pair.name !== undefined)
  const names = kept.map(({ name }) => name)
  const keptNames = new Set(kept.map(({ sent }) => sent))
  const hidden = hiddenContainer(model.job, sent)
  const isStranger = ({ name, readOnly }: Member) => !readOnly && !keptNames.has(name) && hidden?.[name] === undefined
  const strangers = own.filter(isStranger).map(({ name }) => name)
  const others = { ...kind === 'patch' ? {} : parentMembers(model, operation), ...updateTimes(model) }

  const isWhole = own.length === kept.length && names.length > 0 && kept.every(({ name, sent }) => name === sent)
  if (sent !== undefined && isWhole && Object.keys(others).length === 0 && allowsAsMuch(model, sent)) {
    return { members: expressionFor('$request.body', ...sent.path), names, strangers, sent, hidden }
  }
  const members: Record<string, string> = {}
  for (const member of kept) {
    members[member.name] = expressionFor('$request.body', ...sent?.path ?? [], member.sent)
  }
  Object.assign(members, others)
  return { members: Object.keys(members).length > 0 ? members : undefined, names, strangers, sent, hidden }
}

/** Returns the names of the members that resources are stored with: for those that are seeded, all. */
export function storedMembers (model: ResourceModel): ReadonlySet<string> {
  const { collection: { creates }, id, members } = model
  if (creates.length === 0) return new Set([...members.keys()].filter(name => name !== id?.name))
  return new Set(creates.flatMap(create => givenMembers(create, model, 'create').names))
}

interface KeptMember {
  /** The name in the resource. */
  readonly name: string
  /** The name in the body. */
  readonly sent: string
}

/**
 * Returns the member under which a resource shows a member of the body, in the same form:
 * `friendly_name` for `FriendlyName`.
 */
function shownName (
  { name, readOnly, schema, writeOnly }: Member,
  { id, job, members, parents }: ResourceModel
): string | undefined {
  if (readOnly || writeOnly) return undefined
  const member = members.get(name) ?? [...members.values()].find(one => plainName(one.name) === plainName(name))
  if (member === undefined || member.readOnly || member.writeOnly) return undefined
  const isParent = parents.some(parent => parent.member === member.name)
  if (isParent || member === id || member.name === statusName(job)) return undefined
  if (member === job?.container) return undefined
  return fits(schema, member.schema) ? member.name : undefined
}

/** Returns the parents' ids that the path gives and the resource shows: `userId` of a user's order. */
function parentMembers ({ parents }: ResourceModel, { path }: Operation): Record<string, string> {
  const members: Record<string, string> = {}
  for (const { isHidden, member, parameter } of parents) {
    const expression = path.includes(`{${parameter}}`) ? pathExpression(parameter) : undefined
    if (!isHidden && expression !== undefined) members[member] = expression
  }
  return members
}

/** Returns the times of the last change. Those of a job follow from its status instead. */
function updateTimes (model: ResourceModel): Record<string, string> {
  if (model.job !== undefined) return {}
  const times = [...model.members.values()].filter(member => roleOf(member) === 'updated')
  return Object.fromEntries(times.map(member => [member.name, instantFor('$now', member)]))
}

/** Returns whether a resource may show undeclared members when the body may have some. */
function allowsAsMuch (model: ResourceModel, sent: SentObject): boolean {
  return !isClosed(model.collection.item) || isClosed(sent.schema)
}
