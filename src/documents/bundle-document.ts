import { resolve } from 'node:path'
import { heldParts } from './held-parts.ts'
import type { Holding, PartKind } from './held-parts.ts'
import type { Draft, FinishOptions } from './draft.ts'
import { ForeignFiles } from './foreign-files.ts'
import { isObject } from './is-object.ts'
import type { JsonObject } from './is-object.ts'
import { escapePointer, getByPointer } from './json-pointer.ts'
import type { SourceText, DocumentChange } from './origins.ts'
import { PlacedParts } from './placed-parts.ts'
import { toPointer } from './resolve-ref.ts'

/**
 * Makes one document of all the files that a document refers to: what it takes from others goes to its components, and references lead there.
 * Answers the parts whose references lead to nothing that can be read, with why.
 */
export async function bundleDocument (draft: Draft, options: FinishOptions): Promise<ReadonlyMap<object, string>> {
  const bundle = new Bundle(draft, options)
  await bundle.run()
  return bundle.unread
}

/** A part on its way through, and the file in which it stands. */
interface Part {
  readonly kind: PartKind
  readonly value: JsonObject
  readonly pointer: string
  readonly base: string
}

/** What a reference leads to. */
interface Found {
  readonly value: unknown
  readonly address: string
  readonly pointer: string
  readonly source: SourceText | undefined
}

/** Kinds of parts that other parts may not refer to among the components: what is referred to takes the place of the reference. */
const PUT_IN_PLACE: ReadonlySet<PartKind> = new Set(['document', 'components', 'pathItem', 'operation', 'mediaType', 'encoding'])

/** One run of the bundler. */
class Bundle {
  readonly unread = new Map<object, string>()
  readonly #document: JsonObject
  readonly #root: string
  readonly #files: ForeignFiles
  readonly #texts: string[]
  readonly #read = new Set<string>()
  readonly #placed: PlacedParts
  readonly #stage: DocumentChange
  readonly #waiting: Part[] = []
  readonly #seen = new Set<object>()

  constructor ({ document, origin, origins, texts, version }: Draft, options: FinishOptions) {
    this.#document = document
    this.#root = resolve(origin.path ?? origin.file)
    this.#texts = texts
    this.#files = new ForeignFiles(options)
    this.#placed = new PlacedParts(document, version)
    this.#stage = origins.nextStage()
  }

  async run (): Promise<void> {
    this.#enter('document', this.#document, '', this.#root)
    // In the order of the document, so that what comes first has the plain name. What is found on the way comes at the end.
    for (const part of this.#waiting) await this.#look(part)
  }

  #enter (kind: PartKind, value: unknown, pointer: string, base: string): void {
    if (!isObject(value) || this.#seen.has(value)) return
    this.#seen.add(value)
    this.#waiting.push({ kind, value, pointer, base })
  }

  async #look (part: Part): Promise<void> {
    const { kind, value, pointer } = part
    // References within a schema that names itself are relative to that name.
    if (kind === 'schema' && typeof value.$id === 'string') return
    const base = await this.#follow(part)
    if (kind === 'schema') await this.#followMapping(value, base)
    const held = kind === 'callback' ? undefined : heldParts(kind)
    if (held === undefined) return await this.#lookAtEach({ as: 'named', kind: 'pathItem' }, value, pointer, base)
    for (const name of Object.keys(value)) {
      const holding = held.get(name)
      if (holding !== undefined) await this.#lookAtEach(holding, value[name], `${pointer}/${name}`, base)
    }
  }

  async #lookAtEach ({ as, kind }: Holding, value: unknown, pointer: string, base: string): Promise<void> {
    if (Array.isArray(value)) {
      for (const [index, element] of value.entries()) this.#enter(kind, element, `${pointer}/${index}`, base)
      return
    }
    if (as !== 'named' || !isObject(value)) return this.#enter(kind, value, pointer, base)
    // Many documents have a whole map in a file of its own, though OpenAPI knows no such reference.
    const within = typeof value.$ref === 'string' ? await this.#putInPlace(value, pointer, base) : base
    for (const [name, part] of Object.entries(value)) this.#enter(kind, part, `${pointer}/${escapePointer(name)}`, within)
  }

  /** Has a part's reference lead into the document; answers the file in which the part's own members stand. */
  async #follow ({ kind, value, pointer, base }: Part): Promise<string> {
    if (typeof value.$ref !== 'string') return base
    if (PUT_IN_PLACE.has(kind)) return await this.#putInPlace(value, pointer, base)
    const ref = await this.#place(value.$ref, kind, value, base)
    if (ref !== undefined) value.$ref = ref
    return base
  }

  /** The names of a discriminator may be references too. */
  async #followMapping ({ discriminator }: JsonObject, base: string): Promise<void> {
    const mapping = isObject(discriminator) && isObject(discriminator.mapping) ? discriminator.mapping : {}
    for (const [name, ref] of Object.entries(mapping)) {
      if (typeof ref !== 'string' || !/[#/]|\.(?:ya?ml|json)$/.test(ref)) continue
      mapping[name] = await this.#place(ref, 'schema', {}, base) ?? ref
    }
  }

  /** Where in the document that is which a reference names, put there if it has not been; `undefined` where there is nothing. */
  async #place (ref: string, kind: PartKind, part: object, base: string): Promise<string | undefined> {
    const found = await this.#find(ref, part, base)
    if (found === undefined) return undefined
    if (found.address === this.#root) return `#${toFragment(found.pointer)}`
    const { pointer, isNew } = this.#placed.place(kind, found)
    if (isNew) {
      if (found.source !== undefined) this.#stage.bring(pointer, found.source, found.pointer)
      this.#enter(kind, found.value, pointer, found.address)
    }
    return `#${toFragment(pointer)}`
  }

  /** Puts what a reference leads to in the place of the reference; answers the file in which that stands. */
  async #putInPlace (value: JsonObject, pointer: string, base: string): Promise<string> {
    const passed = new Set<string>()
    while (typeof value.$ref === 'string') {
      const found = await this.#find(value.$ref, value, base)
      const key = found === undefined ? '' : `${found.address}#${found.pointer}`
      if (found?.address === this.#root) value.$ref = `#${toFragment(found.pointer)}`
      // What stands elsewhere in the document itself needs no other place.
      if (found === undefined || passed.has(key) || !isObject(found.value)) return base
      passed.add(key)
      delete value.$ref
      Object.assign(value, { ...found.value, ...value })
      if (found.source !== undefined) this.#stage.bring(pointer, found.source, found.pointer)
      base = found.address
    }
    return base
  }

  async #find (ref: string, part: object, base: string): Promise<Found | undefined> {
    const at = ref.indexOf('#')
    const [path, fragment] = at === -1 ? [ref, ''] : [ref.slice(0, at), ref.slice(at)]
    const address = path === '' ? base : ForeignFiles.addressOf(path, base)
    const pointer = fragment === '' ? '' : toPointer(fragment)
    // In the document itself, what is wrong is found when the whole of it is checked; so are the anchors of schemas.
    if (address === this.#root) return pointer === undefined ? undefined : { value: undefined, address, pointer, source: undefined }
    const file = await this.#files.read(address)
    const why = (text: string): undefined => {
      this.unread.set(part, `the reference "${ref}" leads nowhere: ${text}`)
    }
    if (file.kind === 'unread') return why(file.why)
    if (!this.#read.has(address)) this.#texts.push(file.source.text)
    this.#read.add(address)
    const value = pointer === undefined ? undefined : getByPointer(file.source.value, pointer)
    if (value === undefined) return why(`there is no ${fragment} in ${file.source.file}`)
    return { value, address, pointer: pointer ?? '', source: file.source }
  }
}

/** A JSON pointer as the fragment of a URI, in which percent signs would mean something. */
function toFragment (pointer: string): string {
  return pointer.replaceAll('%', '%25')
}
