import type { Operation } from '../contract/contract.ts'
import { instantFor, plainName, roleOf } from './role-of.ts'
import { bodyOf } from './body-of.ts'
import type { SentObject } from './body-of.ts'
import { isClosed } from './member.ts'
import type { Member } from './member.ts'
import { fits } from './types-of.ts'
import { expressionFor, pathExpression } from './expression-for.ts'
import type { Thing } from './thing.ts'

/** What a request gives a thing to keep. */
export interface GivenMembers {
  /** As `x-standin` has it: an expression for all members of the body, or each by its name; `undefined` where there is none. */
  readonly members: string | Record<string, string> | undefined
  /** The names of the members that come from the body. */
  readonly names: readonly string[]
  /** Those that the body has and that are kept in another form than it gives, or not at all. */
  readonly strangers: readonly string[]
  readonly sent: SentObject | undefined
}

/** Tells which members of a thing a request gives, in `members` as `create`, `update` and `patch` take them. */
export function givenMembers (operation: Operation, thing: Thing, kind: 'create' | 'update' | 'patch'): GivenMembers {
  const sent = bodyOf(operation, thing.members)
  const own = [...sent?.members.values() ?? []].filter(({ name }) => name !== thing.id?.name && name !== thing.job?.member.name)
  const kept = own.flatMap(member => {
    const name = shownName(member, thing)
    return name === undefined ? [] : [{ name, sent: member.name }]
  })
  const names = kept.map(({ name }) => name)
  const strangers = own.filter(({ name, readOnly }) => !readOnly && !kept.some(({ sent }) => sent === name)).map(({ name }) => name)
  const others = { ...kind === 'patch' ? {} : parentMembers(thing, operation), ...timeMembers(thing) }
  const isWhole = sent !== undefined && own.length === kept.length && names.length > 0 && kept.every(({ name, sent }) => name === sent) && Object.keys(others).length === 0 && isOpenAlike(sent, thing)
  if (isWhole) return { members: expressionFor('$request.body', ...sent.path), names, strangers, sent }
  const members = { ...Object.fromEntries(kept.map(member => [member.name, expressionFor('$request.body', ...sent?.path ?? [], member.sent)])), ...others }
  return { members: Object.keys(members).length > 0 ? members : undefined, names, strangers, sent }
}

/** The member under which a thing shows what a request gives, in the same form; `FriendlyName` may be shown as `friendly_name`. */
function shownName ({ name, readOnly, schema, writeOnly }: Member, thing: Thing): string | undefined {
  const member = thing.members.get(name) ?? [...thing.members.values()].find(one => plainName(one.name) === plainName(name))
  if (member === undefined || readOnly || writeOnly || member.readOnly || member.writeOnly || member === thing.id || member.name === thing.job?.member.name) return undefined
  return thing.parents.some(parent => parent.member === member.name) || !fits(schema, member.schema) ? undefined : member.name
}

/** The ids of the things above, that the path gives and the thing shows: `userId` of one of the orders of a user. */
export function parentMembers ({ parents }: Thing, { path }: Operation): Record<string, string> {
  return Object.fromEntries(parents.flatMap(({ isHidden, member, parameter }) => {
    const expression = path.includes(`{${parameter}}`) ? pathExpression(parameter) : undefined
    return isHidden || expression === undefined ? [] : [[member, expression]]
  }))
}

/** When it was last changed is kept, not worked out. */
function timeMembers (thing: Thing): Record<string, string> {
  if (thing.job !== undefined) return {}
  return Object.fromEntries([...thing.members.values()].filter(member => roleOf(member) === 'updated').map(member => [member.name, instantFor('$now', member)]))
}

/** A body that may hold more than it says is only taken as a whole where the thing may show more than it says. */
function isOpenAlike (sent: SentObject, thing: Thing): boolean {
  return !isClosed(thing.collection.item) || isClosed(sent.schema)
}
