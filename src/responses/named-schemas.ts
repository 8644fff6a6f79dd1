import type { OpenApiDocument } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'

/** The schemas of a document that have names. */
export interface NamedSchemas {
  readonly byName: ReadonlyMap<string, object>
  /** The names of a schema: its own, and those of references that are nothing else. */
  readonly names: ReadonlyMap<object, readonly string[]>
  /** The schemas that inherit one by `allOf`. */
  readonly heirs: ReadonlyMap<object, readonly object[]>
}

/** Returns what a `$ref` leads to; `undefined` where it leads to nothing. */
type Follow = (reference: string) => unknown

/** Reads the named schemas of a document, each once. */
export function readNamedSchemas ({ components }: OpenApiDocument, follow: Follow): NamedSchemas {
  const byName = new Map<string, object>()
  const names = new Map<object, string[]>()
  const heirs = new Map<object, object[]>()
  for (const [name, named] of Object.entries(components?.schemas ?? {})) {
    const schema = endOf(named, follow)
    if (schema === undefined) continue
    byName.set(name, schema)
    const others = names.get(schema) ?? []
    names.set(schema, schema === named ? [name, ...others] : [...others, name])
    if (schema !== named) continue
    for (const parent of listParents(schema, follow)) heirs.set(parent, [...heirs.get(parent) ?? [], schema])
  }
  for (const [schema, list] of names) names.set(schema, list.toSorted(byOrigin))
  return { byName, names, heirs }
}

/** Puts the name that a document gives a schema of another file before the one it got there: `Dog` before `Dog2`. */
function byOrigin (a: string, b: string): number {
  if (isNumbered(a, b)) return 1
  return isNumbered(b, a) ? -1 : 0
}

function isNumbered (name: string, plain: string): boolean {
  return name.startsWith(plain) && /^\d+$/.test(name.slice(plain.length))
}

/** Returns the schema that a reference leads to, by way of others; `undefined` where it has no end. */
export function endOf (schema: unknown, follow: Follow): JsonObject | undefined {
  const passed = new Set<unknown>()
  let end = schema
  while (isObject(end) && isAlias(end)) {
    if (passed.has(end)) return undefined
    passed.add(end)
    end = follow(end.$ref)
  }
  return isObject(end) ? end : undefined
}

/** Returns whether a schema says nothing but what another one says. */
function isAlias (schema: JsonObject): schema is JsonObject & { readonly $ref: string } {
  return typeof schema.$ref === 'string' && COMPOSING.every(name => schema[name] === undefined)
}

const COMPOSING = ['allOf', 'properties', 'required']

/** Lists the schemas that one inherits: those that it refers to, also from within its own parts. */
function listParents (schema: JsonObject, follow: Follow): Set<object> {
  const parents = new Set<object>()
  const parts = new Set<unknown>([schema])
  // A set goes on to what is added to it meanwhile.
  for (const part of parts) {
    if (!isObject(part)) continue
    const parent = typeof part.$ref === 'string' ? endOf(follow(part.$ref), follow) : undefined
    if (parent !== undefined && parent !== schema) parents.add(parent)
    for (const inner of [...listOf(part.allOf), ...withoutNull(part)]) parts.add(inner)
  }
  return parents
}

function listOf (value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Lists the one alternative to null, where there is one: the form of a schema that is nullable. */
function withoutNull ({ anyOf }: JsonObject): unknown[] {
  const others = listOf(anyOf).filter(part => !(isObject(part) && part.type === 'null'))
  return others.length === 1 ? others : []
}
