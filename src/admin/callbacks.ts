import type { FastifyPluginAsync } from 'fastify'
import { maskUrl, maskValue } from '../journal/mask.ts'
import { formatInstant } from '../worlds/clock.ts'
import type { Delivery, DeliveryAttempt } from '../worlds/delivery.ts'
import { worldOf } from './admin-options.ts'
import type { AdminOptions } from './admin-options.ts'
import { closed, INSTANT, nullable } from './schema.ts'

/** The callbacks of a world, and what became of them. */
export const callbackRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  app.get('/callbacks', { schema: listCallbacks }, async request => ({
    callbacks: worldOf(request, options).store.deliveries().map(showDelivery)
  }))
}

function showDelivery ({ attempts, body, callback, contentType, due, id, method, resource, state, url }: Delivery): object {
  return {
    id,
    callback,
    resource,
    method,
    url: maskUrl(url),
    state,
    due: due === undefined ? null : formatInstant(due),
    contentType: contentType ?? null,
    body: maskValue(body),
    attempts: attempts.map(showAttempt)
  }
}

/** An attempt at a delivery as the admin API shows it. */
export function showAttempt ({ at, error, status }: DeliveryAttempt): object {
  return { at: formatInstant(at), status: status ?? null, error: error ?? null }
}

/** The members of a shown attempt. */
export const ATTEMPT = {
  at: { ...INSTANT, description: 'When it was made, by the clock of the world.' },
  status: nullable({ type: 'integer', description: 'The status that came back.' }),
  error: nullable({ type: 'string', description: 'Why nothing came back.' })
}

const DELIVERY = closed('A callback on its way.', {
  id: { type: 'string' },
  callback: { type: 'string', description: 'Such as `webadmit.runExport/exportFileReady`.' },
  resource: { $ref: 'ResourceName#' },
  method: { type: 'string' },
  url: { type: 'string', description: 'Where it goes; credentials in its query are masked.' },
  state: { type: 'string', enum: ['waiting', 'delivered', 'failed', 'refused'], description: '`waiting` for its status or the next attempt, `failed` after the last attempt, `refused` by the rules for callbacks.' },
  due: nullable({ ...INSTANT, description: 'When the next attempt is due, by the clock of the world.' }),
  contentType: nullable({ type: 'string' }),
  body: { description: 'What is sent, credentials masked; absent until it has been made.' },
  attempts: { type: 'array', items: closed('An attempt.', ATTEMPT) }
}, ['body'])

const listCallbacks = {
  operationId: 'listCallbacks',
  tags: ['callbacks'],
  summary: 'List the callbacks with every attempt at them',
  response: { 200: closed('The callbacks, oldest first.', { callbacks: { type: 'array', items: DELIVERY } }) }
}
