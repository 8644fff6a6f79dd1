import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { nearest } from '../documents/nearest.ts'
import { MethodNotAllowed, UnknownPath } from '../errors.ts'
import { segmentsOf } from '../journal/nearest-operations.ts'

/** Rejects requests without a route: names the allowed methods, or else the nearest path. */
export function refuseUnknownPaths (app: FastifyInstance, routes: readonly RouteOptions[]): void {
  const { prefix } = app
  const refuse = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const shown = routes.filter(({ schema }) => schema?.hide !== true)
    const [path = ''] = request.url.split('?', 1)
    const methods = listMethods(path, shown)
    // The router counts slashes in succession, and the list does not.
    if (methods.length === 0 || methods.includes(request.method)) {
      const publicPath = request.server.publicUrl.pathOf(request)
      throw new UnknownPath(path, hintAt(path, { prefix, publicPath, routes: shown }))
    }
    reply.header('allow', methods.join(', '))
    if (request.method === 'OPTIONS') return reply.code(204).send()
    throw new MethodNotAllowed(request.method, path, methods.join(', '))
  }
  // Routes instead of a not-found handler, which is slow to set up and runs after the APIs' CORS.
  const hidden = { schema: { hide: true }, onRequest: refuse, handler: refuse }
  app.route({ method: app.supportedMethods, url: '/*', ...hidden })
  // A browser that gets the root opens the page.
  const others = app.supportedMethods.filter(method => method !== 'GET' && method !== 'HEAD')
  app.route({ method: others, url: '/', ...hidden })
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

/** Returns a hint at the nearest path, comparing the first segment before all others. */
function hintAt (
  path: string,
  { prefix, publicPath, routes }: { prefix: string, publicPath: string, routes: readonly RouteOptions[] }
): string {
  const start = segmentsOf(prefix).length
  const segments = segmentsOf(path).slice(start)
  const templates = routes.map(({ url }) => ({ url, parts: segmentsOf(url).slice(start) }))
  const nouns = templates.map(({ parts }) => parts[0] ?? '')
  const noun = nearest(segments[0] ?? '', nouns)
  const ofNoun = templates.filter(({ parts }) => parts[0] === noun)
  const asLong = ofNoun.filter(({ parts }) => parts.length === segments.length)
  const paths = new Map<string, string>()
  for (const { parts, url } of asLong.length > 0 ? asLong : ofNoun) {
    const filled = parts.map((part, index) => fill(part, segments[index])).join('/')
    paths.set(filled, url.replaceAll(/:(\w+)/g, '{$1}'))
  }
  const near = nearest(segments.join('/'), paths.keys())
  if (near === undefined) return `: see ${publicPath}${prefix}/docs`
  return `: the nearest is ${publicPath}${paths.get(near)}`
}

/** Fills the placeholder of a route's segment: `:name.json` with `mews` becomes `mews.json`. */
function fill (part: string, segment = part): string {
  const [placeholder] = /^:\w+/.exec(part) ?? []
  if (placeholder === undefined) return part
  const rest = part.slice(placeholder.length)
  return segment.endsWith(rest) ? segment : segment + rest
}
