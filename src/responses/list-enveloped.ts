import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { plainName } from './name-words.ts'

/** An object within a value, with the names that lead to it. */
export interface Inner {
  readonly path: readonly string[]
  readonly object: JsonObject
}

const ENVELOPES: ReadonlySet<string> = new Set([
  'data', 'result', 'response', 'payload', 'body', 'item', 'record', 'attributes', 'resource', 'entity', 'd', 'content'
])

/** How many envelopes there may be in one another. */
const MOST = 3

/**
 * Lists an object and those within it that hold the thing itself, as `data` does: by a usual name, or as the only
 * object with a single member.
 */
export function listEnveloped (value: unknown): Inner[] {
  const found: Inner[] = []
  let inner: Inner | undefined = isObject(value) ? { path: [], object: value } : undefined
  while (inner !== undefined && found.length < MOST) {
    found.push(inner)
    inner = enveloped(inner)
  }
  return found
}

function enveloped ({ object, path }: Inner): Inner | undefined {
  const names = Object.keys(object)
  const name = names.find(name => ENVELOPES.has(plainName(name)) && isObject(object[name])) ??
    (names.length === 1 ? names[0] : undefined)
  const inner = name === undefined ? undefined : object[name]
  return name !== undefined && isObject(inner) ? { path: [...path, name], object: inner } : undefined
}
