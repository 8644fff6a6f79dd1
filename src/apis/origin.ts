/**
 * Returns an origin as browsers send it: `http://localhost:3000`, in lower case and without the default port of its
 * scheme (RFC 6454, section 6.2). `null` is the origin of pages without one, such as files. Returns `undefined` for a
 * text that is no origin.
 */
export function parseOrigin (text: string): string | undefined {
  if (text === 'null') return text
  if (!/^[a-z][a-z\d+.-]*:\/\/[^/?#@*\s,]+\/?$/i.test(text)) return undefined
  const url = URL.parse(text)
  if (url === null) return undefined
  // Schemes of apps, such as capacitor, have no origin of their own in URLs, but their pages send one.
  return url.origin === 'null' ? `${url.protocol}//${url.host}`.toLowerCase() : url.origin
}

/** Which pages: `off` for none, `*` for all, or an origin or a list of origins. */
export type Origins = string | readonly string[]

/** Returns whether a value names origins. */
export function areOrigins (value: unknown): value is Origins {
  if (value === 'off' || value === '*') return true
  const listed: unknown[] = Array.isArray(value) ? value : [value]
  return listed.length > 0 && listed.every(item => typeof item === 'string' && parseOrigin(item) !== undefined)
}

/** Creates the function that tells whether an origin, as browsers send it, is among some. */
export function createOriginMatch (origins: Origins): (origin: string) => boolean {
  if (origins === 'off') return () => false
  if (origins === '*') return () => true
  const listed = typeof origins === 'string' ? [origins] : origins
  const known = new Set(listed.map(parseOrigin))
  return origin => known.has(origin)
}
