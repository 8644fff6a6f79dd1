import { parsePointer } from '../documents/json-pointer.ts'
import type { Shape } from '../schemas/shape.ts'
import type { Violation } from '../schemas/violation.ts'
import { leastValue } from './least-value.ts'

/** What there is to say of a request that is refused. */
export interface ErrorFacts {
  readonly status: number
  /** Never changes: `STANDIN_INVALID_REQUEST`. */
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly violations: readonly Violation[]
  /** The path and query that were asked for. */
  readonly url: string
  /** As an RFC 3339 date-time. */
  readonly at: string
}

/** What can be said under a name, in lower case and without dashes; of a list, the first that is of the right kind. */
type Words = Readonly<Record<string, unknown>>

/** Lists of such a name tell one by one what is wrong. */
const LISTS = new Set(['errors', 'violations', 'details', 'detail', 'issues', 'causes', 'messages', 'fielderrors', 'validationerrors', 'invalidparams', 'error'])

/**
 * Fills the form that a document has for its errors, by the names that are usual in such forms; what is required beside
 * is given the least value that it can have. Whether the result fits is for the schema to say.
 */
export function toErrorBody (shape: Shape, facts: ErrorFacts): unknown {
  const { at, code, detail, status, title, url, violations } = facts
  const hasText = ['message', 'detail', 'description', 'errordescription', 'errormessage'].some(name => shape.names.map(plainName).includes(name))
  const words: Words = {
    ...byName(['message', 'msg', 'detail', 'details', 'description', 'errordescription', 'errormessage', 'reason', 'text', 'usermessage', 'developermessage', 'summary'], detail),
    ...byName(['error'], hasText ? title : detail),
    ...byName(['title'], title),
    ...byName(['status', 'statuscode', 'httpstatus', 'httpstatuscode', 'httpcode'], status),
    ...byName(['code', 'errorcode'], [code, status]),
    ...byName(['type', 'name'], code),
    ...byName(['instance', 'path', 'url', 'uri'], url),
    ...byName(['timestamp', 'time', 'date'], at)
  }
  if (shape.kinds.has('array') && !shape.kinds.has('object')) return toList(shape, facts)
  if (shape.kinds.has('string') && !shape.kinds.has('object')) return detail
  return toObject(shape, words, (name, member) => {
    if (member.kinds.has('array') && LISTS.has(name)) return violations.length === 0 && name !== 'messages' ? [] : toList(member, facts)
    return member.kinds.has('object') && (LISTS.has(name) || name === 'fault') ? toErrorBody(member, facts) : undefined
  })
}

function toList ({ items }: Shape, facts: ErrorFacts): unknown[] {
  const { violations } = facts
  if (items.kinds.has('string')) return violations.length === 0 ? [facts.detail] : violations.map(({ message }) => message)
  return violations.length === 0 ? [toErrorBody(items, facts)] : violations.map(violation => toViolation(items, violation, facts))
}

function toViolation (shape: Shape, violation: Violation, { code, status, title }: ErrorFacts): unknown {
  const { actual, expected, in: place, message, pointer, rule } = violation
  const words: Words = {
    ...byName(['message', 'msg', 'detail', 'details', 'description', 'reason', 'error', 'errormessage', 'text', 'issue'], message),
    ...byName(['title', 'summary'], title),
    ...byName(['path', 'pointer', 'field', 'fieldname', 'property', 'propertypath', 'name', 'parameter', 'param', 'attribute', 'target', 'source', 'key', 'domain'], pointer === '' ? place : pointer),
    ...byName(['in', 'location', 'place'], place),
    ...byName(['rule', 'type', 'keyword', 'constraint', 'code', 'errorcode'], rule),
    ...byName(['expected'], expected),
    ...byName(['actual', 'value', 'rejectedvalue'], actual),
    ...byName(['status', 'statuscode'], status)
  }
  return toObject(shape, { ...words, ...byName(['id'], code) }, (name, member) => {
    if (member.kinds.has('array') && ['loc', 'path', 'location'].includes(name)) return [place, ...parsePointer(pointer) ?? []].map(part => toIndex(part, member.items))
    return name === 'source' && member.kinds.has('object') ? toViolation(member, violation, { code, status, title, detail: message, violations: [], url: '', at: '' }) : undefined
  })
}

/** The members that have words for them, and those that are required. */
function toObject (shape: Shape, words: Words, structured: (name: string, member: Shape) => unknown): unknown {
  const required = new Set(shape.said('required').flat())
  return Object.fromEntries(shape.names.flatMap(name => {
    const member = shape.member(name)
    const plain = plainName(name)
    const value = structured(plain, member) ?? [words[plain]].flat().map(word => fitting(word, member)).find(word => word !== undefined) ?? (required.has(name) ? leastValue(member) : undefined)
    return value === undefined ? [] : [[name, value]]
  }))
}

/** A word as the kind of value that a member is; `undefined` where it cannot be one, or is none of those allowed. */
function fitting (word: unknown, shape: Shape): unknown {
  const { kinds } = shape
  const [allowed] = shape.said('enum')
  if (word === undefined || shape.said('const').length > 0 || (Array.isArray(allowed) && !allowed.includes(word))) return undefined
  if (typeof word === 'number') return kinds.has('integer') || kinds.has('number') || kinds.size === 0 ? word : kinds.has('string') ? String(word) : undefined
  return kinds.has('string') || kinds.size === 0 ? word : undefined
}

function toIndex (part: string, { kinds }: Shape): string | number {
  return /^\d+$/.test(part) && (kinds.has('integer') || kinds.has('number')) ? Number(part) : part
}

function plainName (name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '')
}

function byName (names: readonly string[], value: unknown): Words {
  return Object.fromEntries(names.map(name => [name, value]))
}
