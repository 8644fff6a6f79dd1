import { externalValues } from './external-values.ts'
import { ForeignFiles } from './foreign-files.ts'
import type { PartKind } from './held-parts.ts'
import { isObject } from './is-object.ts'
import type { JsonObject } from './is-object.ts'
import { escapePointer, getByPointer } from './json-pointer.ts'
import { referenceIn } from './reference-in.ts'
import { toPointer } from './resolve-ref.ts'

/** A part of a document that may have examples, and the path or URL of its file. */
export interface ExamplePart {
  readonly kind: PartKind
  readonly value: JsonObject
  readonly base: string
}

/** A warning about a place in a part. */
export interface Remark {
  /** JSON pointer, relative to the part, without the first slash. */
  readonly path: string
  readonly message: string
}

/** The members of parts that are examples. */
const MEMBERS: Partial<Readonly<Record<PartKind, readonly string[]>>> = {
  mediaType: ['example'],
  parameter: ['example'],
  header: ['example'],
  schema: ['example', 'examples'],
  example: ['value', 'dataValue'],
  response: ['examples'] // of Swagger 2.0
}

/** A reference in an example. */
interface ExampleReference {
  readonly ref: string
  /** The object or list that holds it, and under which name. */
  readonly holder: Record<string, unknown>
  readonly name: string
  /** JSON pointer, relative to the part of the example. */
  readonly path: string
}

type Target =
  | { readonly kind: 'read', readonly value: unknown }
  | { readonly kind: 'unread', readonly why: string }

/** The most references that are resolved in the examples of a document: one file may multiply them. */
const MAX_REFERENCES = 10_000

/** Reads the files that the examples of a document name. */
export class ExampleBundler {
  readonly remarks = new Map<object, Remark[]>()
  readonly #files: ForeignFiles
  readonly #root: string
  #resolved = 0

  constructor (files: ForeignFiles, root: string) {
    this.#files = files
    this.#root = root
  }

  /**
   * Reads the `externalValue` of an example, and replaces the references to other files in examples by their targets.
   * OpenAPI has no references there, but most tools that bundle documents resolve them.
   */
  async visit (part: ExamplePart): Promise<void> {
    const { kind, value } = part
    if (kind === 'example' && typeof value.externalValue === 'string') {
      await this.#readExternal(part, value.externalValue)
    }
    for (const name of MEMBERS[kind] ?? []) {
      if (Object.hasOwn(value, name)) await this.#replaceAll(part, { holder: value, name, path: name }, [])
    }
  }

  async #readExternal ({ value, base }: ExamplePart, reference: string): Promise<void> {
    const file = await this.#files.readBytes(ForeignFiles.addressOf(reference, base))
    if (file.kind === 'read') externalValues.set(value, file)
    else this.#note(value, 'externalValue', `the example "${reference}" is ignored: ${file.why}`)
  }

  /** Replaces the references in a value; `within` are the targets that it is part of. */
  async #replaceAll (part: ExamplePart, place: ExamplePlace, within: readonly string[]): Promise<void> {
    for (const reference of listReferences(place)) {
      const address = addressIn(reference.ref, part.base)
      // References within the document are resolved where examples are listed.
      if (address.file === this.#root || within.includes(address.key)) continue
      const target = await this.#find(address)
      if (target.kind === 'unread') {
        // Within an example, what looks like a reference is more likely to be data.
        if (!reference.path.includes('/')) this.#noteUnread(part, reference, target.why)
        continue
      }
      if (++this.#resolved > MAX_REFERENCES) return
      const { holder, name, path } = reference
      holder[name] = structuredClone(target.value)
      this.#noteResolved(part, reference)
      await this.#replaceAll({ ...part, base: address.file }, { holder, name, path }, [...within, address.key])
    }
  }

  async #find ({ file: address, fragment }: Address): Promise<Target> {
    const file = await this.#files.tryRead(address)
    if (file.kind === 'unread') return file
    const pointer = toPointer(`#${fragment}`)
    const value = pointer === undefined ? undefined : getByPointer(file.source.value, pointer)
    if (pointer === undefined || value === undefined) {
      return { kind: 'unread', why: `there is no #${fragment} in ${file.source.file}` }
    }
    // Nearly any text is YAML.
    if (typeof value !== 'object' && pointer === '') {
      return { kind: 'unread', why: `${file.source.file} has neither an object nor a list` }
    }
    return { kind: 'read', value: isExampleObject(value, pointer) ? value.value : value }
  }

  #noteResolved ({ value }: ExamplePart, { path, ref }: ExampleReference): void {
    const hint = 'OpenAPI has "externalValue" and references under "examples" for that'
    this.#note(value, path, `the example is read from "${ref}", though it is data, not a reference: ${hint}`)
  }

  #noteUnread ({ value }: ExamplePart, { path, ref }: ExampleReference, why: string): void {
    this.#note(value, path, `the reference "${ref}" is sent as it stands, as the whole example: ${why}`)
  }

  #note (part: object, path: string, message: string): void {
    this.remarks.set(part, [...this.remarks.get(part) ?? [], { path, message }])
  }
}

/** Returns whether a target is an example with its value, as those of components are. */
function isExampleObject (target: unknown, pointer: string): target is { readonly value: unknown } {
  return /(?:^|\/)examples\/[^/]+$/.test(pointer) && isObject(target) && target.value !== undefined
}

type ExamplePlace = Omit<ExampleReference, 'ref'>

/** Lists the references in a value: objects with `$ref` alone. */
function listReferences (root: ExamplePlace): ExampleReference[] {
  const found: ExampleReference[] = []
  const seen = new Set<unknown>()
  const waiting = [root]
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { holder, name, path } = place
    const value = holder[name]
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    const ref = referenceIn(value)
    if (ref !== undefined) {
      found.push({ ...place, ref })
      continue
    }
    // A list has members too.
    const members = value as Record<string, unknown>
    for (const name of Object.keys(members)) {
      waiting.push({ holder: members, name, path: `${path}/${escapePointer(name)}` })
    }
  }
  return found
}

interface Address {
  /** The path or URL of the file. */
  readonly file: string
  readonly fragment: string
  readonly key: string
}

function addressIn (ref: string, base: string): Address {
  const [path = '', fragment = ''] = ref.split('#', 2)
  const file = path === '' ? base : ForeignFiles.addressOf(path, base)
  return { file, fragment, key: `${file}#${fragment}` }
}
