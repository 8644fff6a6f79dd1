import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { nearest } from '../documents/nearest.ts'
import { MethodNotAllowed, UnknownPath } from '../errors.ts'
import { segmentsOf } from '../journal/nearest-operations.ts'

/** Refuses what finds no route: another method with those that there are, another path with the nearest that there is. */
export function refuseUnknownPaths (app: FastifyInstance, routes: readonly RouteOptions[]): void {
  const { prefix } = app
  const refuse = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const shown = routes.filter(({ schema }) => schema?.hide !== true)
    const [path = ''] = request.url.split('?', 1)
    const methods = listMethods(path, shown)
    if (methods.length === 0) throw new UnknownPath(path, hintAt(path, { prefix, routes: shown }))
    reply.header('allow', methods.join(', '))
    if (request.method === 'OPTIONS') return reply.code(204).send()
    throw new MethodNotAllowed(request.method, path, methods.join(', '))
  }
  // Routes, not a handler for what is not found: that one takes long to set up, and the APIs' CORS would answer preflights before it.
  for (const url of ['/', '/*']) app.all(url, { schema: { hide: true }, onRequest: refuse }, refuse)
}

function listMethods (path: string, routes: readonly RouteOptions[]): string[] {
  const segments = segmentsOf(path)
  const matching = routes.filter(({ url }) => isMatch(segmentsOf(url), segments))
  return [...new Set(matching.flatMap(({ method }) => method))]
}

function isMatch (template: readonly string[], segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, index) => fill(part, segments[index]) === segments[index])
  )
}

/** The nearest path of the noun that comes nearest, with what the request has in the place of its placeholders. */
function hintAt (
  path: string,
  { prefix, routes }: { prefix: string, routes: readonly RouteOptions[] }
): string {
  const start = segmentsOf(prefix).length
  const segments = segmentsOf(path).slice(start)
  const templates = routes.map(({ url }) => ({ url, parts: segmentsOf(url).slice(start) }))
  const noun = nearest(
    segments[0] ?? '',
    templates.map(({ parts }) => parts[0] ?? '')
  )
  const ofNoun = templates.filter(({ parts }) => parts[0] === noun)
  const asLong = ofNoun.filter(({ parts }) => parts.length === segments.length)
  const filled = new Map(
    (asLong.length > 0 ? asLong : ofNoun).map(({ parts, url }) => [
      parts.map((part, index) => fill(part, segments[index])).join('/'),
      url.replaceAll(/:(\w+)/g, '{$1}')
    ])
  )
  const near = nearest(segments.join('/'), filled.keys())
  return near === undefined
    ? `: ${prefix}/docs tells what there is`
    : `: the nearest is ${filled.get(near)}`
}

/** A part of a route's path, with a segment in the place of its placeholder: `:name.json` with `mews` is `mews.json`. */
function fill (part: string, segment = part): string {
  const [placeholder] = /^:\w+/.exec(part) ?? []
  if (placeholder === undefined) return part
  const rest = part.slice(placeholder.length)
  return segment.endsWith(rest) ? segment : segment + rest
}
