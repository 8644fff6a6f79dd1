import { isObject } from '../documents/is-object.ts'

/** The path of a document's first server, its variables by their defaults: of `https://shop.example/{version}/`, `/v2`. Nothing for the root. */
export function parseBasePath ({ servers }: { readonly servers?: unknown }): string {
  const [server]: unknown[] = Array.isArray(servers) ? servers : []
  if (!isObject(server) || typeof server.url !== 'string') return ''
  const variables = isObject(server.variables) ? server.variables : {}
  const url = server.url.replace(/\{([^}]*)\}/g, (whole, name: string) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined
    return isObject(variable) && variable.default !== undefined ? String(variable.default) : whole
  })
  const path = url.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '')
  // What stays open could be anything.
  return path.includes('{') ? '' : toBasePath(path)
}

/** A path without slashes at its end, and without segments that mean none. */
export function toBasePath (path: string): string {
  const segments = path.split('/').filter(segment => segment !== '' && segment !== '.' && segment !== '..')
  return segments.map(segment => `/${segment}`).join('')
}
