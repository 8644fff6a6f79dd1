import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { isCredentialName } from './is-credential-name.ts'
import { maskText } from './mask-text.ts'
import { shorten } from './shorten.ts'

const MAX_LENGTH = 60

/** How much of a text is looked at: a credential in it may be named before its end shows. */
const MAX_MASKED = 500

const MASK = '"***"'

/**
 * Writes a value as JSON of at most 60 characters, with credentials masked:
 * `{"AccessToken":"***","Ids":["3fa8…`.
 */
export function shortJson (value: unknown, name: string | undefined): string {
  if (name !== undefined && isCredentialName(name)) return MASK
  return shorten(write(value, MAX_LENGTH), MAX_LENGTH)
}

/**
 * Stops writing once there is no more room, so that a large value costs no more than a small one.
 */
function write (value: unknown, room: number): string {
  if (room < 0) return '…'
  if (typeof value === 'string') return JSON.stringify(maskText(value.slice(0, MAX_MASKED)).slice(0, room + 1))
  if (value instanceof Uint8Array) return `${value.length} bytes`
  if (Array.isArray(value)) return `[${writeItems(value, room)}]`
  if (isObject(value)) return `{${writeMembers(value, room)}}`
  return String(value)
}

function writeItems (items: readonly unknown[], room: number): string {
  let text = ''
  for (const item of items) {
    if (text.length > room) break
    text += `${text === '' ? '' : ','}${write(item, room - text.length - 1)}`
  }
  return text
}

function writeMembers (value: JsonObject, room: number): string {
  let text = ''
  for (const name in value) {
    if (text.length > room) break
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:`
    text += isCredentialName(name) ? MASK : write(value[name], room - text.length - 1)
  }
  return text
}
