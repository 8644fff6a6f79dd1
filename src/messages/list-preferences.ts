/** Matches the text from one comma to the next; commas within quotes do not count. */
const ITEMS = /(?:[^",]|"(?:[^"\\]|\\.)*"?)+/g
/** Matches a name and its value, in quotes or without. The parameters that may follow after a semicolon are ignored. */
const ITEM = /^\s*([^\s=;"]+)\s*(?:=\s*("(?:[^"\\]|\\.)*"|[^\s;"]*))?/

/**
 * Lists the preferences of `Prefer` (RFC 7240, section 2), given once or more often, by their names in lower case. The
 * first preference of a name counts; one without a value has an empty one.
 */
export function listPreferences (header: unknown): ReadonlyMap<string, string> {
  const text = Array.isArray(header) ? header.join(',') : String(header)
  const found = new Map<string, string>()
  for (const item of text.match(ITEMS) ?? []) {
    const [, name = '', value = ''] = ITEM.exec(item) ?? []
    const key = name.toLowerCase()
    if (!found.has(key)) found.set(key, unquote(value))
  }
  return found
}

function unquote (value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value
}
