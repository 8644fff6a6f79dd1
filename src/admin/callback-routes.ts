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

/** The longest that a request may wait, in real milliseconds. */
const LONGEST_WAIT_MS = 60_000

interface CallbackQuery {
  readonly state?: Delivery['state']
  readonly wait?: string
  readonly count?: number
}

/** The callbacks of a world, and what became of them. */
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
  throw withViolations(InvalidRequest, [
    createViolation(
      { in: 'query', pointer: '/wait' },
      { rule: 'format', expected: 'be an ISO 8601 duration of at most a minute, such as PT5S' },
      text
    )
  ])
}

const listCallbacks = {
  operationId: 'listCallbacks',
  tags: ['callbacks'],
  summary: 'List the callbacks with every attempt at them',
  querystring: closed(
    'Which callbacks.',
    {
      state: { ...STATE, description: 'What has become of them.' },
      wait: {
        type: 'string',
        description:
          'How long to wait until there are so many, in real time: an ISO 8601 duration of at most a minute. It answers at once where it is left out, and with those that there are when the time is up.'
      },
      count: {
        type: 'integer',
        minimum: 1,
        maximum: 1000,
        default: 1,
        description:
          'How many to wait for: of the state that is asked for, or else of any but `waiting`.'
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
          'How many callbacks of this world were dropped to make room: those that had ended, or else the oldest, which are then not sent.'
      }
    })
  }
}

const fireCallback = {
  operationId: 'fireCallback',
  tags: ['callbacks'],
  summary: 'Fire a callback or a webhook of a document',
  description:
    'Once and at once, without anything that gives rise to it; it answers when the attempt has ended. It is listed with the others.',
  params: closed('Which callback.', {
    name: {
      type: 'string',
      description:
        'A webhook, such as `tally.reportReady`, or a callback of an operation, such as `webadmit.runExport.exportFileReady`.'
    }
  }),
  body: {
    ...closed(
      'Where it goes, and what is sent.',
      {
        url: {
          type: 'string',
          description: 'Where it goes. For a webhook it may be left out where the settings say.'
        },
        body: {
          description:
            'What is sent. Where it is left out: what the document declares under `x-standin`, where a resource is given, or else its first example, or a generated one.'
        },
        resource: { $ref: 'ResourceName#' }
      },
      ['url', 'body', 'resource']
    ),
    examples: [{ url: 'http://127.0.0.1:8080/hook' }]
  },
  response: { 200: { $ref: 'Delivery#', description: 'The callback, with its attempt.' } }
}

const redeliverCallback = {
  operationId: 'redeliverCallback',
  tags: ['callbacks'],
  summary: 'Send a callback once more',
  description:
    'At once, as it was sent before, and whatever became of it; it answers when the attempt has ended.',
  params: closed('Which callback.', {
    id: { type: 'string', description: 'The id of the callback.' }
  }),
  response: { 200: { $ref: 'Delivery#', description: 'The callback, with the new attempt.' } }
}
