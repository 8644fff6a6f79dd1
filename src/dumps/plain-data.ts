import { isObject } from '../documents/is-object.ts'

/** The name of the only member of an object that stands for bytes. */
const BYTES = '$base64'

/**
 * Converts a value to one that JSON can carry: bytes become `{"$base64": "…"}`. A value that looks like that is told
 * apart by one more `$`.
 */
export function toPlainData (value: unknown): unknown {
  if (Buffer.isBuffer(value)) return { [BYTES]: value.toString('base64') }
  if (Array.isArray(value)) return value.map(toPlainData)
  if (!isObject(value)) return value
  // What a handler has made may write itself, as a date does.
  if (typeof value.toJSON === 'function') return toPlainData(value.toJSON())
  return mapMembers(value, name => isMark(name) ? `$${name}` : name, toPlainData)
}

/** Converts a value that was converted back. */
export function fromPlainData (value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromPlainData)
  if (!isObject(value)) return value
  const { [BYTES]: bytes } = value
  if (typeof bytes === 'string') return Buffer.from(bytes, 'base64')
  return mapMembers(value, name => isMark(name) ? name.slice(1) : name, fromPlainData)
}

function isMark (name: string): boolean {
  return name.endsWith(BYTES) && /^\$+base64$/.test(name)
}

function mapMembers (value: object, rename: (name: string) => string, map: (member: unknown) => unknown): object {
  const members: Array<[string, unknown]> = []
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) members.push([rename(name), map(member)])
  }
  return Object.fromEntries(members)
}
