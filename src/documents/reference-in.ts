/** Returns the reference that a value is, where it is an object with `$ref` alone. */
export function referenceIn (value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('$ref' in value)) return undefined
  return Object.keys(value).length === 1 && typeof value.$ref === 'string' ? value.$ref : undefined
}
