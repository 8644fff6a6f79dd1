import type { Operation, Parameter, SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer, getByPointer, parseJsonPointer } from '../documents/json-pointer.ts'
import { MASK } from '../schemas/mask-text.ts'
import type { Violation } from '../schemas/violation.ts'
import type { BodyComparison } from './body-comparison.ts'
import { countMediaType } from './body-drift.ts'
import type { MessageContext, MessageOwner } from './body-drift.ts'
import type { DriftKind } from './drift-kinds.ts'
import type { Subject } from './drift-groups.ts'
import { kindOfViolation } from './kind-of-violation.ts'
import { SchemaNodes } from './schema-node.ts'
import type { SeenMessage } from './seen-exchange.ts'

/** Counts the violations of a message by their kinds and their places in the contract. */
export function countViolations (message: SeenMessage, context: MessageContext): void {
  for (const violation of message.violations) {
    const kind = kindOfViolation(violation)
    if (kind === undefined || kind === 'undocumented-status' || isMasked(violation, message)) continue
    if (kind === 'undocumented-media-type') countMediaType(message, context)
    else countViolation(kind, violation, message, context)
  }
}

function countViolation (kind: DriftKind, violation: Violation, message: SeenMessage, context: MessageContext): void {
  const { comparison, groups, owner } = context
  const { operation, side } = owner
  const isInBody = violation.in === 'body'
  const place = isInBody && comparison !== undefined
    ? placeInBody(kind, violation, message.body, comparison)
    : placeOutside(violation, owner)
  const group = groups.count(kind, `${side} ${place.key}`, {
    shown: violation.actual,
    describe: () => {
      const subject = place.subject()
      const { pointer = owner.pointer } = place
      const where = `${side} ${violation.in}${place.path === '' ? '' : ` ${place.path}`}`
      return { api: operation.api, operation, side, where, expected: predicateOf(violation), pointer, subject }
    }
  })
  group?.seen.add(isInBody ? getByPointer(message.body, violation.pointer) : parsed(violation.actual))
}

/** Where a violation is, in its message and in the contract. */
interface ViolationPlace {
  readonly key: string
  readonly path: string
  readonly pointer: string | undefined
  subject (): Subject
}

const ABOUT_MEMBERS: readonly DriftKind[] = ['missing-member', 'undocumented-member']

function placeInBody (
  kind: DriftKind,
  { pointer, rule }: Violation,
  body: unknown,
  comparison: BodyComparison
): ViolationPlace {
  if (ABOUT_MEMBERS.includes(kind)) {
    const end = pointer.lastIndexOf('/')
    const name = parseJsonPointer(pointer)?.at(-1) ?? ''
    const { node, path } = comparison.locate(pointer.slice(0, end), body)
    const [stating] = node.saying(rule === 'required' ? 'required' : rule)
    return {
      key: `${node.pointer} ${rule} ${name}`,
      path: `${path}/${escapePointer(name)}`,
      pointer: node.members.get(name)?.[0]?.pointer ?? stating?.pointer ?? node.pointer,
      subject: () => ({ of: 'member', node, name })
    }
  }
  const { node, path } = comparison.locate(pointer, body)
  const [stating] = node.saying(rule)
  return {
    key: `${node.pointer} ${rule}`,
    path,
    pointer: stating === undefined ? node.pointer : `${stating.pointer}/${escapePointer(rule)}`,
    subject: () => kind === 'missing-body' ? { of: 'nothing' } : { of: 'value', node, rule }
  }
}

/** Finds the parameter or the header that a violation is about, or the body as a whole. */
function placeOutside ({ in: part, pointer, rule }: Violation, owner: MessageOwner): ViolationPlace {
  const [name = ''] = parseJsonPointer(pointer) ?? []
  const path = pointer.replace(/\/\d+(?=\/|$)/g, '/*')
  const key = `${part} ${path} ${rule}`
  if (part === 'body') return { key, path, pointer: owner.pointer, subject: () => bodySubject(rule, owner) }
  const { operation, response } = owner
  if (response !== undefined) {
    const header = response.headers.find(header => header.name === name.toLowerCase())
    const subject = (): Subject => rule === 'required' || header?.schema === undefined
      ? { of: 'header', response, name: name.toLowerCase() }
      : valueSubject(header.schema, rule)
    return { key: `${response.status} ${key}`, path, pointer: header?.pointer, subject }
  }
  const parameter = operation.parameters.find(other => other.in === part && isSameName(other, name))
  const subject = (): Subject => rule === 'required' || parameter?.schema === undefined
    ? { of: 'parameter', operation, place: part, name: parameter?.name ?? name }
    : valueSubject(parameter.schema, rule)
  return { key, path, pointer: parameterPointer(operation, parameter), subject }
}

function bodySubject (rule: string, { pointer }: MessageOwner): Subject {
  return rule === 'required' ? { of: 'body', pointer } : { of: 'nothing' }
}

function isSameName ({ in: place, name }: Parameter, other: string): boolean {
  return place === 'header' ? name.toLowerCase() === other.toLowerCase() : name === other
}

function valueSubject ({ definition, document, pointer }: SchemaReference, rule: string): Subject {
  const value = isObject(definition) ? definition : {}
  return { of: 'value', node: new SchemaNodes(document).of([{ value, pointer }]), rule }
}

/** Returns the JSON pointer of a parameter by that of its schema. */
export function parameterPointer (operation: Operation, parameter: Parameter | undefined): string {
  return parameter?.schema?.pointer.replace(/\/(?:schema|content\/[^/]*\/schema)$/, '') ?? operation.pointer
}

/** Returns what a violation says of its place: `must be a uuid, but is "abc"`. */
function predicateOf ({ expected, in: part, message, pointer }: Violation): string {
  const start = pointer === '' ? `${part} ` : `${part} ${pointer} `
  return message.startsWith(start) ? message.slice(start.length) : `must ${expected}`
}

/** Returns whether a value was masked when it was recorded, so that nothing can be said of it. */
function isMasked ({ actual, in: part, pointer }: Violation, { body }: SeenMessage): boolean {
  if (part === 'body') return isMask(getByPointer(body, pointer))
  return actual !== undefined && isMask(parsed(actual))
}

function isMask (value: unknown): boolean {
  return typeof value === 'string' && value.endsWith(MASK)
}

function parsed (actual: string | undefined): unknown {
  if (actual === undefined) return undefined
  try {
    const value: unknown = JSON.parse(actual)
    return value
  } catch {
    return undefined
  }
}
