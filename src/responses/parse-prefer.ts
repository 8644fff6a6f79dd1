/** The preferences that a client states in `Prefer`: a status, an example, or a generated body. */
export interface Preferences {
  readonly code: string | undefined
  readonly example: string | undefined
  readonly dynamic: boolean
}

/** Matches the text from one comma to the next; commas within quotes do not count. */
const ITEMS = /(?:[^",]|"(?:[^"\\]|\\.)*"?)+/g
/** Matches a name and its value, in quotes or without. The parameters that may follow after a semicolon are ignored. */
const ITEM = /^\s*([^\s=;"]+)\s*(?:=\s*("(?:[^"\\]|\\.)*"|[^\s;"]*))?/

/**
 * Parses `Prefer` (RFC 7240, section 2), given once or more often. The first preference of a name counts, and unknown
 * names are ignored.
 */
export function parsePrefer (header: unknown): Preferences {
  const text = Array.isArray(header) ? header.join(',') : String(header)
  const found = new Map<string, string>()
  for (const item of text.match(ITEMS) ?? []) {
    const [, name = '', value = ''] = ITEM.exec(item) ?? []
    const key = name.toLowerCase()
    if (!found.has(key)) found.set(key, unquote(value))
  }
  return {
    code: found.get('code') || undefined,
    example: found.get('example') || undefined,
    dynamic: found.get('dynamic') === 'true'
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

function unquote (value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value
}
