/** What every way up has. */
const UP = /(?:\.|%2e){2}/i

/** What some servers take for a slash: an encoded one, and backslashes. */
const OTHER_SLASHES = /%2f|%5c|\\/i

/** What ends the name of a segment for some servers: parameters of it (RFC 3986, section 3.3), and a fragment. */
const SEGMENT_END = /[;#]|%3b/i

/**
 * Tells whether a path, without a query, leads to above its start for any server: for one that resolves `%2e%2e`,
 * `..%2f`, `..\` and `..;` as well, and that merges slashes. The service would take it for a path beside its base.
 */
export function leavesBase (path: string): boolean {
  if (!UP.test(path)) return false
  let depth = 0
  for (const segment of path.split('/')) {
    const names = segment.split(OTHER_SLASHES).map(nameOf)
    const ups = names.filter(name => name === '..').length
    depth -= ups
    if (depth < 0) return true
    // A server that knows no other slashes takes it for one segment.
    if (ups === 0 && names.some(name => name !== '' && name !== '.')) depth++
  }
  return false
}

function nameOf (segment: string): string {
  const [name = ''] = segment.split(SEGMENT_END, 1)
  return name.replace(/%2e/gi, '.')
}
