import { exactJson } from '../exact-json.ts'
import type { OpenApiDocument } from './contract.ts'
import type { BundleReport } from '../documents/bundle-document.ts'
import type { MemberCheck } from './member-check.ts'
import type { PartKind } from '../documents/held-parts.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer, getByPointer } from '../documents/json-pointer.ts'
import { nearest } from '../documents/nearest.ts'
import type { Report } from '../documents/problem.ts'
import { toPointer } from '../documents/resolve-ref.ts'
import type { UpgradePart } from '../documents/upgrade-document.ts'
import { checkEnum } from './check-enum.ts'
import type { WrittenAt } from '../documents/convert-enum.ts'
import { checkExampleReference } from './check-example-reference.ts'
import { walkDocument } from '../documents/walk-document.ts'

/** Further checks and conversions in the one traversal of a document. */
export interface DocumentVisitor {
  /** The parts whose references cannot be read, with the reasons. */
  readonly unread?: BundleReport['unread'] | undefined
  /** The warnings about the examples of parts. */
  readonly remarks?: BundleReport['remarks'] | undefined
  /** Returns a number, true or false at a JSON pointer as the document has it. */
  readonly writtenAt?: WrittenAt | undefined
  /** Reports members of a part, as it is written. */
  readonly checkMembers?: MemberCheck | undefined
  /** Converts a part to OpenAPI 3.1 before its reference is checked. */
  readonly upgradePart?: UpgradePart | undefined
}

/**
 * Reports each `$ref` without a target. Deletes it from schemas, which then accept anything; other parts with such a
 * reference are omitted where they are read.
 */
export function checkReferences (document: OpenApiDocument, report: Report, visitor: DocumentVisitor = {}): void {
  const { checkMembers, remarks, unread, upgradePart, writtenAt } = visitor
  const fine = new Set<unknown>()
  const ending = new Set<string>()
  walkDocument(document, part => {
    const { kind, value } = part
    checkMembers?.(part)
    for (const { path, message } of remarks?.get(value) ?? []) report(`${part.pointer}/${path}`, message)
    checkExampleReference(document, part, report)
    checkEnum(part, report, writtenAt)
    upgradePart?.(part)
    // References inside a schema with an `$id` are relative to that: its validator resolves them.
    if (kind === 'schema' && typeof value.$id === 'string') return false
    const ref = value.$ref
    if (ref === undefined || fine.has(ref)) return true
    const unreadable = unread?.get(value)
    const mistake = unreadable === undefined ? mistakeIn(document, ref, { ending, kind }) : { text: unreadable }
    if (mistake === undefined) return fine.add(ref)
    const effect = kind === 'schema' ? 'any value is accepted here' : 'it is left out'
    report(`${part.pointer}/$ref`, `${mistake.text}, so ${effect}${mistake.hint ?? ''}`)
    if (kind === 'schema') delete value.$ref
    return true
  })
}

interface Mistake {
  readonly text: string
  /** The advice at the end of the message. */
  readonly hint?: string
}

interface ReferenceUse {
  readonly kind: PartKind
  /** The references that are known to end at a definition. */
  readonly ending: Set<string>
}

function mistakeIn (document: OpenApiDocument, ref: unknown, { ending, kind }: ReferenceUse): Mistake | undefined {
  if (typeof ref !== 'string') return { text: `the reference must be text, but is ${exactJson.stringify(ref)}` }
  const target = toPointer(ref)
  if (target === undefined) {
    // The schema's validator resolves anchors.
    if (kind === 'schema' && /^#[A-Za-z_]/.test(ref)) return undefined
    return { text: `the reference "${ref}" leaves the document`, hint: '; references must begin with "#/"' }
  }
  const found = getByPointer(document, target)
  const isPart = typeof found === 'boolean' || (typeof found === 'object' && found !== null)
  if (!isPart) return { text: `the reference "${ref}" leads nowhere`, hint: suggest(document, ref, target) }
  if (!isCircular(document, ref, ending)) return undefined
  return { text: `the reference "${ref}" refers to itself`, hint: ': refer to a definition instead' }
}

/** Returns whether a reference leads to references only, without end. Adds those that end to `ending`. */
function isCircular (document: OpenApiDocument, ref: string, ending: Set<string>): boolean {
  const seen = new Set<string>()
  let next: unknown = ref
  while (typeof next === 'string' && !seen.has(next) && !ending.has(next)) {
    seen.add(next)
    const found = getByPointer(document, toPointer(next) ?? 'nowhere')
    next = isObject(found) ? found.$ref : undefined
  }
  const isCircle = typeof next === 'string' && seen.has(next)
  if (!isCircle) for (const passed of seen) ending.add(passed)
  return isCircle
}

/** Returns the nearest name beside the missing target, as the end of a message. */
function suggest (document: OpenApiDocument, ref: string, target: string): string {
  const end = target.lastIndexOf('/')
  const siblings = getByPointer(document, target.slice(0, end))
  if (typeof siblings !== 'object' || siblings === null) return ''
  const near = nearest(target.slice(end + 1), Object.keys(siblings))
  if (near === undefined) return ''
  return `, did you mean "${ref.slice(0, ref.lastIndexOf('/') + 1)}${escapePointer(near)}"?`
}
