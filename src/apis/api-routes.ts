import type { FastifyPluginAsync, FastifyReply, RouteHandlerMethod } from 'fastify'
import { createPathReader, routeUrl } from '../contract/route-url.ts'
import type { World } from '../worlds/world.ts'
import { createAnswer } from './answer.ts'
import type { Answer } from './answer.ts'
import { answerPreflight } from './answer-preflight.ts'
import type { Api, OperationContext } from './api.ts'
import { fileRoutes } from './file-routes.ts'
import { readContent } from './read-content.ts'
import { receivedFacts } from './received.ts'
import { refuseUnmatched } from './unmatched.ts'
import { replyWithErrors } from './errors-to-replies.ts'
import { sendAnswer } from './send-answer.ts'
import { listServedRoutes } from './served-routes.ts'
import { chooseAmong } from './shared-routes.ts'
import type { ChooseOperation, SharedRoute } from './shared-routes.ts'
import { worldNameOf } from './world-of.ts'

/** Serves contracts: one route for each of their operations, and one for the files of their resources. */
export const apiRoutes: FastifyPluginAsync<{ apis: readonly Api[] }> = async (app, { apis }) => {
  // Bodies are read by the contract's media types, not by the framework's.
  app.removeAllContentTypeParsers()
  // For any type: the framework keeps in mind what an expression stands for, not what "*" does.
  app.addContentTypeParser(/^/, { parseAs: 'buffer' }, readContent)
  replyWithErrors(app)

  const routes = listServedRoutes(apis)
  const heads = new Set(routes.filter(({ method }) => method === 'HEAD').map(({ path }) => routeUrl(path)))
  for (const { contexts, method, path, prefix } of routes) {
    const url = routeUrl(path)
    if (!app.supportedMethods.includes(method)) app.addHttpMethod(method, { hasBody: true })
    const choose = chooseAmong(contexts)
    // The framework answers HEAD as it would GET, where no operation does.
    app.route({
      method,
      url,
      exposeHeadRoute: !heads.has(url),
      ...method === 'OPTIONS' && { onRequest: answerPreflight },
      handler: createRouteHandler(contexts, choose, prefix),
      config: { standin: choose }
    })
  }
  app.register(fileRoutes, { apis })
  app.setNotFoundHandler({ preHandler: answerPreflight }, refuseUnmatched(apis))
}

function createRouteHandler (contexts: SharedRoute, choose: ChooseOperation, prefix: string): RouteHandlerMethod {
  const [only, ...others] = contexts
  if (others.length === 0) return whenFirstAsked(() => createHandler(only, prefix))
  const handlers = new Map(contexts.map(context => [context, whenFirstAsked(() => createHandler(context, prefix))]))
  return function (request, reply) {
    return handlers.get(choose(request))?.call(this, request, reply)
  }
}

/** Large documents have a thousand operations, of which a test asks a few: each is prepared when it is first asked. */
function whenFirstAsked (create: () => RouteHandlerMethod): RouteHandlerMethod {
  let handler: RouteHandlerMethod | undefined
  return function (request, reply) {
    handler ??= create()
    return handler.call(this, request, reply)
  }
}

function createHandler (context: OperationContext, prefix: string): RouteHandlerMethod {
  const answer = createAnswer(context)
  const readPath = createPathReader(`${prefix}${context.operation.path}`)
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
    return made instanceof Promise ? sendLater(made, world, reply) : sendAnswer(made, world, reply)
  }
}

/** An answer that a handler takes its time for. */
async function sendLater (made: Promise<Answer>, world: World, reply: FastifyReply): Promise<FastifyReply> {
  await sendAnswer(await made, world, reply)
  return reply
}

function pathOf (url: string): string {
  const end = url.indexOf('?')
  return end === -1 ? url : url.slice(0, end)
}

function queryOf (url: string): string {
  const start = url.indexOf('?')
  return start === -1 ? '' : url.slice(start + 1)
}
