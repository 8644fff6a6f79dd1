import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { routeKey, routeUrl } from '../contract/route-url.ts'
import { answerUnmatched } from './answer-unmatched.ts'
import type { Api } from './api.ts'
import { fail } from './fail.ts'
import { fileRoutes } from './file-routes.ts'
import { chooseAmong } from './list-routes.ts'
import { http2Stream } from './http2-stream.ts'
import { createPassingChoice } from './passing-choice.ts'
import type { ChoosePassing, PassingChoice } from './passing-choice.ts'
import { readBody } from './read-body.ts'
import { readMessage } from './read-message.ts'
import type { BodyReaders } from './read-message.ts'
import { replyWithErrors } from './reply-with-errors.ts'
import { createRouteHandler } from './route-handler.ts'
import type { RouteHandler } from './route-handler.ts'
import { listServedRoutes } from './served-route.ts'

export interface ApiRoutesOptions {
  readonly apis: readonly Api[]
  /** The most bytes that a body may have. */
  readonly bodyLimit: number
  /** Whether the query of a request states preferences too. */
  readonly queryPreferences: boolean
  /**
   * Read the bodies of requests.
   * @default from their connections
   */
  readonly readers?: BodyReaders | undefined
}

const FROM_CONNECTIONS: BodyReaders = { readBody, readMessage }

/** Serves contracts: one route for each of their operations, and one for the files of their resources. */
export const apiRoutes: FastifyPluginAsync<ApiRoutesOptions> = async (app, options) => {
  const { apis, bodyLimit, queryPreferences, readers = FROM_CONNECTIONS } = options
  // The contract determines the media types of bodies, not the framework.
  app.removeAllContentTypeParsers()
  const unmatched = answerUnmatched(apis, (handle, choosePassing) => {
    return answerWhenRead(handle, { bodyLimit, choosePassing, readers })
  })
  replyWithErrors(app, unmatched)

  const routes = listServedRoutes(apis)
  const paths = apis[0]?.worlds.paths
  const keyOf = (path: string): string => routeKey('HEAD', path, paths)
  const heads = new Set(routes.filter(({ method }) => method === 'HEAD').map(({ path }) => keyOf(path)))
  for (const { contexts, method, path, prefix } of routes) {
    const url = routeUrl(path, paths)
    if (!app.supportedMethods.includes(method)) app.addHttpMethod(method, { hasBody: true })
    const choose = chooseAmong(contexts, prefix)
    const handler = createRouteHandler(contexts, { choose, prefix, queryPreferences })
    const choosePassing = createPassingChoice(contexts, choose)
    const answer = answerWhenRead(handler, { bodyLimit, choosePassing, readers })
    app.route({
      method,
      url,
      // Where no operation answers HEAD, the framework answers it as it would GET.
      exposeHeadRoute: !heads.has(keyOf(path)),
      onRequest: (request, reply, _done) => answer(request, reply),
      // No request gets this far.
      handler: () => {},
      config: { standin: choose, prefix }
    })
  }
  app.register(fileRoutes, { apis })
  app.setNotFoundHandler(unmatched)
}

/**
 * Answers a request as soon as its body has been read. The framework would look at the content type and keep the
 * context of asynchronous calls to read it: that takes a tenth of the time of a request.
 */
function answerWhenRead (
  handle: RouteHandler,
  { bodyLimit, choosePassing, readers }: ReadingOptions
): (request: FastifyRequest, reply: FastifyReply) => void {
  const answer = (request: FastifyRequest, reply: FastifyReply, read: Parameters<RouteHandler>[2]): void => {
    try {
      const answered = handle(request, reply, read)
      if (answered instanceof Promise) answered.catch(error => fail(error, reply))
    } catch (error) {
      fail(error, reply)
    }
  }
  const readWhole = (request: FastifyRequest, reply: FastifyReply): void => {
    readers.readBody(request, bodyLimit, (error, body) => {
      if (error !== null) return rejectBody(error, reply)
      answer(request, reply, body)
    })
  }
  if (choosePassing === undefined) return readWhole

  return (request, reply) => {
    const choice = tryChoice(request, choosePassing)
    if (choice === undefined) return readWhole(request, reply)
    readers.readMessage(reply, { ...choice, limit: bodyLimit }, (error, message) => {
      if (error !== null) return rejectBody(error, reply)
      answer(request, reply, message)
    })
  }
}

/** Returns how a request may be passed on; one that names no world is refused once its body has been read. */
function tryChoice (request: FastifyRequest, choose: ChoosePassing): PassingChoice | undefined {
  try {
    return choose(request)
  } catch {
    return undefined
  }
}

interface ReadingOptions extends Required<Pick<ApiRoutesOptions, 'readers'>> {
  /** The most bytes of a body that are read. */
  readonly bodyLimit: number
  /** Chooses how requests may be passed on; absent where none is. */
  readonly choosePassing: ChoosePassing | undefined
}

/** Has a connection end with its response; over HTTP/2, the stream alone. */
function closeAfter ({ raw, request }: FastifyReply): void {
  const stream = http2Stream(request.raw)
  if (stream === undefined) raw.setHeader('connection', 'close')
  else stream.once('finish', () => stream.close())
}

function rejectBody (error: Error, reply: FastifyReply): void {
  // The rest of the body may be long: it is not read.
  if (!reply.request.raw.complete) closeAfter(reply)
  reply.send(error)
}
