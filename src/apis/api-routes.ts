import fastifyCors from '@fastify/cors'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import { createPathReader, routeUrl } from '../contract/route-url.ts'
import { pause } from '../worlds/clock.ts'
import type { World } from '../worlds/world.ts'
import { createAnswer } from './answer.ts'
import type { Answer } from './answer.ts'
import type { Api, OperationContext } from './api.ts'
import { fileRoutes } from './file-routes.ts'
import { receivedFacts } from './received.ts'
import { recordExchange } from './record-exchange.ts'
import { refuseUnmatched } from './unmatched.ts'
import { replyWithErrors } from './errors-to-replies.ts'
import { worldNameOf } from './world-of.ts'
import { writeResponse } from './write-response.ts'

/** Tells of the first violation of its contract by an answer of ours. */
export const VIOLATION_HEADER = 'x-standin-violation'

/** Serves contracts: one route for each of their operations, and one for the files of their resources. */
export const apiRoutes: FastifyPluginAsync<{ apis: readonly Api[] }> = async (app, { apis }) => {
  // Bodies are read by the contract's media types, not by the framework's.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  // Other requests for OPTIONS are for the contracts to answer.
  await app.register(fastifyCors, { delegator: (request, use) => use(null, { ...CORS, preflight: isPreflight(request) }) })
  replyWithErrors(app)

  for (const api of apis) {
    for (const operation of api.contract.operations) {
      const context: OperationContext = { api, operation }
      app.route({ method: operation.method, url: routeUrl(operation.path), handler: createHandler(context), config: { standin: context } })
    }
  }
  // Pages of other origins may read files as they may read answers.
  app.register(fileRoutes, { apis })
  app.setNotFoundHandler(refuseUnmatched(apis))
}

const CORS = { origin: '*', methods: '*', exposedHeaders: '*' }

/** What a browser asks before a page may send something to another origin (Fetch standard, CORS-preflight request). */
function isPreflight ({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined
}

function createHandler (context: OperationContext): RouteHandlerMethod {
  const answer = createAnswer(context)
  const readPath = createPathReader(context.operation.path)
  const { worlds } = context.api
  return (request, reply) => {
    const worldName = worldNameOf(request)
    const world = worlds.get(worldName)
    const facts = receivedFacts(request, worldName)
    const made = answer(facts, {
      path: readPath(pathOf(facts.url)),
      query: queryOf(facts.url),
      headers: request.headers,
      body: request.body as Buffer | undefined  // as the parser above leaves it
    }, world)
    const delayMs = world.settings.delayMs + (made.response.delayMs ?? 0)
    if (delayMs === 0) return send(made, world, request, reply)
    return pause(delayMs).then(() => send(made, world, request, reply))
  }
}

function send ({ request: facts, requestViolations, response, responseViolations }: Answer, world: World, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const [violation] = responseViolations
  if (violation !== undefined) {
    request.log.warn({ operation: facts.operation?.id, violations: responseViolations }, 'an answer breaks its contract')
    reply.header(VIOLATION_HEADER, headerText(violation.message))
  }
  recordExchange(world, { request: facts, requestViolations, response, responseViolations, responseHeaders: response.headers })
  return writeResponse(reply, response)
}

function pathOf (url: string): string {
  const end = url.indexOf('?')
  return end === -1 ? url : url.slice(0, end)
}

function queryOf (url: string): string {
  const start = url.indexOf('?')
  return start === -1 ? '' : url.slice(start + 1)
}

/** Text as a header can carry it (RFC 9110 section 5.5). */
function headerText (text: string): string {
  return text.replace(/[^\x20-\x7e]+/g, '?').slice(0, 500)
}
