/** Headers that are for one connection alone (RFC 9110, section 7.6.1), or that Node has answered. */
const OF_CONNECTION: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'upgrade',
  'http2-settings',
  'expect'
])

/** Returns the headers of a message, as a flat list of names and values, without those that end with a connection. */
export function hopHeaders (rawHeaders: readonly string[], isDropped: (name: string) => boolean): string[] {
  const list: string[] = []
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? ''
    const lower = name.toLowerCase()
    if (OF_CONNECTION.has(lower) || name.startsWith(':') || isDropped(lower)) continue
    list.push(name, rawHeaders[index + 1] ?? '')
  }
  return list
}
