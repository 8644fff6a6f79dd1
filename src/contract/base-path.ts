import { isObject } from '../documents/is-object.ts'

/**
 * Parses the base path of a document's first server, with its variables by their defaults:
 * `https://shop.example/{version}/` becomes `/v2`. Returns empty text for the root.
 */
export function parseBasePath ({ servers }: { readonly servers?: unknown }): string {
  const [server]: unknown[] = Array.isArray(servers) ? servers : []
  if (!isObject(server) || typeof server.url !== 'string') return ''
  const variables = isObject(server.variables) ? server.variables : {}
  const url = server.url.replace(/\{([^}]*)\}/g, (whole, name: string) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined
    return isObject(variable) && variable.default !== undefined ? String(variable.default) : whole
  })
  const path = url.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '')
  // A variable without a default could be anything.
  return path.includes('{') ? '' : toBasePath(path)
}

/** Normalizes a path: removes slashes at its end, and the segments `.`, `..` and those without text. */
export function toBasePath (path: string): string {
  const segments = path.split('/').filter(segment => segment !== '' && segment !== '.' && segment !== '..')
  return segments.map(segment => `/${segment}`).join('')
}
