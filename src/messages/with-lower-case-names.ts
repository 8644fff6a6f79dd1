/**
 * Returns headers with their names in lower case: HTTP ignores the case (RFC 9110, section 5.1).
 */
export function withLowerCaseNames<Value> (headers: Readonly<Record<string, Value>>): Record<string, Value> {
  const entries = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  return Object.fromEntries(entries)
}
