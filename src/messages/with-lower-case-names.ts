/** Headers by their names in lower case, as HTTP does not tell them apart by case (RFC 9110, section 5.1). */
export function withLowerCaseNames<Value> (headers: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
