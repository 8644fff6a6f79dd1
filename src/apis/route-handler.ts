import type { FastifyReply, FastifyRequest } from 'fastify'
import { createPathReader } from '../contract/route-url.ts'
import type { SentMessage } from '../messages/sent-message.ts'
import type { PendingExchange } from '../worlds/exchange.ts'
import type { World } from '../worlds/world.ts'
import { answerOutside, findRoutes } from './answer-outside.ts'
import { createAnswer } from './answer.ts'
import type { Answer, LaterAnswer } from './answer.ts'
import type { OperationContext } from './api.ts'
import { abortExchange } from './begin-exchange.ts'
import { isPreflight } from './cors.ts'
import type { ChooseOperation, SharedRoute } from './list-routes.ts'
import { preferByQuery } from './prefer-by-query.ts'
import { receivedFacts } from './received-facts.ts'
import { sendAnswer } from './send-answer.ts'
import { worldNameOf } from './world-name-of.ts'
import { writeWhenSaved } from './write-when-saved.ts'

/** Answers a request whose body has been read, or that may be passed on as it came, now or by a promise. */
export type RouteHandler = (
  request: FastifyRequest,
  reply: FastifyReply,
  read: Buffer | SentMessage | undefined
) => void | Promise<void>

export interface RouteHandlerOptions {
  readonly choose: ChooseOperation
  /** The path under which the API is served: `/v2`. */
  readonly prefix: string
  /** Whether the query of a request states preferences too. */
  readonly queryPreferences: boolean
}

/** Creates the handler of a route, which may be shared by several operations. */
export function createRouteHandler (contexts: SharedRoute, options: RouteHandlerOptions): RouteHandler {
  const { choose } = options
  const [only, ...others] = contexts
  if (others.length === 0) return whenFirstAsked(() => createHandler(only, options))
  const handlers = new Map(contexts.map(context => [context, whenFirstAsked(() => createHandler(context, options))]))
  return (request, reply, read) => handlers.get(choose(request))?.(request, reply, read)
}

/** Prepares an operation when it is first asked: large documents have a thousand, and a test asks a few. */
function whenFirstAsked (create: () => RouteHandler): RouteHandler {
  let handle: RouteHandler | undefined
  return (request, reply, read) => {
    handle ??= create()
    return handle(request, reply, read)
  }
}

function createHandler (
  context: OperationContext,
  { prefix, queryPreferences }: Pick<RouteHandlerOptions, 'prefix' | 'queryPreferences'>
): RouteHandler {
  const answer = queryPreferences ? preferByQuery(createAnswer(context)) : createAnswer(context)
  const { rowFiles, worlds } = context.api
  const readPath = createPathReader(`${prefix}${context.operation.path}`, worlds.paths)
  const send = context.operation.method === 'OPTIONS' ? sendOptions : sendAnswer
  return (request, reply, read) => {
    const message = messageOf(read)
    const body = bodyOf(read)
    const worldName = worldNameOf(request)
    const world = worlds.get(worldName)
    const facts = receivedFacts(request, worldName, prefix)
    const { url } = facts
    const sentPath = pathOf(url)
    const routes = findRoutes(world, facts.method, sentPath)
    if (routes.length > 0 && message?.mode !== 'always') {
      const raw = { query: queryOf(url), headers: request.headers, body }
      const outside = answerOutside(routes, { facts, path: sentPath, raw, world, rowFiles })
      if (outside !== undefined) return sendAnswer(outside, world, reply)
    }
    const path = readPath(sentPath)
    // The router accepts an empty parameter: it takes `/` for `/{name}`.
    if (path === undefined) return reply.callNotFound()
    const raw = { path, query: queryOf(url), headers: request.headers, body, message }
    const made = answer(facts, raw, world)
    return 'later' in made ? sendLater(made, { send, world, reply }) : send(made, world, reply)
  }
}

/** Returns the request as it came, where it may be passed on. */
export function messageOf (read: Parameters<RouteHandler>[2]): SentMessage | undefined {
  return read === undefined || Buffer.isBuffer(read) ? undefined : read
}

/** Returns the body of a request as it was read, without compression. */
export function bodyOf (read: Parameters<RouteHandler>[2]): Buffer | undefined {
  if (read === undefined || Buffer.isBuffer(read)) return read
  return read.content.kind === 'read' ? read.content.decoded : undefined
}

interface LaterContext {
  readonly send: typeof sendAnswer
  readonly world: World
  readonly reply: FastifyReply
}

/**
 * Sends an answer when it is made. Where that takes time, the journal lists the request until then, or until its client
 * has gone.
 */
async function sendLater ({ begin, later }: LaterAnswer, { reply, send, world }: LaterContext): Promise<void> {
  let pending: PendingExchange | undefined
  // Most handlers are done at once.
  const entry = setImmediate(() => { pending = begin() })
  const forget = (): void => {
    clearImmediate(entry)
    if (pending !== undefined) abortExchange(world, pending)
  }
  reply.raw.once('close', forget)
  const answer = await later.catch((error: unknown) => {
    forget()
    throw error
  })
  clearImmediate(entry)
  reply.raw.off('close', forget)
  return send({ ...answer, pending }, world, reply)
}

/**
 * Sends the answer of an operation of `OPTIONS`. A preflight that it would refuse is allowed: browsers send neither
 * credentials nor parameters with one, so that no page could get past the refusal.
 */
function sendOptions (answer: Answer, world: World, reply: FastifyReply): void | Promise<void> {
  const isRefused = answer.response.source === 'refusal'
  if (!isRefused || !reply.server.cors.isOn || !isPreflight(reply.request)) return sendAnswer(answer, world, reply)
  writeWhenSaved(reply, { status: 204, headers: {}, body: undefined }, world)
}

/** Returns the path of a URL, without its query. */
export function pathOf (url: string): string {
  const end = url.indexOf('?')
  return end === -1 ? url : url.slice(0, end)
}

/** Returns the query of a URL, without its question mark. */
export function queryOf (url: string): string {
  const start = url.indexOf('?')
  return start === -1 ? '' : url.slice(start + 1)
}
