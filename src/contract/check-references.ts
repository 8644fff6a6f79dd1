import type { OpenApiDocument } from './contract.ts'
import { escapePointer, getByPointer } from './json-pointer.ts'
import { NAMED_PARTS } from './named-parts.ts'
import { nearest } from './nearest.ts'
import type { Report } from './problem.ts'
import { toPointer } from './resolve-ref.ts'

/** Members that hold data, in which a `$ref` would be a value like any other. */
const DATA = new Set(['example', 'default', 'const', 'enum', 'value', 'mapping'])

/** Reports each `$ref` that leads nowhere, or out of the document. */
export function checkReferences (document: OpenApiDocument, report: Report): void {
  const seen = new Set<object>()
  const waiting: Part[] = [{ value: document, pointer: '', named: false }]
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    // The aliases of YAML make one object appear in several places, or within itself.
    if (seen.has(part.value)) continue
    seen.add(part.value)
    // Within a schema that names itself, references are relative to that name: its validator resolves them.
    if (!part.named && '$id' in part.value && typeof part.value.$id === 'string') continue
    checkReference(document, part, report)
    pushChildren(waiting, part)
  }
}

interface Part {
  readonly value: object
  readonly pointer: string
  /** Whether its members' names are a user's, rather than OpenAPI's. */
  readonly named: boolean
}

function checkReference (document: OpenApiDocument, { value, pointer, named }: Part, report: Report): void {
  if (named || !('$ref' in value)) return
  const ref = value.$ref
  const where = `${pointer}/$ref`
  if (typeof ref !== 'string') return report(where, `the reference must be text, but is ${JSON.stringify(ref)}`)
  const target = toPointer(ref)
  if (target === undefined) {
    // An anchor of a schema, which the schema's validator resolves.
    if (/^#[A-Za-z_]/.test(ref)) return
    return report(where, `the reference "${ref}" leads out of the document; references must begin with "#/"`)
  }
  if (getByPointer(document, target) !== undefined) return
  report(where, `the reference "${ref}" leads nowhere${suggest(document, ref, target)}`)
}

function suggest (document: OpenApiDocument, ref: string, target: string): string {
  const end = target.lastIndexOf('/')
  const siblings = getByPointer(document, target.slice(0, end))
  if (typeof siblings !== 'object' || siblings === null) return ''
  const near = nearest(target.slice(end + 1), Object.keys(siblings))
  return near === undefined ? '' : `, did you mean "${ref.slice(0, ref.lastIndexOf('/') + 1)}${escapePointer(near)}"?`
}

function pushChildren (waiting: Part[], { value, pointer, named }: Part): void {
  for (const [name, child] of Object.entries(value)) {
    if (typeof child !== 'object' || child === null) continue
    if (!named && (DATA.has(name) || name.startsWith('x-'))) continue
    // The `examples` of a schema are a list of data; those of a media type are named parts.
    if (!named && name === 'examples' && Array.isArray(child)) continue
    waiting.push({ value: child, pointer: `${pointer}/${escapePointer(name)}`, named: !named && NAMED_PARTS.has(name) && !Array.isArray(child) })
  }
}
