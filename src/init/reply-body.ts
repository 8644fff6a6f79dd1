import type { SchemaReference } from '../contract/contract.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { eventMember } from './event-member.ts'
import type { MessageEvent } from './event-member.ts'
import { expressionFor } from './expression-for.ts'
import { followSchema, listMembers } from './member.ts'
import type { Member } from './member.ts'
import { pageMember } from './paging.ts'
import type { Paging } from './paging.ts'
import type { ProposedType } from './proposed-type.ts'
import type { ResourceModel } from './resource-model.ts'
import { plainName } from './role-of.ts'
import { isValid } from './samples.ts'
import type { Samples } from './samples.ts'
import { memberOf } from './success-of.ts'
import { fits, isNullable, itemsOf, typeOf } from './types-of.ts'
import { literal } from '../simulation/literal.ts'

/** The sources of a response body. */
export interface BodySource {
  readonly model: ResourceModel
  readonly type: ProposedType
  readonly samples: Samples
  /** The example of the body in the document. */
  readonly example?: unknown
  /** The paging of a list. */
  readonly paging?: Paging
  /** What a message is sent for, whose body it is. */
  readonly event?: MessageEvent
}

const MAX_DEPTH = 4

/**
 * Proposes the template of a response body: the resource, or an object around it. Other members are samples when they
 * are required, and are left out otherwise.
 */
export function replyBody (schema: SchemaReference, source: BodySource): unknown {
  const body = source.paging === undefined ? itemBody(schema, source) : listBody(schema, source)
  return body ?? literal(source.samples.of(schema, source.example))
}

/** Returns a body with one resource in it; `undefined` when the schema has no place for one. */
function itemBody (reference: SchemaReference, source: BodySource, depth = 0): JsonObject | string | undefined {
  const schema = followSchema(reference)
  if (depth > MAX_DEPTH || typeOf(schema) !== 'object') return undefined
  const whole = asResource(schema, '$resource', source)
  if (whole !== undefined) return whole
  const known: JsonObject = {}
  for (const { name, schema: member } of listMembers(schema).values()) {
    if (typeOf(member) !== 'object') continue
    const body = itemBody(member, { ...source, example: memberOf(source.example, name) }, depth + 1)
    if (body === undefined) continue
    known[name] = body
    break
  }
  const isAround = source.event !== undefined && Object.keys(known).length > 0
  for (const [name, value] of Object.entries(ownMembers(schema, source))) {
    // Around a resource, the id is that of the event.
    if (!isAround || plainName(name) !== 'id') known[name] = value
  }
  return Object.keys(known).length === 0 ? undefined : wrap(schema, known, source)
}

/** Returns a body with a list of resources in it; `undefined` when the schema has no place for one. */
function listBody (reference: SchemaReference, source: BodySource, depth = 0): JsonObject | string | undefined {
  const schema = followSchema(reference)
  if (depth > MAX_DEPTH) return undefined
  const items = itemsOf(schema)
  if (items !== undefined) {
    const item = asResource(items, '$item', source)
    if (item === undefined) return undefined
    return item === '$item' ? '$resources' : { $each: '$resources', as: item }
  }
  if (typeOf(schema) !== 'object') return undefined
  // An item may contain a list of its own type: the first list is the one that is asked for.
  for (const { name, schema: member } of listMembers(schema).values()) {
    const body = listBody(member, { ...source, example: memberOf(source.example, name) }, depth + 1)
    if (body !== undefined) return wrap(schema, { [name]: body }, source)
  }
  return undefined
}

/** Returns the template of a resource as a schema shows it; `undefined` when the schema describes something else. */
function asResource (
  reference: SchemaReference,
  head: '$resource' | '$item',
  source: BodySource
): JsonObject | string | undefined {
  const { example, model, samples, type } = source
  const schema = followSchema(reference)
  if (typeOf(schema) !== 'object') return undefined
  const item = followSchema(model.collection.item)
  if (schema.pointer === item.pointer) return head
  const members = listMembers(schema)
  const isAround = [...members.values()].some(member => followSchema(member.schema).pointer === item.pointer)
  if (isAround) return undefined
  const names = [...members.keys()]
  const shared = names.filter(name => model.members.has(name))
  const hasHalf = shared.length > 0 && shared.length * 2 >= Math.min(names.length, model.members.size)
  if (!hasHalf || (model.id !== undefined && !members.has(model.id.name))) return undefined

  const needsNoOther = [...members.values()].every(({ name, required }) => !required || type.shown.has(name))
  if (needsNoOther && [...type.shown].every(name => members.has(name))) return head
  const body: JsonObject = {}
  for (const { name, required, schema: member } of members.values()) {
    if (type.shown.has(name)) body[name] = expressionFor(head, name)
    else if (required) body[name] = literal(samples.of(member, memberOf(example, name)))
  }
  return body
}

/** Returns the id and the status in a body that is not the resource itself: `{ jobId, status }`. */
function ownMembers (schema: SchemaReference, { model }: BodySource): Record<string, string> {
  const { collection, id, job, name: type } = model
  const idNames = [id?.name ?? '', collection.id ?? '', `${type}id`].map(plainName)
  const known: Record<string, string> = {}
  for (const { name, schema: member } of listMembers(schema).values()) {
    const isId = id !== undefined && idNames.includes(plainName(name)) && typeOf(member) === typeOf(id.schema)
    if (isId) known[name] = '$id'
    else if (name === job?.member.name && fits(job.member.schema, member)) known[name] = '$status'
  }
  return known
}

/** Returns an object with the known members, those about the page, and samples of the others that are required. */
function wrap (schema: SchemaReference, known: JsonObject, source: BodySource): JsonObject {
  const { event, example, paging, samples } = source
  const body = { ...known }
  for (const member of listMembers(schema).values()) {
    const { name, required, schema } = member
    if (Object.hasOwn(known, name)) continue
    const inner = memberOf(example, name)
    const page = paging && pagePart(member, paging, { example: inner, samples })
    const own = page ?? (event && eventMember(member, event))
    if (own !== undefined) body[name] = own
    else if (isFlagOfSuccess(member)) body[name] = true
    else if (required) body[name] = literal(samples.of(schema, inner))
  }
  return body
}

/** Returns whether a required member says that the request succeeded: `ok`. */
function isFlagOfSuccess ({ name, required, schema }: Member): boolean {
  const isFlag = required && typeOf(schema) === 'boolean' && isValid(schema, true)
  return isFlag && /^(is)?(ok|success|successful|succeeded)$/.test(plainName(name))
}

/** Returns the template of a member about the page, or of an object with such members: `{ meta: { total } }`. */
function pagePart (
  member: Member,
  paging: Paging,
  { example, samples }: Pick<BodySource, 'example' | 'samples'>
): unknown {
  const own = pageMember(member, paging)
  if (own !== undefined || typeOf(member.schema) !== 'object') return own
  const body: JsonObject = {}
  let isAboutPage = false
  for (const part of listMembers(member.schema).values()) {
    const { name, required, schema } = part
    const value = pageMember(part, paging)
    if (value !== undefined) isAboutPage = true
    if (value !== undefined) body[name] = value
    else if (required) body[name] = isNullable(schema) ? null : literal(samples.of(schema, memberOf(example, name)))
  }
  return isAboutPage ? body : undefined
}
