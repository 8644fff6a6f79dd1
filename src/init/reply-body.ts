import type { SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { plainName } from './role-of.ts'
import { pageMember } from './paging.ts'
import type { Paging } from './paging.ts'
import type { ProposedType } from './resource-type.ts'
import type { Samples } from './samples.ts'
import { followSchema, listMembers } from './member.ts'
import { fits, itemsOf, isNullable, typeOf } from './types-of.ts'
import { expressionFor, literal } from './expression-for.ts'
import type { Thing } from './thing.ts'

/** What the body of a reply is made of. */
export interface BodySource {
  readonly thing: Thing
  readonly type: ProposedType
  readonly samples: Samples
  /** An example of the body as the document has it. */
  readonly example?: unknown
  /** For a list: how it is paged. */
  readonly paging?: Paging
}

const MAX_DEPTH = 4

/** Proposes the body of a reply: the thing itself, or what the schema wraps around it. What nothing is known of is a sample, or is left out where it may be. */
export function replyBody (schema: SchemaReference, source: BodySource): unknown {
  const body = source.paging === undefined ? oneBody(schema, source, 0) : listBody(schema, source, 0)
  return body ?? literal(source.samples.of(schema, source.example))
}

/** A body with one thing in it; `undefined` where there is none in it. */
function oneBody (reference: SchemaReference, source: BodySource, depth: number): unknown {
  const schema = followSchema(reference)
  if (depth > MAX_DEPTH || typeOf(schema) !== 'object') return undefined
  const whole = asThing(schema, '$resource', source)
  if (whole !== undefined) return whole
  const inner = [...listMembers(schema).values()].flatMap(member => {
    const body = typeOf(member.schema) === 'object' ? oneBody(member.schema, { ...source, example: memberOf(source.example, member.name) }, depth + 1) : undefined
    return body === undefined ? [] : [[member.name, body] as const]
  })
  const known = [...inner.slice(0, 1), ...ownMembers(schema, source)]
  return known.length === 0 ? undefined : around(schema, known, source)
}

/** A body with a list of things in it; `undefined` where there is none in it. */
function listBody (reference: SchemaReference, source: BodySource, depth: number): unknown {
  const schema = followSchema(reference)
  if (depth > MAX_DEPTH) return undefined
  const items = itemsOf(schema)
  if (items !== undefined) {
    const item = asThing(items, '$item', source)
    return item === undefined ? undefined : item === '$item' ? '$resources' : { $each: '$resources', as: item }
  }
  if (typeOf(schema) !== 'object') return undefined
  const members = [...listMembers(schema).values()]
  const lists = members.flatMap(member => {
    const body = listBody(member.schema, { ...source, example: memberOf(source.example, member.name) }, depth + 1)
    return body === undefined ? [] : [[member.name, body] as const]
  })
  // An item may have a list of its own kind in it: the first is the one that is asked for.
  return lists.length === 0 ? undefined : around(schema, lists.slice(0, 1), source)
}

/** A thing as a schema shows it: as it is, or member by member; `undefined` where the schema is of something else. */
function asThing (reference: SchemaReference, head: '$resource' | '$item', { samples, thing, type, example }: BodySource): unknown {
  const schema = followSchema(reference)
  if (typeOf(schema) !== 'object') return undefined
  const members = listMembers(schema)
  if (schema.pointer === followSchema(thing.collection.item).pointer) return head
  const names = [...members.keys()]
  const shared = names.filter(name => thing.members.has(name))
  const isThing = shared.length * 2 >= Math.min(names.length, thing.members.size) && shared.length > 0 && (thing.id === undefined || members.has(thing.id.name))
  if (!isThing) return undefined
  const isAll = [...members.values()].every(({ name, required }) => !required || type.shown.has(name)) && [...type.shown].every(name => members.has(name))
  if (isAll) return head
  return Object.fromEntries([...members.values()].flatMap(({ name, required, schema }) => {
    if (type.shown.has(name)) return [[name, expressionFor(head, name)]]
    return required ? [[name, literal(samples.of(schema, memberOf(example, name)))]] : []
  }))
}

/** The id and the status of a thing in a body that is not the thing: `{ jobId, status }`. */
function ownMembers (schema: SchemaReference, { thing }: BodySource): Array<readonly [string, unknown]> {
  const { collection, id, job, name: type } = thing
  const ids = [id?.name ?? '', collection.id ?? '', `${type}id`].map(plainName)
  const expressionOf = (name: string, schema: SchemaReference): string | undefined => {
    if (id !== undefined && ids.includes(plainName(name)) && typeOf(schema) === typeOf(id.schema)) return '$id'
    return name === job?.member.name && fits(job.member.schema, schema) ? '$status' : undefined
  }
  return [...listMembers(schema).values()].flatMap(({ name, schema }) => {
    const expression = expressionOf(name, schema)
    return expression === undefined ? [] : [[name, expression] as const]
  })
}

/** An object with the members that are known, what is known of the page, and samples of all else that it needs. */
function around (schema: SchemaReference, known: ReadonlyArray<readonly [string, unknown]>, source: BodySource): unknown {
  const names = new Set(known.map(([name]) => name))
  const { example, paging, samples } = source
  const others = [...listMembers(schema).values()].filter(({ name }) => !names.has(name)).flatMap(member => {
    const { name, required, schema } = member
    const page = paging === undefined ? undefined : pagePart(member, paging, source)
    if (page !== undefined) return [[name, page] as const]
    return required ? [[name, literal(samples.of(schema, memberOf(example, name)))] as const] : []
  })
  return Object.fromEntries([...known, ...others])
}

/** What a member says of the page, or the object in it does: `{ meta: { total } }`. */
function pagePart (member: Parameters<typeof pageMember>[0], paging: Paging, { example, samples }: BodySource): unknown {
  const own = pageMember(member, paging)
  if (own !== undefined || typeOf(member.schema) !== 'object') return own
  const parts = [...listMembers(member.schema).values()].map(part => ({ part, value: pageMember(part, paging) }))
  if (parts.every(({ value }) => value === undefined)) return undefined
  const inner = memberOf(example, member.name)
  return Object.fromEntries(parts.flatMap(({ part: { name, required, schema }, value }) => {
    if (value !== undefined) return [[name, value] as const]
    if (!required) return []
    return [[name, isNullable(schema) ? null : literal(samples.of(schema, memberOf(inner, name)))] as const]
  }))
}

function memberOf (value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined
}
