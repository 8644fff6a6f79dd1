import { hash } from 'node:crypto'
import { exactJson } from '../exact-json.ts'
import type { ApiRequest } from '../messages/message.ts'
import { shortKey } from '../worlds/short-key.ts'

/**
 * Returns a text that two requests to an operation share where their parameters of the path and the query and their
 * bodies are equal, in whatever order their members are written. A long text is hashed.
 */
export function requestKey ({ body, path, query, rawBody }: ApiRequest): string {
  const parameters = `${canonicalText(path)} ${canonicalText(query)}`
  return shortKey(body === undefined ? parameters : `${parameters} ${bodyKey(body, rawBody)}`)
}

function bodyKey (body: unknown, rawBody: Buffer | undefined): string {
  try {
    return canonicalText(body)
  } catch (error) {
    // A body may be nested more deeply than the stack has room for.
    if (!(error instanceof RangeError) || rawBody === undefined) throw error
    return hash('sha256', rawBody)
  }
}

/** Writes a value as JSON whose members are in the order of their names; bytes by their hash. */
function canonicalText (value: unknown): string {
  if (typeof value !== 'object' || value === null) return exactJson.stringify(value)
  if (value instanceof Uint8Array) return hash('sha256', value)
  if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`
  // Any other object is read by its members.
  const members = value as Record<string, unknown>
  const names = Object.keys(members).sort()
  return `{${names.map(name => `${JSON.stringify(name)}:${canonicalText(members[name])}`).join()}}`
}
