const NOTHING: Readonly<Record<string, string>> = Object.freeze({})

/** What in a regular expression would not stand for itself. */
const SPECIAL = /[.*+?^${}()|[\]\\/]/g

/**
 * Converts an OpenAPI path to a Fastify URL: `/exports/{id}` becomes `/exports/:id`, `/v1/{name}:cancel` a parameter with an expression.
 * The router's parameters only serve to find the route: `createPathReader` reads their values.
 */
export function routeUrl (path: string): string {
  const taken = new Set<string>()
  return sentPath(path).split('/').map((segment, index) => toSegment(segment, index, taken)).join('/')
}

/** What operations have in common that the router cannot tell apart: `GET /exports/{}`. */
export function routeKey (method: string, path: string): string {
  return `${method} ${sentPath(path).replace(/\{[^}]*\}/g, '{}').replace(/\/+$/, '')}`
}

/**
 * Makes the function that reads what a path's parameters stand for: of `/exports/{id}` and `/exports/a%2Cb`, `{ id: 'a%2Cb' }`.
 * Routers decode what they read, so that a comma within a value could not be told from one between two values.
 * It answers nothing for paths that do not fit.
 */
export function createPathReader (path: string): (path: string) => Readonly<Record<string, string>> {
  const template = sentPath(path).replace(/\/+$/, '')
  const names = listNames(template)
  if (names.length === 0) return () => NOTHING
  const readSegments = createSegmentsReader(template)
  let pattern: RegExp | undefined
  return path => {
    const read = readSegments?.(path)
    if (read !== undefined) return read
    pattern ??= pathPattern(template)
    const match = pattern.exec(path)
    const values = match ?? pattern.exec(decodePath(path))?.map(encodeValue)
    return values === undefined ? NOTHING : Object.fromEntries(names.map((name, index) => [name, values[index + 1] ?? '']))
  }
}

/** Reads paths whose parameters are whole segments, as nearly all are: an expression for each of a thousand operations would have to be compiled and kept. */
function createSegmentsReader (template: string): ((path: string) => Readonly<Record<string, string>> | undefined) | undefined {
  const segments = template.split('/').map(text => ({ text, name: /^\{([^{}]*)\}$/.exec(text)?.[1] }))
  if (segments.some(({ name, text }) => name === undefined && text.includes('{'))) return undefined
  return path => {
    const parts = path.split('/')
    const isAsLong = parts.length === segments.length || (parts.length === segments.length + 1 && parts.at(-1) === '')
    if (!isAsLong) return undefined
    const values: Record<string, string> = {}
    for (const [index, { name, text }] of segments.entries()) {
      const part = parts[index] ?? ''
      if (name === undefined ? part !== text : part === '') return undefined
      if (name !== undefined) values[name] = part
    }
    return values
  }
}

/** A client may encode what the template has as it is: `/v1/a%3Acancel`. Slashes stay encoded, for they would part segments. */
function decodePath (path: string): string {
  try {
    return decodeURIComponent(path.replace(/%2F/gi, '%252F'))
  } catch {
    return ''
  }
}

function encodeValue (text: string): string {
  return text.split('%2F').map(encodeURIComponent).join('%2F')
}

/** What the paths of a template look like; each parameter is a group. */
export function pathPattern (path: string): RegExp {
  return new RegExp(`^${toExpression(sentPath(path), '([^/]+?)')}/?$`)
}

/** Some documents have several operations at one path, told apart by what their paths end in: `/#Action=AddTags`, `/files?upload`. It is not sent, or not in the path. */
export function sentPath (path: string): string {
  const [sent = ''] = path.split(/[?#]/, 1)
  return sent
}

function toSegment (segment: string, index: number, taken: Set<string>): string {
  const names = listNames(segment)
  // The router takes a star for a wildcard, wherever it stands, but not in an expression.
  if (names.length === 0) return segment.includes('*') ? `:segment${index}(${toExpression(segment, '')})` : escapeColons(segment)
  const [name = ''] = names
  if (segment === `{${name}}`) {
    // Documents that name a parameter twice are served, though the router would not have it.
    const isFree = /^\w+$/.test(name) && !taken.has(name)
    taken.add(name)
    return isFree ? `:${name}` : `:segment${index}`
  }
  return splitTemplate(segment).map((part, at) => part.startsWith('{') ? `:segment${index}_${at}([^/]+?)` : escapeColons(part)).join('')
}

/** A colon would begin a parameter. */
function escapeColons (text: string): string {
  return text.replaceAll(':', '::')
}

function listNames (template: string): string[] {
  return [...template.matchAll(/\{([^}]*)\}/g)].map(match => match[1] ?? '')
}

function toExpression (template: string, parameter: string): string {
  return splitTemplate(template).map(part => part.startsWith('{') ? parameter : part.replace(SPECIAL, '\\$&')).join('')
}

/** A template's parameters and what stands between them. */
function splitTemplate (template: string): string[] {
  return template.split(/(\{[^}]*\})/).filter(part => part !== '')
}
