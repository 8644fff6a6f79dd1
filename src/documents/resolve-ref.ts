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
