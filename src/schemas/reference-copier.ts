import { exactJson } from '../exact-json.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import type { CopyContext, CopySource } from './copy-source.ts'
import { NAMED_BRANCHES } from './named-branches.ts'
import { readChoice } from './read-choice.ts'
import { isSchema } from './schema-keywords.ts'
import type { Origin } from './schema-variant.ts'
import { shorten } from './shorten.ts'

type ReferenceKeyword = '$ref' | '$dynamicRef'

/** Copies what a schema says by references: `$ref`, `$dynamicRef` and `discriminator`. */
export class ReferenceCopier {
  readonly #context: CopyContext
  readonly #origins: WeakMap<object, Origin>

  constructor (context: CopyContext, origins: WeakMap<object, Origin>) {
    this.#context = context
    this.#origins = origins
  }

  /**
   * Adds a reference to the copy of its target; reports and leaves out one that resolves to
   * nothing, or to itself.
   */
  addReference (copy: JsonObject, keyword: ReferenceKeyword, source: CopySource): void {
    const { document, keyOf, report } = this.#context
    const pointer = `${source.pointer}/${keyword}`
    const ref = isObject(source.value) ? source.value[keyword] : undefined
    if (ref === undefined) return
    const target = typeof ref === 'string' ? this.#resolve(ref, keyword, source) : undefined
    if (target === undefined || !isSchema(getByPointer(document, target))) {
      const actual = shorten(exactJson.stringify(ref) ?? '')
      return report(pointer, `must refer to a schema, but is ${actual}, and is left out`)
    }
    if (source.variant.within.includes(target)) {
      if (target !== source.root) return
      return report(pointer, 'refers back to the schema that it is part of, and is left out')
    }
    const key = keyOf(target, source.variant)
    if (copy.$ref === undefined) copy.$ref = key
    else copy.allOf = [...Array.isArray(copy.allOf) ? copy.allOf : [], { $ref: key }]
  }

  #resolve (ref: string, keyword: ReferenceKeyword, { base, variant }: CopySource): string | undefined {
    const target = this.#context.references.resolve(ref, base)
    if (keyword === '$ref' || target === undefined) return target
    const schema = getByPointer(this.#context.document, target)
    const name = ref.slice(ref.indexOf('#') + 1)
    const isDynamic = isObject(schema) && schema.$dynamicAnchor === name
    return isDynamic ? variant.anchors.get(name) ?? target : target
  }

  /** Returns whether an alternative refers to a schema that applies to the same value already. */
  isCircular (branch: unknown, { base, variant }: CopySource): boolean {
    if (!isObject(branch) || typeof branch.$ref !== 'string') return false
    const target = this.#context.references.resolve(branch.$ref, base)
    return target !== undefined && variant.within.includes(target)
  }

  /** Lets a discriminator choose among the alternatives beside it. */
  addChoice (copy: JsonObject, { value, base }: CopySource): void {
    if (!isObject(value) || value.discriminator === undefined) return
    const keyword = ['oneOf', 'anyOf'].find(name => Array.isArray(copy[name]))
    if (keyword === undefined) return
    const { [keyword]: branches } = copy
    const resolve = (ref: string) => this.#context.references.resolve(ref, base)
    const choice = readChoice(value.discriminator, [value[keyword]].flat(), resolve)
    if (choice === undefined || !Array.isArray(branches)) return

    const rest: JsonObject = { [keyword]: branches, choice }
    const origin = this.#origins.get(copy)
    if (origin !== undefined) this.#origins.set(rest, origin)
    copy[NAMED_BRANCHES] = [...branches, choice.otherwise === undefined ? rest : branches[choice.otherwise]]
    copy.choice = choice
    Reflect.deleteProperty(copy, keyword)
  }
}
