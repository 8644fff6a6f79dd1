import { ExampleBundler } from './example-bundler.ts'
import type { Remark } from './example-bundler.ts'
import { heldParts } from './held-parts.ts'
import type { Holding, PartKind } from './held-parts.ts'
import type { Draft, FinishOptions } from './draft.ts'
import { ForeignFiles } from './foreign-files.ts'
import { isObject } from './is-object.ts'
import type { JsonObject } from './is-object.ts'
import { escapePointer, getByPointer } from './json-pointer.ts'
import { isMetaReference, loadMetaSchema, META_REFERENCE } from './meta-schema.ts'
import type { SourceText, DocumentChange } from './origins.ts'
import { PlacedParts } from './placed-parts.ts'
import { toPointer } from './resolve-ref.ts'
import { SchemaReferences } from './schema-references.ts'
import { absolutePath } from './shown-path.ts'

/**
 * Merges all the files that a document refers to into the document: their parts go to its components, and its
 * references are changed to refer to those. Reads the files that examples name.
 */
export async function bundleDocument (draft: Draft, options: FinishOptions): Promise<BundleReport> {
  const bundle = new Bundle(draft, options)
  await bundle.run()
  return { unread: bundle.unread, remarks: bundle.remarks }
}

/** Tells what could not be bundled, or only in ways that OpenAPI does not have. */
export interface BundleReport {
  /** The parts whose references cannot be read, with the reasons. */
  readonly unread: ReadonlyMap<object, string>
  /** The warnings about the examples of parts. */
  readonly remarks: ReadonlyMap<object, readonly Remark[]>
}

/** A part to visit, and the path or URL of its file. */
interface Part {
  readonly kind: PartKind
  readonly value: JsonObject
  readonly pointer: string
  readonly base: string
}

/** The target of a reference; `value` and `source` are absent in the document itself. */
interface Found {
  readonly value: unknown
  readonly address: string
  readonly pointer: string
  readonly source: SourceText | undefined
}

/** The kinds that have no place among the components: the target replaces the reference. */
const PUT_IN_PLACE: ReadonlySet<PartKind> = new Set([
  'document', 'components', 'pathItem', 'operation', 'mediaType', 'encoding'
])

/** One run of the bundler. */
class Bundle {
  readonly unread = new Map<object, string>()
  readonly #document: JsonObject
  readonly #root: string
  readonly #files: ForeignFiles
  readonly #texts: string[]
  readonly #read = new Set<string>()
  readonly #placed: PlacedParts
  readonly #changed: DocumentChange
  readonly #examples: ExampleBundler
  readonly #waiting: Part[] = []
  readonly #seen = new Set<object>()
  #names: SchemaReferences | undefined

  constructor ({ document, origin, origins, texts, version }: Draft, options: FinishOptions) {
    this.#document = document
    this.#root = absolutePath(origin.path ?? origin.file)
    this.#texts = texts
    this.#files = new ForeignFiles(this.#root, options)
    this.#placed = new PlacedParts(document, version)
    this.#changed = origins.beginChange()
    this.#examples = new ExampleBundler(this.#files, this.#root)
  }

  get remarks (): BundleReport['remarks'] {
    return this.#examples.remarks
  }

  async run (): Promise<void> {
    if (this.#texts.some(text => META_REFERENCE.test(text))) this.#addMetaSchema()
    this.#enter('document', this.#document, '', this.#root)
    // In the order of the document, so that the first part of a name gets the plain name.
    for (const part of this.#waiting) await this.#visit(part)
  }

  #enter (kind: PartKind, value: unknown, pointer: string, base: string): void {
    if (!isObject(value) || this.#seen.has(value)) return
    this.#seen.add(value)
    this.#waiting.push({ kind, value, pointer, base })
  }

  async #visit (part: Part): Promise<void> {
    const { kind, value, pointer } = part
    // References within a schema that names itself are relative to that name.
    if (kind === 'schema' && typeof value.$id === 'string') return
    const base = await this.#follow(part)
    await this.#examples.visit({ ...part, base })
    if (kind === 'schema') await this.#followMapping(value, base)
    const held = kind === 'callback' ? undefined : heldParts(kind)
    if (held === undefined) return await this.#visitEach({ as: 'named', kind: 'pathItem' }, value, pointer, base)
    for (const name of Object.keys(value)) {
      const holding = held.get(name)
      if (holding !== undefined) await this.#visitEach(holding, value[name], `${pointer}/${name}`, base)
    }
  }

  async #visitEach ({ as, kind }: Holding, value: unknown, pointer: string, base: string): Promise<void> {
    if (Array.isArray(value)) {
      for (const [index, element] of value.entries()) this.#enter(kind, element, `${pointer}/${index}`, base)
      return
    }
    if (as !== 'named' || !isObject(value)) return this.#enter(kind, value, pointer, base)
    // Many documents have a whole map in a file of its own, though OpenAPI has no such reference.
    const within = typeof value.$ref === 'string' ? await this.#putInPlace(value, pointer, base) : base
    for (const [name, part] of Object.entries(value)) {
      this.#enter(kind, part, `${pointer}/${escapePointer(name)}`, within)
    }
  }

  /** Changes a part's reference to one within the document; returns the file of the part's own members. */
  async #follow ({ kind, value, pointer, base }: Part): Promise<string> {
    if (typeof value.$ref !== 'string') return base
    if (PUT_IN_PLACE.has(kind)) return await this.#putInPlace(value, pointer, base)
    const ref = await this.#place(value.$ref, kind, value, base)
    if (ref !== undefined) value.$ref = ref
    return base
  }

  /** Changes the references of a discriminator, whose values may also be names. */
  async #followMapping ({ discriminator }: JsonObject, base: string): Promise<void> {
    if (!isObject(discriminator)) return
    const { mapping } = discriminator
    await this.#followNames(isObject(mapping) ? mapping : {}, base)
    if (discriminator.defaultMapping !== undefined) await this.#followNames(discriminator, base, ['defaultMapping'])
  }

  async #followNames (holder: JsonObject, base: string, names = Object.keys(holder)): Promise<void> {
    for (const name of names) {
      const ref = holder[name]
      if (typeof ref !== 'string' || !/[#/]|\.(?:ya?ml|json)$/.test(ref)) continue
      holder[name] = await this.#place(ref, 'schema', {}, base) ?? ref
    }
  }

  /** Puts the target of a reference into the document, and returns its new reference; `undefined` for none. */
  async #place (ref: string, kind: PartKind, part: object, base: string): Promise<string | undefined> {
    const named = kind === 'schema' ? this.#findNamed(ref) : undefined
    if (named !== undefined) return `#${toFragment(named)}`
    if (isMetaReference(ref)) return this.#leave(part, ref, 'the meta-schema has no such part')
    const found = await this.#find(ref, part, base)
    if (found === undefined) return undefined
    if (found.address === this.#root) return `#${toFragment(found.pointer)}`
    const { pointer, isNew } = this.#placed.place(kind, found)
    if (isNew) {
      if (found.source !== undefined) this.#changed.bring(pointer, found.source, found.pointer)
      this.#enter(kind, found.value, pointer, found.address)
    }
    return `#${toFragment(pointer)}`
  }

  /** Returns the pointer of a schema of the document that has a name of its own, an `$id`. */
  #findNamed (ref: string): string | undefined {
    if (ref.startsWith('#')) return undefined
    if (isMetaReference(ref)) this.#addMetaSchema()
    this.#names ??= new SchemaReferences(this.#document)
    return this.#names.resolve(ref, '')
  }

  #addMetaSchema (): void {
    const part = { value: loadMetaSchema(), address: 'json-schema-2020-12.json', pointer: '' }
    if (this.#placed.place('schema', part).isNew) this.#names = undefined
  }

  /** Replaces a reference by its target, and returns the target's file. */
  async #putInPlace (value: JsonObject, pointer: string, base: string): Promise<string> {
    const passed = new Set<string>()
    while (typeof value.$ref === 'string') {
      const found = await this.#find(value.$ref, value, base)
      const key = found === undefined ? '' : `${found.address}#${found.pointer}`
      if (found?.address === this.#root) value.$ref = `#${toFragment(found.pointer)}`
      // A target in the document itself stays where it is.
      if (found === undefined || passed.has(key) || !isObject(found.value)) return base
      passed.add(key)
      delete value.$ref
      Object.assign(value, { ...found.value, ...value })
      if (found.source !== undefined) this.#changed.bring(pointer, found.source, found.pointer)
      base = found.address
    }
    return base
  }

  async #find (ref: string, part: object, base: string): Promise<Found | undefined> {
    const at = ref.indexOf('#')
    const [path, fragment] = at === -1 ? [ref, ''] : [ref.slice(0, at), ref.slice(at)]
    const address = path === '' ? base : ForeignFiles.addressOf(path, base)
    const pointer = fragment === '' ? '' : toPointer(fragment)
    if (address === this.#root) {
      // References within the document, and the anchors of its schemas, are checked with the whole document.
      return pointer === undefined ? undefined : { value: undefined, address, pointer, source: undefined }
    }
    const file = await this.#files.read(address)
    if (file.kind === 'unread') return this.#leave(part, ref, file.why)
    if (!this.#read.has(address)) this.#texts.push(file.source.text)
    this.#read.add(address)
    const value = pointer === undefined ? undefined : getByPointer(file.source.value, pointer)
    if (value === undefined) return this.#leave(part, ref, `there is no ${fragment} in ${file.source.file}`)
    return { value, address, pointer: pointer ?? '', source: file.source }
  }

  /** Leaves a reference as it is, with the reason. */
  #leave (part: object, ref: string, why: string): undefined {
    this.unread.set(part, `the reference "${ref}" leads nowhere: ${why}`)
  }
}

/** Escapes the percent signs of a JSON pointer for the fragment of a URI. */
function toFragment (pointer: string): string {
  return pointer.replaceAll('%', '%25')
}
