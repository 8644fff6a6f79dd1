import type { OpenApiDocument } from './contract.ts'
import type { PartKind } from '../documents/held-parts.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer, getByPointer } from '../documents/json-pointer.ts'
import { nearest } from '../documents/nearest.ts'
import type { Report } from '../documents/problem.ts'
import { toPointer } from '../documents/resolve-ref.ts'
import type { UpgradePart } from '../documents/upgrade-document.ts'
import { walkDocument } from '../documents/walk-document.ts'

/** What else is known of the parts of a document, or done with them, on the one way through all of them. */
export interface DocumentVisitor {
  /** The parts whose references lead to files that cannot be read, with why. */
  readonly unread?: ReadonlyMap<object, string> | undefined
  readonly upgradePart?: UpgradePart | undefined
}

/** Reports each `$ref` that leads nowhere, and takes it out of schemas, which then allow anything; others are left out where they are read. */
export function checkReferences (document: OpenApiDocument, report: Report, { unread, upgradePart }: DocumentVisitor = {}): void {
  const fine = new Set<unknown>()
  walkDocument(document, part => {
    const { kind, value } = part
    upgradePart?.(part)
    // Within a schema that names itself, references are relative to that name: its validator resolves them.
    if (kind === 'schema' && typeof value.$id === 'string') return false
    const ref = value.$ref
    if (ref === undefined || fine.has(ref)) return true
    const mistake = unread?.get(value) ?? mistakeIn(document, ref, kind)
    if (mistake === undefined) return fine.add(ref)
    report(`${part.pointer}/$ref`, mistake)
    if (kind === 'schema') delete value.$ref
    return true
  })
}

function mistakeIn (document: OpenApiDocument, ref: unknown, kind: PartKind): string | undefined {
  if (typeof ref !== 'string') return `the reference must be text, but is ${JSON.stringify(ref)}`
  const target = toPointer(ref)
  if (target === undefined) {
    // An anchor of a schema, which the schema's validator resolves.
    if (kind === 'schema' && /^#[A-Za-z_]/.test(ref)) return undefined
    return `the reference "${ref}" leads out of the document; references must begin with "#/"`
  }
  const found = getByPointer(document, target)
  if (typeof found !== 'boolean' && (typeof found !== 'object' || found === null)) return `the reference "${ref}" leads nowhere${suggest(document, ref, target)}`
  if (leadsInCircle(document, ref)) return `the reference "${ref}" leads back to itself`
  return undefined
}

/** Whether references lead to nothing but references, without end. */
function leadsInCircle (document: OpenApiDocument, ref: string): boolean {
  const seen = new Set<string>()
  let next: unknown = ref
  while (typeof next === 'string' && !seen.has(next)) {
    seen.add(next)
    const found = getByPointer(document, toPointer(next) ?? 'nowhere')
    next = isObject(found) ? found.$ref : undefined
  }
  return typeof next === 'string'
}

function suggest (document: OpenApiDocument, ref: string, target: string): string {
  const end = target.lastIndexOf('/')
  const siblings = getByPointer(document, target.slice(0, end))
  if (typeof siblings !== 'object' || siblings === null) return ''
  const near = nearest(target.slice(end + 1), Object.keys(siblings))
  return near === undefined ? '' : `, did you mean "${ref.slice(0, ref.lastIndexOf('/') + 1)}${escapePointer(near)}"?`
}
