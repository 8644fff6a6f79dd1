/**
 * Writes the query of a URL, with its question mark; undefined values are left out, and no values give an empty text.
 */
export function queryText (parameters: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) query.append(name, String(value))
  }
  return query.size === 0 ? '' : `?${query.toString()}`
}
