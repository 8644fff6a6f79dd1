import { exactJson } from '../exact-json.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { compilePattern } from './compile-pattern.ts'
import type { CopyContext, CopySource } from './copy-source.ts'
import { listMembers } from './list-members.ts'
import type { SchemaMember } from './list-members.ts'
import { ReferenceCopier } from './reference-copier.ts'
import { APPLICATORS, ASSERTIONS } from './schema-keywords.ts'
import { partVariant } from './schema-variant.ts'
import type { Origin } from './schema-variant.ts'
import { shorten } from './shorten.ts'

/** A copy that is being made, and the schema that it is made of. */
interface Copying {
  readonly copy: JsonObject
  readonly source: CopySource
}

/** One keyword of the schema, and the pointer of its value. */
interface Keyword {
  readonly name: string
  readonly value: unknown
  readonly pointer: string
}

const MAX_NAMES = 5

/** The keywords that look for members by their names. */
const NAMING: ReadonlySet<string> = new Set(['properties', 'required', 'dependentSchemas', 'dependentRequired'])

/** Matches the one name that Ajv ignores among properties. */
const PROTO = '^__proto__$'

/** Copies one schema with all that stands in it, and reports and leaves out what cannot be used. */
export class SchemaCopier {
  readonly #context: CopyContext
  readonly #references: ReferenceCopier
  readonly #origins = new WeakMap<object, Origin>()
  #namesInherited = false

  constructor (context: CopyContext) {
    this.#context = context
    this.#references = new ReferenceCopier(context, this.#origins)
  }

  /** Returns whether a copy looks for a member that objects inherit, such as `constructor`. */
  get namesInherited (): boolean {
    return this.#namesInherited
  }

  /** Returns where a copy was made from. */
  originOf (copy: object): Origin | undefined {
    return this.#origins.get(copy)
  }

  copy (source: CopySource): boolean | object {
    const { value, pointer, parents } = source
    if (typeof value === 'boolean') return value
    if (!isObject(value)) {
      const actual = Array.isArray(value) ? 'a list' : exactJson.stringify(value)
      this.#context.report(pointer, `must be a schema, but is ${actual}`)
      return {}
    }
    // A YAML alias may lead back into the schema that it is part of.
    const same = parents.find(parent => parent.value === value)
    if (same !== undefined) return { $ref: this.#context.keyOf(same.pointer, { ...same.variant, within: [] }) }

    const inner = this.#enter(value, source)
    const copy: JsonObject = {}
    this.#origins.set(copy, { pointer, variant: { ...inner.variant, optional: [] } })
    for (const member of listMembers(value)) this.#addMember({ copy, source: inner }, member)
    this.#references.addReference(copy, '$ref', inner)
    this.#references.addReference(copy, '$dynamicRef', inner)
    this.#references.addChoice(copy, inner)
    return copy
  }

  /** Returns what holds for the parts of a schema. */
  #enter (value: JsonObject, source: CopySource): CopySource {
    const inner = { ...this.#enterNamed(value, source), parents: [...source.parents, source] }
    const { direction, optional } = inner.variant
    const isComposed = value.required !== undefined || value.allOf !== undefined || value.$ref !== undefined
    if (direction === undefined || !isComposed) return inner
    const { readOnly, writeOnly } = this.#context.graph.compose(value, inner.base)
    const own = direction === 'request' ? readOnly : writeOnly
    return { ...inner, variant: { ...inner.variant, optional: [...new Set([...optional, ...own])] } }
  }

  /** Returns what holds for the references of a schema, which are relative to its `$id`. */
  #enterNamed ({ $id }: JsonObject, source: CopySource): CopySource {
    if (typeof $id !== 'string') return source
    const { pointer, variant } = source
    const own = this.#context.references.dynamicAnchors(pointer)
    // The outermost schema decides what a dynamic anchor stands for (JSON Schema, Core, section 8.2.3.2).
    const anchors = own.size === 0 ? variant.anchors : new Map([...own, ...variant.anchors])
    return { ...source, base: pointer, variant: { ...variant, anchors } }
  }

  #addMember (copying: Copying, { name, value, at, remark }: SchemaMember): void {
    const pointer = `${copying.source.pointer}/${escapePointer(at)}`
    if (remark !== undefined) this.#context.report(pointer, remark)
    if (NAMING.has(name)) this.#namesInherited ||= namesOf(value).some(name => name in Object.prototype)
    const keyword = { name, value, pointer }
    switch (Object.hasOwn(APPLICATORS, name) ? APPLICATORS[name] : undefined) {
      case 'schema': return this.#addSchema(copying, keyword)
      case 'schemas': return this.#addList(copying, keyword)
      case 'schemas by name': return this.#addNamed(copying, keyword)
      default: return this.#addAssertion(copying, keyword)
    }
  }

  #addSchema ({ copy, source }: Copying, keyword: Keyword): void {
    if (keyword.value !== undefined) copy[keyword.name] = this.#copyPart(keyword, source)
  }

  #addList ({ copy, source }: Copying, { name, value, pointer }: Keyword): void {
    const { report } = this.#context
    if (!Array.isArray(value) || value.length === 0) {
      return report(pointer, unusable('a list of schemas', value))
    }
    if (name === 'allOf') this.#reportRejected(pointer, source)
    const isChoice = name === 'oneOf' || name === 'anyOf'
    // One of the alternatives is a schema that the value is validated against already.
    if (isChoice && value.some(branch => this.#references.isCircular(branch, source))) return
    const parts = value.map((schema, index) =>
      this.#copyPart({ name, value: schema, pointer: `${pointer}/${index}` }, source))
    copy[name] = name === 'allOf' || name === 'anyOf' ? withoutRepeated(parts) : parts
  }

  #reportRejected (pointer: string, { value, base }: CopySource): void {
    const rejected = isObject(value) ? this.#context.graph.listRejected(value, base) : []
    if (rejected.length === 0) return
    const names = rejected.slice(0, MAX_NAMES).map(name => JSON.stringify(name)).join(', ')
    const more = rejected.length > MAX_NAMES ? ` and ${rejected.length - MAX_NAMES} more` : ''
    this.#context.report(pointer, [
      `rejects ${names}${more}, which one part declares and another excludes by "additionalProperties": false`,
      '"unevaluatedProperties": false beside "allOf" would allow them'
    ].join('; '))
  }

  #addNamed ({ copy, source }: Copying, { name, value, pointer }: Keyword): void {
    if (!isObject(value)) return this.#context.report(pointer, unusable('an object that holds schemas', value))
    const parts: Array<[name: string, part: boolean | object]> = []
    for (const [key, schema] of Object.entries(value)) {
      const at = `${pointer}/${escapePointer(key)}`
      if (name === 'patternProperties' && !this.#isPattern(key, at)) continue
      const part = this.#copyPart({ name, value: schema, pointer: at }, source)
      if (name === 'properties' && key === '__proto__') addParts(copy, 'patternProperties', [[PROTO, part]])
      else parts.push([key, part])
    }
    addParts(copy, name, parts)
  }

  #copyPart ({ name, value, pointer }: Keyword, source: CopySource): boolean | object {
    return this.copy({ ...source, value, pointer, variant: partVariant(name, source.variant) })
  }

  #addAssertion ({ copy, source: { variant } }: Copying, { name, value, pointer }: Keyword): void {
    const rule = Object.hasOwn(ASSERTIONS, name) ? ASSERTIONS[name] : undefined
    if (rule === undefined || (value === undefined && name !== 'const')) return
    if (!rule.fits(value)) return this.#context.report(pointer, unusable(rule.expected, value))
    if (name === 'pattern' && !this.#isPattern(String(value), pointer)) return
    if (name !== 'required' || !Array.isArray(value)) {
      copy[name] = rule.read === undefined ? value : rule.read(value)
      return
    }
    const names = [...new Set(value)].filter(name => !variant.optional.includes(name))
    if (names.length > 0) copy.required = names
  }

  #isPattern (source: string, pointer: string): boolean {
    if (compilePattern(source) !== undefined) return true
    this.#context.report(pointer, unusable('a regular expression', source))
    return false
  }
}

/** Leaves out further references to the same schema: each would double the work. */
function withoutRepeated (parts: ReadonlyArray<boolean | object>): ReadonlyArray<boolean | object> {
  const keys = new Set<string>()
  return parts.filter(part => {
    const { $ref: key, ...others }: { readonly $ref?: unknown } = Object(part)
    if (typeof key !== 'string' || Object.keys(others).length > 0) return true
    const isNew = !keys.has(key)
    keys.add(key)
    return isNew
  })
}

function addParts (copy: JsonObject, name: string, parts: ReadonlyArray<readonly [string, unknown]>): void {
  const others = copy[name]
  copy[name] = { ...isObject(others) ? others : {}, ...Object.fromEntries(parts) }
}

function namesOf (value: unknown): string[] {
  if (Array.isArray(value)) return value.filter(name => typeof name === 'string')
  if (!isObject(value)) return []
  // The names that `dependentRequired` requires are in lists.
  const inner = Object.values(value).flatMap(names => Array.isArray(names) ? namesOf(names) : [])
  return [...Object.keys(value), ...inner]
}

function unusable (expected: string, value: unknown): string {
  return `must be ${expected}, but is ${shorten(exactJson.stringify(value) ?? 'missing')}, and is left out`
}
