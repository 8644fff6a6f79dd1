import type { FastifyPluginAsync, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify'
import { createPathReader, routeUrl } from '../contract/route-url.ts'
import type { World } from '../worlds/world.ts'
import { createAnswer } from './answer.ts'
import type { Answer } from './answer.ts'
import { answerPreflight } from './answer-preflight.ts'
import type { Api, OperationContext } from './api.ts'
import { fileRoutes } from './file-routes.ts'
import { readBody } from './read-body.ts'
import { receivedFacts } from './received-facts.ts'
import { refuseUnmatched } from './refuse-unmatched.ts'
import { replyWithErrors } from './reply-with-errors.ts'
import { sendAnswer } from './send-answer.ts'
import { listServedRoutes } from './served-route.ts'
import { chooseAmong } from './list-routes.ts'
import type { ChooseOperation, SharedRoute } from './list-routes.ts'
import { worldNameOf } from './world-name-of.ts'

export interface ApiRoutesOptions {
  readonly apis: readonly Api[]
  /** The most bytes that a body may have. */
  readonly bodyLimit: number
}

/** Serves contracts: one route for each of their operations, and one for the files of their resources. */
export const apiRoutes: FastifyPluginAsync<ApiRoutesOptions> = async (app, { apis, bodyLimit }) => {
  // Bodies are read by the contract's media types, not by the framework's.
  app.removeAllContentTypeParsers()
  replyWithErrors(app)

  const routes = listServedRoutes(apis)
  const heads = new Set(routes.filter(({ method }) => method === 'HEAD').map(({ path }) => routeUrl(path)))
  for (const { contexts, method, path, prefix } of routes) {
    const url = routeUrl(path)
    if (!app.supportedMethods.includes(method)) app.addHttpMethod(method, { hasBody: true })
    const choose = chooseAmong(contexts)
    const answer = answerWith(createRouteHandler(contexts, choose, prefix), bodyLimit)
    app.route({
      method,
      url,
      // The framework answers HEAD as it would GET, where no operation does.
      exposeHeadRoute: !heads.has(url),
      onRequest: method === 'OPTIONS' ? [answerPreflight, answer] : answer,
      // No request gets this far.
      handler: () => {},
      config: { standin: choose, prefix }
    })
  }
  app.register(fileRoutes, { apis })
  app.setNotFoundHandler({ preHandler: answerPreflight }, refuseUnmatched(apis))
}

/** Answers a request, at once or later. */
type Handle = (request: FastifyRequest, reply: FastifyReply, body: Buffer | undefined) => unknown

/**
 * Has a request answered as soon as it is routed, once its body is there: to let the framework read it, which looks at the content
 * type and keeps the context of asynchronous calls, takes a tenth of the time of an answer.
 */
function answerWith (handle: Handle, bodyLimit: number): onRequestHookHandler {
  return (request, reply, _done) => {
    readBody(request, bodyLimit, (error, body) => {
      if (error !== null) return refuseBody(error, reply)
      try {
        const answered = handle(request, reply, body)
        if (answered instanceof Promise) answered.catch(error => fail(error, reply))
      } catch (error) {
        fail(error, reply)
      }
    })
  }
}

/** Answers with an error; where the answer has begun, all that is left is to end it. */
function fail (error: unknown, reply: FastifyReply): void {
  if (reply.sent) {
    reply.server.log.error(error)
    reply.raw.destroy()
  } else reply.send(error)
}

function refuseBody (error: Error, reply: FastifyReply): void {
  // What is left of the body may be long: nothing more is read.
  if (!reply.request.raw.complete) reply.raw.setHeader('connection', 'close')
  reply.send(error)
}

function createRouteHandler (contexts: SharedRoute, choose: ChooseOperation, prefix: string): Handle {
  const [only, ...others] = contexts
  if (others.length === 0) return whenFirstAsked(() => createHandler(only, prefix))
  const handlers = new Map(contexts.map(context => [context, whenFirstAsked(() => createHandler(context, prefix))]))
  return (request, reply, body) => handlers.get(choose(request))?.(request, reply, body)
}

/** Large documents have a thousand operations, of which a test asks a few: each is prepared when it is first asked. */
function whenFirstAsked (create: () => Handle): Handle {
  let handle: Handle | undefined
  return (request, reply, body) => {
    handle ??= create()
    return handle(request, reply, body)
  }
}

function createHandler (context: OperationContext, prefix: string): Handle {
  const answer = createAnswer(context)
  const readPath = createPathReader(`${prefix}${context.operation.path}`)
  const { worlds } = context.api
  return (request, reply, body) => {
    const worldName = worldNameOf(request)
    const world = worlds.get(worldName)
    const facts = receivedFacts(request, worldName, prefix)
    const { url } = facts
    const made = answer(facts, { path: readPath(pathOf(url)), query: queryOf(url), headers: request.headers, body }, world)
    return made instanceof Promise ? sendLater(made, world, reply) : sendAnswer(made, world, reply)
  }
}

/** An answer that a handler takes its time for. */
async function sendLater (made: Promise<Answer>, world: World, reply: FastifyReply): Promise<void> {
  await sendAnswer(await made, world, reply)
}

function pathOf (url: string): string {
  const end = url.indexOf('?')
  return end === -1 ? url : url.slice(0, end)
}

function queryOf (url: string): string {
  const start = url.indexOf('?')
  return start === -1 ? '' : url.slice(start + 1)
}
