/** Writes a member's name as a token of a JSON pointer (RFC 6901): `a/b` becomes `a~1b`. */
export function escapePointer (name: string): string {
  return name.includes('~') || name.includes('/') ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name
}

/** Reads a JSON pointer as the names it consists of; `undefined` if it is not one. */
export function parsePointer (pointer: string): string[] | undefined {
  if (pointer === '') return []
  if (!pointer.startsWith('/')) return undefined
  return pointer.slice(1).split('/').map(token => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The value that a JSON pointer leads to; `undefined` where it leads nowhere. */
export function getByPointer (root: unknown, pointer: string): unknown {
  const names = parsePointer(pointer)
  if (names === undefined) return undefined
  let value = root
  for (const name of names) {
    if (!hasMember(value, name)) return undefined
    value = value[name]
  }
  return value
}

function hasMember (value: unknown, name: string): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
}
