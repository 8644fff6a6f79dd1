import { parseJsonPointer } from '../documents/json-pointer.ts'
import { define, ownMember } from '../documents/own-member.ts'
import type { Shape } from '../schemas/shape.ts'
import type { Violation } from '../schemas/violation.ts'
import { leastValue, requiredOf } from './least-value.ts'

/** The facts of a request that is refused. */
export interface ErrorFacts {
  readonly status: number
  /** A permanent code: `STANDIN_INVALID_REQUEST`. */
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly violations: readonly Violation[]
  /** The path and query of the request. */
  readonly url: string
  /** As an RFC 3339 date-time. */
  readonly at: string
}

/** The value for a member, by its name in lower case without dashes; of a list, the first of the right kind. */
type Words = Readonly<Record<string, unknown>>

const MESSAGES = ['message', 'detail', 'description', 'errordescription', 'errormessage']
const MESSAGES_OF_ALL = ['msg', 'details', 'reason', 'text', 'usermessage', 'developermessage', 'summary']
const MESSAGES_OF_ONE = [
  'message',
  'msg',
  'detail',
  'details',
  'description',
  'reason',
  'error',
  'errormessage',
  'text',
  'issue'
]
const STATUSES = ['status', 'statuscode', 'httpstatus', 'httpstatuscode', 'httpcode']
const FIELDS = ['path', 'pointer', 'field', 'fieldname', 'property', 'propertypath', 'name', 'parameter', 'param']
const OTHER_FIELDS = ['attribute', 'target', 'source', 'key', 'domain']
const RULES = ['rule', 'type', 'keyword', 'constraint', 'code', 'errorcode']

/** The names of lists whose items each describe one violation. */
const LISTS = new Set([
  'errors',
  'violations',
  'details',
  'detail',
  'issues',
  'causes',
  'messages',
  'fielderrors',
  'validationerrors',
  'invalidparams',
  'error'
])

/**
 * Fills the form that a document has for its errors, by the names that are usual in such forms. Other required members
 * get their least value. The caller validates the result against the schema.
 */
export function toErrorBody (shape: Shape, facts: ErrorFacts): unknown {
  if (shape.kinds.has('array') && !shape.kinds.has('object')) return toList(shape, facts)
  if (shape.kinds.has('string') && !shape.kinds.has('object')) return facts.detail
  const { violations } = facts
  return toObject(shape, wordsOf(shape, facts), (name, member) => {
    if (member.kinds.has('array') && LISTS.has(name)) {
      return violations.length === 0 && name !== 'messages' ? [] : toList(member, facts)
    }
    const isNested = member.kinds.has('object') && (LISTS.has(name) || name === 'fault')
    return isNested ? toErrorBody(member, facts) : undefined
  })
}

function wordsOf ({ names }: Shape, { at, code, detail, status, title, url }: ErrorFacts): Words {
  const hasMessage = names.some(name => MESSAGES.includes(plainName(name)))
  return {
    ...byName([...MESSAGES, ...MESSAGES_OF_ALL], detail),
    ...byName(['error'], hasMessage ? title : detail),
    ...byName(['title'], title),
    ...byName(STATUSES, status),
    ...byName(['code', 'errorcode'], [code, status]),
    ...byName(['type', 'name'], code),
    ...byName(['instance', 'path', 'url', 'uri'], url),
    ...byName(['timestamp', 'time', 'date'], at)
  }
}

function toList ({ items }: Shape, facts: ErrorFacts): unknown[] {
  const { detail, violations } = facts
  if (items.kinds.has('string')) return violations.length === 0 ? [detail] : violations.map(({ message }) => message)
  if (violations.length === 0) return [toErrorBody(items, facts)]
  return violations.map(violation => toViolation(items, violation, facts))
}

function toViolation (shape: Shape, violation: Violation, { code, status, title }: ErrorFacts): unknown {
  const { actual, expected, in: place, message, pointer, rule } = violation
  const words: Words = {
    ...byName(MESSAGES_OF_ONE, message),
    ...byName(['title', 'summary'], title),
    ...byName([...FIELDS, ...OTHER_FIELDS], pointer === '' ? place : pointer),
    ...byName(['in', 'location', 'place'], place),
    ...byName(RULES, rule),
    ...byName(['expected'], expected),
    ...byName(['actual', 'value', 'rejectedvalue'], actual),
    ...byName(['status', 'statuscode'], status),
    ...byName(['id'], code)
  }
  return toObject(shape, words, (name, member) => {
    if (member.kinds.has('array') && ['loc', 'path', 'location'].includes(name)) {
      return [place, ...parseJsonPointer(pointer) ?? []].map(part => toIndex(part, member.items))
    }
    if (name !== 'source' || !member.kinds.has('object')) return undefined
    return toViolation(member, violation, { code, status, title, detail: message, violations: [], url: '', at: '' })
  })
}

/** Returns an object with the members that have a word, and those that are required. */
function toObject (shape: Shape, words: Words, structured: (name: string, member: Shape) => unknown): unknown {
  const required = requiredOf(shape)
  const object: Record<string, unknown> = {}
  for (const name of shape.names) {
    const member = shape.member(name)
    const plain = plainName(name)
    const value = structured(plain, member) ??
      firstFitting(ownMember(words, plain), member) ??
      (required.has(name) ? leastValue(member) : undefined)
    if (value !== undefined) define(object, name, value)
  }
  return object
}

function firstFitting (words: unknown, member: Shape): unknown {
  return [words].flat().map(word => toKind(word, member)).find(word => word !== undefined)
}

/** Returns a word as the kind of value that a member is; `undefined` where the member does not allow it. */
function toKind (word: unknown, shape: Shape): unknown {
  const { kinds } = shape
  const [allowed] = shape.said('enum')
  if (word === undefined || shape.said('const').length > 0) return undefined
  if (Array.isArray(allowed) && !allowed.includes(word)) return undefined
  if (kinds.size === 0) return word
  if (typeof word === 'number' && (kinds.has('integer') || kinds.has('number'))) return word
  if (!kinds.has('string')) return undefined
  return typeof word === 'number' ? String(word) : word
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
