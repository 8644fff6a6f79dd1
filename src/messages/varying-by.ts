/** Adds to the `Vary` of a response a header of the request on which it depends (RFC 9110, section 12.5.5). */
export function varyingBy (vary: unknown, name: string): string {
  if (vary === undefined) return name
  const listed = String(vary)
  const names = listed.split(',').map(item => item.trim().toLowerCase())
  return names.includes('*') || names.includes(name.toLowerCase()) ? listed : `${listed}, ${name}`
}
