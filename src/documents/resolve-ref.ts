import { isObject } from './is-object.ts'
import { getByPointer } from './json-pointer.ts'

/** A part of a document, and the JSON pointer of where it really stands. */
export interface Located<Part> {
  readonly value: Part
  readonly pointer: string
}

interface Reference {
  readonly $ref: string
}

/** Follows `$ref`s to what they mean; `undefined` where they lead nowhere, in a circle, or out of the document. */
export function resolveRef<Part extends object> (document: object, part: Part | Reference, pointer: string): Located<Part> | undefined {
  // What stands there may be anything: YAML makes an empty member null.
  if (!isObject(part)) return undefined
  const seen = new Set<string>()
  let value: Part | Reference = part
  while (isReference(value)) {
    const target = toPointer(value.$ref)
    if (target === undefined || seen.has(target)) return undefined
    seen.add(target)
    const found = getByPointer(document, target)
    if (typeof found !== 'object' || found === null) return undefined
    // What stands there is what the place of the reference asks for: check-document.ts reports what is not.
    value = found as Part | Reference
    pointer = target
  }
  return { value, pointer }
}

/** The JSON pointer that a `$ref` within a document holds; `undefined` if it leads elsewhere. */
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
