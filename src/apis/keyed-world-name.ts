import { hash } from 'node:crypto'
import { isWorldName } from '../worlds/worlds.ts'

/** Matches what is made of a value that cannot be a name, or must not be seen. */
const HASHED = /-[0-9a-f]{32}$/

/** How much of a value is seen in a name that is made of it, in characters: a name has 64 at most. */
const SEEN = 31

/**
 * Returns the name of the world of a value: the value itself where it can be one, or else what is legible of it and its
 * SHA-256, as two values must not share a world. Of a secret there is `key` and its SHA-256.
 */
export function keyedWorldName (value: string, isSecret: boolean): string {
  // A value in the form of such a name is hashed too, or it would name the world of another.
  if (!isSecret && isWorldName(value) && !HASHED.test(value)) return value
  const digest = hash('sha256', value, 'hex').slice(0, 32)
  return `${isSecret ? 'key' : legible(value)}-${digest}`
}

function legible (value: string): string {
  const text = value.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '').slice(0, SEEN)
  return text === '' ? 'key' : text
}
