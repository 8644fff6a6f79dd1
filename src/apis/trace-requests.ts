import type { FastifyInstance, FastifyRequest } from 'fastify'
import { maskUrl } from '../journal/mask-url.ts'
import type { OpenTelemetry } from '../telemetry/open-telemetry.ts'
import { isAdminUrl } from './is-admin-url.ts'
import { urlOf } from './world-name-of.ts'

/** Has a span recorded for each request to the APIs, from when it comes until its response is sent. */
export function traceRequests (app: FastifyInstance, telemetry: OpenTelemetry): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (isAdminUrl(request.url)) return done()
    const end = telemetry.beginRequest(request.headers, request.method, attributesOf(request))
    reply.raw.once('close', () => end(reply.raw.statusCode, routeOf(request)))
    done()
  })
}

function attributesOf (request: FastifyRequest): Record<string, string | number> {
  const { headers, ip, protocol, raw } = request
  const [path = '', query] = maskUrl(urlOf(request)).split('?', 2)
  const { hostname, port } = request
  return {
    'url.scheme': protocol,
    'url.path': path,
    ...query !== undefined && { 'url.query': query },
    'server.address': hostname,
    ...port !== null && !Number.isNaN(port) && { 'server.port': port },
    'client.address': ip,
    'network.protocol.version': raw.httpVersion,
    ...headers['user-agent'] !== undefined && { 'user_agent.original': headers['user-agent'] }
  }
}

/** Returns the path of the operation of a request, as its document has it. */
function routeOf (request: FastifyRequest): string | undefined {
  const { prefix = '', standin } = request.routeOptions.config
  return standin && prefix + standin(request).operation.path
}
