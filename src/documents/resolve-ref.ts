import { isObject } from './is-object.ts'
import { getByPointer } from './json-pointer.ts'

/** A part of a document, and the JSON pointer of its definition. */
export interface Located<Part> {
  readonly value: Part
  readonly pointer: string
}

interface Reference {
  readonly $ref: string
}

/** Resolves the `$ref`s of a part; returns `undefined` where they have no target in the document, or form a circle. */
export function resolveRef<Part extends object> (
  document: object, part: Part | Reference, pointer: string
): Located<Part> | undefined {
  // A part may be anything: YAML reads an empty member as null.
  if (!isObject(part)) return undefined
  const seen = new Set<string>()
  let value: Part | Reference = part
  while (isReference(value)) {
    const target = toPointer(value.$ref)
    if (target === undefined || seen.has(target)) return undefined
    seen.add(target)
    const found = getByPointer(document, target)
    if (typeof found !== 'object' || found === null) return undefined
    // The target is taken for what the place of the reference needs; checkDocument reports where it is not.
    value = found as Part | Reference
    pointer = target
  }
  return { value, pointer }
}

/**
 * Resolves a schema that is nothing but a `$ref`. It stops at the first target with keywords beside its own `$ref`, as
 * they apply too (OpenAPI 3.1). Returns the last schema that it reaches.
 */
export function resolveBareRef<Part extends object> (document: object, schema: Located<Part>): Located<Part> {
  const seen = new Set<unknown>()
  let found = schema
  while (Object.keys(found.value).join() === '$ref' && !seen.has(found.value)) {
    seen.add(found.value)
    const { $ref: ref } = found.value as Part & { readonly $ref?: unknown }
    const pointer = typeof ref === 'string' ? toPointer(ref) : undefined
    const value = pointer === undefined ? undefined : getByPointer(document, pointer)
    if (pointer === undefined || !isObject(value)) return found
    found = { value: value as Part, pointer }
  }
  return found
}

/** Returns the JSON pointer of a `$ref` within the document; `undefined` for an anchor or another file. */
export function toPointer (ref: string): string | undefined {
  if (!ref.startsWith('#')) return undefined
  const fragment = ref.slice(1)
  if (fragment !== '' && !fragment.startsWith('/')) return undefined
  if (!fragment.includes('%')) return fragment
  try {
    return decodeURIComponent(fragment)
  } catch {
    return undefined
  }
}

function isReference (value: object): value is Reference {
  return '$ref' in value && typeof value.$ref === 'string'
}
