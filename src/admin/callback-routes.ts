import type { FastifyPluginAsync } from 'fastify'
import { receivedFacts } from '../apis/received-facts.ts'
import { worldNameOf } from '../apis/world-name-of.ts'
import { waitForDeliveries } from '../callbacks/wait-for-deliveries.ts'
import { InvalidRequest } from '../errors.ts'
import { createViolation } from '../schemas/create-violation.ts'
import { withViolations } from '../schemas/with-violations.ts'
import type { Delivery } from '../worlds/delivery.ts'
import { parseDuration } from '../worlds/duration.ts'
import { worldOf } from './admin-options.ts'
import type { AdminOptions } from './admin-options.ts'
import { createFireCallback } from './fire-callback.ts'
import type { FireRequest } from './fire-callback.ts'
import { closed } from '../schemas/closed.ts'
import { showDelivery, STATE } from './show-delivery.ts'
import { createScope } from '../simulation/scope.ts'

/** The longest time that a request may wait, in real milliseconds. */
const LONGEST_WAIT_MS = 60_000

interface CallbackQuery {
  readonly state?: Delivery['state']
  readonly wait?: string
  readonly count?: number
}

/** The callbacks of a world, with their attempts. */
export const callbackRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  const fire = createFireCallback(options)

  app.get<{ Querystring: CallbackQuery }>(
    '/callbacks',
    { schema: listCallbacks },
    async request => {
      const { count = 1, state, wait } = request.query
      const ms = wait === undefined ? undefined : readWait(wait)
      const world = worldOf(request, options)
      if (ms !== undefined) await waitForDeliveries(world, { state, count, ms })
      const deliveries = world.store
        .deliveries()
        .filter(delivery => state === undefined || delivery.state === state)
      return { callbacks: deliveries.map(showDelivery), dropped: world.store.droppedDeliveries() }
    }
  )

  app.post<{ Params: { name: string }, Body: FireRequest }>(
    '/callbacks/:name',
    { schema: fireCallback },
    async request => {
      const name = worldNameOf(request)
      const scope = createScope(receivedFacts(request, name), options.worlds.get(name), {
        limits: new Map(),
        rowFiles: options.rowFiles
      })
      return showDelivery(await fire(request.params.name, request.body, scope))
    }
  )

  app.post<{ Params: { id: string } }>(
    '/callbacks/:id/redeliver',
    { schema: redeliverCallback },
    async request => {
      const callbacks = options.callbacksOf(worldOf(request, options))
      return showDelivery(await callbacks.redeliver(request.params.id))
    }
  )
}

function readWait (text: string): number {
  const ms = parseDuration(text)
  if (ms !== undefined && ms <= LONGEST_WAIT_MS) return ms
  const location = { in: 'query', pointer: '/wait' } as const
  const expected = 'be an ISO 8601 duration of at most a minute, such as PT5S'
  throw withViolations(InvalidRequest, [
    createViolation(location, { rule: 'format', expected }, text)
  ])
}

const listCallbacks = {
  operationId: 'listCallbacks',
  tags: ['callbacks'],
  summary: 'List callbacks',
  querystring: closed(
    'A filter, and how long to wait.',
    {
      state: { ...STATE, description: 'Only callbacks in this state.' },
      wait: {
        type: 'string',
        description:
          'How long to wait for `count` callbacks in real time: an ISO 8601 duration of at most a ' +
          'minute. By default the response comes at once.'
      },
      count: {
        type: 'integer',
        minimum: 1,
        maximum: 1000,
        default: 1,
        description:
          'How many callbacks to wait for: in `state`, or else in any state but `waiting`.'
      }
    },
    ['state', 'wait', 'count']
  ),
  response: {
    200: closed('The callbacks.', {
      callbacks: { type: 'array', items: { $ref: 'Delivery#' }, description: 'Oldest first.' },
      dropped: {
        type: 'integer',
        minimum: 0,
        description:
          'How many callbacks were dropped to make room: ended ones first, then the oldest.'
      }
    })
  }
}

const fireCallback = {
  operationId: 'fireCallback',
  tags: ['callbacks'],
  summary: 'Fire a callback or webhook',
  description: 'Sends it once, at once. The response comes when the attempt has ended.',
  params: closed('The callback.', {
    name: {
      type: 'string',
      description:
        'A webhook, such as `tally.reportReady`, or a callback of an operation, such as ' +
        '`webadmit.runExport.exportFileReady`.'
    }
  }),
  body: {
    ...closed(
      'The URL and the body.',
      {
        url: {
          type: 'string',
          description: 'The URL. The default of a webhook is in the settings.'
        },
        body: {
          description:
            'The body. By default, with a resource, the one that `x-standin` declares; otherwise ' +
            'the first example, or a generated one.'
        },
        headers: {
          type: 'object',
          additionalProperties: { type: 'string' },
          description: 'Headers beside the declared ones, which they override. A declared signature is sent too.'
        },
        resource: { $ref: 'ResourceName#' }
      },
      ['url', 'body', 'headers', 'resource']
    ),
    examples: [{ url: 'http://127.0.0.1:8080/hook' }]
  },
  response: { 200: { $ref: 'Delivery#', description: 'The callback, with its attempt.' } }
}

const redeliverCallback = {
  operationId: 'redeliverCallback',
  tags: ['callbacks'],
  summary: 'Redeliver a callback',
  description:
    'Sends it again, at once, whatever its state. The response comes when the attempt has ended.',
  params: closed('The callback.', {
    id: { type: 'string', description: 'The id of the callback.' }
  }),
  response: { 200: { $ref: 'Delivery#', description: 'The callback, with the new attempt.' } }
}
