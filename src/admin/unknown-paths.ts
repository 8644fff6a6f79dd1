import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { nearest } from '../contract/nearest.ts'
import { MethodNotAllowed, UnknownPath } from '../errors.ts'

/** Refuses what finds no route: another method with those that there are, another path with the nearest that there is. */
export function refuseUnknownPaths (app: FastifyInstance, routes: readonly RouteOptions[]): void {
  const { prefix } = app
  const refuse = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const [path = ''] = request.url.split('?', 1)
    const methods = listMethods(path, routes)
    if (methods.length === 0) throw new UnknownPath(path, hintAt(path, { prefix, routes }))
    reply.header('allow', methods.join(', '))
    if (request.method === 'OPTIONS') return reply.code(204).send()
    throw new MethodNotAllowed(request.method, path, methods.join(', '))
  }
  app.setNotFoundHandler(refuse)
  // The APIs allow CORS, and would answer a browser's preflight for these paths as well.
  app.options('/*', { schema: { hide: true } }, refuse)
}

function listMethods (path: string, routes: readonly RouteOptions[]): string[] {
  const segments = splitPath(path)
  const matching = routes.filter(({ url }) => isMatch(splitPath(url), segments))
  return [...new Set(matching.flatMap(({ method }) => method))].filter(method => method !== 'OPTIONS')
}

function isMatch (template: readonly string[], segments: readonly string[]): boolean {
  return template.length === segments.length && template.every((part, index) => isPlaceholder(part) || part === segments[index])
}

function hintAt (path: string, { prefix, routes }: { prefix: string, routes: readonly RouteOptions[] }): string {
  const segments = splitPath(path)
  const filled = new Map(routes.filter(({ url }) => !url.includes('*')).map(({ url }) => {
    const template = splitPath(url).map((part, index) => isPlaceholder(part) ? segments[index] ?? part : part)
    return [template.slice(splitPath(prefix).length).join('/'), url.replaceAll(/:(\w+)/g, '{$1}')]
  }))
  const near = nearest(segments.slice(splitPath(prefix).length).join('/'), filled.keys())
  return near === undefined ? `; what there is, ${prefix}/docs tells` : `; the nearest is ${filled.get(near)}`
}

function splitPath (path: string): string[] {
  return path.split('/').filter(segment => segment !== '')
}

function isPlaceholder (part: string): boolean {
  return part.startsWith(':')
}
