/** Escapes a member's name as a token of a JSON pointer (RFC 6901): `a/b` becomes `a~1b`. */
export function escapePointer (name: string): string {
  if (!name.includes('~') && !name.includes('/')) return name
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** Returns the name that a token of a JSON pointer stands for: `a~1b` becomes `a/b`. */
export function unescapePointer (token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** Parses a JSON pointer into its names; returns `undefined` where it is invalid. */
export function parseJsonPointer (pointer: string): string[] | undefined {
  if (pointer === '') return []
  if (!pointer.startsWith('/')) return undefined
  return pointer.slice(1).split('/').map(unescapePointer)
}

/** The longest pointer that is shown, in characters: names in a message may be as long as the message. */
export const MAX_POINTER = 500

/** Cuts a pointer off where it is longer than a message has room for. */
export function shownPointer (pointer: string): string {
  return pointer.length > MAX_POINTER ? `${pointer.slice(0, MAX_POINTER - 1)}…` : pointer
}

/** Returns the value at a JSON pointer; `undefined` where there is none. */
export function getByPointer (root: unknown, pointer: string): unknown {
  const names = parseJsonPointer(pointer)
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
