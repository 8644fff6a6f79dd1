import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { NotReady } from '../errors.ts'
import { PROBLEM_TYPE, problemBody } from '../refusals/problem-details.ts'
import { closed } from '../schemas/closed.ts'
import type { AdminOptions } from './admin-options.ts'

export interface HealthOptions extends Pick<AdminOptions, 'contracts' | 'version'> {
  /** Knows why worlds cannot be kept; `undefined` where they live in memory only. */
  readonly keeper?: { readonly failure: string | undefined } | undefined
}

/** The checks of orchestrators and load balancers, which need no token. */
export const healthRoutes: FastifyPluginAsync<HealthOptions> = async (app, { contracts, keeper, version }) => {
  let isClosing = false
  app.addHook('preClose', async () => { isClosing = true })

  app.get('/health', { schema: readHealth }, async () => ({
    status: keeper?.failure === undefined ? 'ok' : 'degraded',
    version,
    apis: contracts.map(({ name }) => name),
    why: keeper?.failure
  }))

  app.get<{ Reply: object }>('/ready', { schema: readReadiness }, async (request, reply) => {
    const why = isClosing || isStopping(request) ? 'it is stopping' : keeper?.failure
    if (why === undefined) return { status: 'ready' }
    // It is no error of the server: nothing is logged, as the next check comes in a second or so.
    const { code, message } = new NotReady(why)
    const problem = problemBody({ status: 503, code, title: 'Service Unavailable', detail: message })
    return reply.code(503).header('content-type', PROBLEM_TYPE).send(problem)
  })
}

/** Tells whether the server takes no more connections than that of a request; an injected request has none. */
function isStopping ({ raw: { socket } }: FastifyRequest): boolean {
  return 'server' in socket && isListener(socket.server) && !socket.server.listening
}

function isListener (value: unknown): value is { readonly listening: boolean } {
  return typeof value === 'object' && value !== null && 'listening' in value
}

const readHealth = {
  operationId: 'readHealth',
  tags: ['server'],
  summary: 'Health check',
  description: 'Whether the process answers. It is degraded while worlds cannot be kept where they should be.',
  security: [],
  response: {
    200: closed('The server is up.', {
      status: { type: 'string', enum: ['ok', 'degraded'] },
      version: { type: 'string', description: 'The version of standin.' },
      apis: {
        type: 'array',
        items: { type: 'string' },
        description: 'The names of the served APIs.'
      },
      why: { type: 'string', description: 'Why it is degraded.' }
    }, ['why'])
  }
}

const readReadiness = {
  operationId: 'readReadiness',
  tags: ['server'],
  summary: 'Readiness check',
  description:
    'Whether the server takes requests: its documents are loaded, its worlds can be kept, and it is not stopping. ' +
    'Otherwise the status is 503, and `detail` says why.',
  security: [],
  response: {
    200: closed('The server takes requests.', { status: { type: 'string', const: 'ready' } })
  }
}
