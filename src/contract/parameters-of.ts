/**
 * Returns the parameters that follow the value of a header, by their names in lower case:
 * `charset`, `boundary`, `filename` (RFC 9110, section 5.6.6).
 */
export function parametersOf (header: string): Readonly<Record<string, string>> {
  const found = header.matchAll(/;\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)/g)
  const entries = [...found].map(([, name = '', value = '']) => [name.toLowerCase(), unquote(value.trim())])
  return Object.fromEntries(entries)
}

function unquote (value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replace(/\\(["\\])/g, '$1') : value
}
