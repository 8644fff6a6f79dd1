import { define } from '../documents/own-member.ts'
import { EXACT_PATHS, foldCase, normalPath } from './path-matching.ts'
import type { PathMatching } from './path-matching.ts'

const NO_VALUES: Readonly<Record<string, string>> = Object.freeze({})

/** Matches the characters that have a meaning in a regular expression. */
const SPECIAL = /[.*+?^${}()|[\]\\/]/g

/**
 * Converts an OpenAPI path to a Fastify URL: `/exports/{id}` becomes `/exports/:id`, and `/v1/{name}:cancel` becomes
 * a parameter with a regular expression. The parameters only find the route: `createPathReader` reads their values.
 */
export function routeUrl (path: string, matching = EXACT_PATHS): string {
  const taken = new Set<string>()
  const segments = normalPath(sentPath(path), matching).split('/')
  return segments.map((segment, index) => toSegment(segment, index, taken)).join('/')
}

/** Returns a key that is the same for operations which the router cannot tell apart: `GET /exports/{}`. */
export function routeKey (method: string, path: string, matching = EXACT_PATHS): string {
  const template = sentPath(path).replace(/\{[^}]*\}/g, '{}').replace(/\/+$/, '')
  return `${method} ${normalPath(template, matching)}`
}

/**
 * Creates a function that reads the values of a path's parameters, still encoded: of `/exports/{id}` and
 * `/exports/a%2Cb`, `{ id: 'a%2Cb' }`. Routers decode values, so that a comma within a value would be the same as one
 * between two values. Returns `undefined` for a path that does not match, as one with an empty parameter. Expects that
 * slashes in succession have been merged in paths where the matching ignores them.
 */
export function createPathReader (path: string, matching = EXACT_PATHS): ReadPath {
  const template = routedPath(path, matching).replace(/\/+$/, '')
  const names = listNames(template)
  if (names.length === 0) return () => NO_VALUES
  const readSegments = createSegmentsReader(template, matching)
  let pattern: RegExp | undefined
  return path => {
    const read = readSegments?.(path)
    if (read !== undefined) return read
    pattern ??= pathPattern(template, matching)
    const match = pattern.exec(path)
    const values = match ?? pattern.exec(decodePath(path))?.map(encodeValue)
    if (values === undefined) return undefined
    return Object.fromEntries(names.map((name, index) => [name, values[index + 1] ?? '']))
  }
}

type ReadPath = (path: string) => Readonly<Record<string, string>> | undefined

/**
 * Creates a reader of paths whose parameters are whole segments, as nearly all are; returns `undefined` for others.
 * It spares a thousand operations a regular expression each.
 */
function createSegmentsReader (template: string, { ignorePathCase }: PathMatching): ReadPath | undefined {
  const segments = template.split('/').map(text => ({ text, name: /^\{([^{}]*)\}$/.exec(text)?.[1] }))
  if (segments.some(({ name, text }) => name === undefined && text.includes('{'))) return undefined
  return path => {
    const parts = path.split('/')
    const isAsLong = parts.length === segments.length || (parts.length === segments.length + 1 && parts.at(-1) === '')
    if (!isAsLong) return undefined
    const values: Record<string, string> = {}
    for (const [index, { name, text }] of segments.entries()) {
      const part = parts[index] ?? ''
      const isOther = part !== text && (ignorePathCase !== true || foldCase(part) !== foldCase(text))
      if (name === undefined ? isOther : part === '') return undefined
      if (name !== undefined) define(values, name, part)
    }
    return values
  }
}

/**
 * Decodes a path, as a client may encode what the template does not: `/v1/a%3Acancel`. Slashes stay encoded, as they
 * would separate segments.
 */
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

/** Returns a regular expression for the paths of a template, with a group for each parameter. */
export function pathPattern (path: string, matching = EXACT_PATHS): RegExp {
  const expression = toExpression(routedPath(path, matching), '([^/]+?)')
  return new RegExp(`^${expression}/?$`, matching.ignorePathCase === true ? 'i' : '')
}

/**
 * Returns the part of a path that is sent as the path of a request. Some documents tell the operations of one path
 * apart by a fragment or a query: `/#Action=AddTags`, `/files?upload`.
 */
export function sentPath (path: string): string {
  const [sent = ''] = path.split(/[?#]/, 1)
  return sent
}

/** Returns the part of a path that finds its route, with the names of its parameters as they are. */
function routedPath (path: string, { ignoreDuplicateSlashes }: PathMatching): string {
  return normalPath(sentPath(path), { ignoreDuplicateSlashes })
}

function toSegment (segment: string, index: number, taken: Set<string>): string {
  const names = listNames(segment)
  if (names.length === 0) {
    // To the router, a star is a wildcard, except in a regular expression.
    return segment.includes('*') ? `:segment${index}(${toExpression(segment, '')})` : escapeColons(segment)
  }
  const [name = ''] = names
  if (segment === `{${name}}`) {
    // Documents that name a parameter twice are served, but the router rejects such a path.
    const isFree = /^\w+$/.test(name) && !taken.has(name)
    taken.add(name)
    return isFree ? `:${name}` : `:segment${index}`
  }
  const parts = splitTemplate(segment).map((part, at) =>
    part.startsWith('{') ? `:segment${index}_${at}([^/]+?)` : escapeColons(part))
  return parts.join('')
}

/** Escapes colons, which begin a parameter. */
function escapeColons (text: string): string {
  return text.replaceAll(':', '::')
}

function listNames (template: string): string[] {
  return [...template.matchAll(/\{([^}]*)\}/g)].map(match => match[1] ?? '')
}

function toExpression (template: string, parameter: string): string {
  const parts = splitTemplate(template).map(part => part.startsWith('{') ? parameter : part.replace(SPECIAL, '\\$&'))
  return parts.join('')
}

/** Splits a template into its parameters and the text between them. */
function splitTemplate (template: string): string[] {
  return template.split(/(\{[^}]*\})/).filter(part => part !== '')
}
