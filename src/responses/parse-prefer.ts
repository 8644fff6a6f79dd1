import { listPreferences } from '../messages/list-preferences.ts'

/** The preferences that a client states in `Prefer`: a status, an example, or a generated body with its seed. */
export interface Preferences {
  readonly code: string | undefined
  readonly example: string | undefined
  readonly dynamic: boolean | undefined
  /** The seed that a generated body follows from. */
  readonly seed: string | undefined
}

const SWITCHES = new Map([['true', true], ['false', false]])

/**
 * Parses `Prefer` (RFC 7240, section 2), given once or more often. The first preference of a name counts, and unknown
 * names are ignored.
 */
export function parsePrefer (header: unknown): Preferences {
  const found = listPreferences(header)
  return {
    code: found.get('code') || undefined,
    example: found.get('example') || undefined,
    dynamic: SWITCHES.get(found.get('dynamic') ?? ''),
    seed: found.get('seed') || undefined
  }
}

/** Writes a preference as `Preference-Applied` names it (RFC 7240, section 3). */
export function writePreference (name: string, value: string): string {
  const isToken = /^[\w!#$%&'*+.^`|~-]+$/.test(value)
  return `${name}=${isToken ? value : quote(value)}`
}

function quote (value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`
}
