import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { createReloadable } from '../../src/reload/reloadable.ts'
import type { Reload, ReloadableStandin } from '../../src/reload/reloadable.ts'

/** An order as JSON Schema, with any other members. */
const ORDER = {
  type: 'object',
  required: ['id', 'status'],
  properties: { id: { type: 'string' }, status: { type: 'string' }, name: { type: 'string' } }
}

const json = (schema: object) => ({ content: { 'application/json': { schema } } })

/** What an edition of the document says differently. */
export interface Orders {
  readonly title?: string
  /** Whether there are orders at all; there are pots beside them. */
  readonly orders?: boolean
  readonly lifecycle?: readonly unknown[]
  /** What the callback that tells of an order is sent at. */
  readonly tellsAt?: string
  readonly tells?: boolean
  readonly index?: readonly string[]
  readonly required?: readonly string[]
}

/** A document with orders, which are made, read, listed and told of, and with pots. */
export function ordersDocument ({
  index = ['name'],
  lifecycle = [{ open: 'PT1M' }, 'done'],
  orders = true,
  required = [],
  tells = true,
  tellsAt = 'done',
  title = 'Shop'
}: Orders = {}): object {
  const order = { ...ORDER, required: [...ORDER.required, ...required] }
  const callbacks = {
    told: {
      '{$request.body#/url}': {
        post: {
          requestBody: json(order),
          responses: { 200: { description: 'Heard.' } },
          'x-standin': { when: [tellsAt], body: '$resource' }
        }
      }
    }
  }
  const paths = {
    '/orders': {
      post: {
        operationId: 'addOrder',
        requestBody: json({ type: 'object' }),
        responses: { 201: { description: 'Made.', ...json(order) } },
        ...(tells && { callbacks }),
        'x-standin': {
          create: { type: 'Order', members: { name: '$request.body#/name' } },
          reply: { status: 201, body: '$resource' }
        }
      },
      get: {
        operationId: 'findOrders',
        parameters: [{ name: 'name', in: 'query', schema: { type: 'string' } }],
        responses: { 200: { description: 'Found.', ...json({ type: 'array', items: order }) } },
        'x-standin': {
          find: {
            type: 'Order',
            many: true,
            where: Object.fromEntries(index.map(name => [name, `$request.query.${name}`]))
          },
          reply: { status: 200, body: '$resources' }
        }
      }
    },
    '/orders/{id}': {
      get: {
        operationId: 'readOrder',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          200: { description: 'The order.', ...json(order) },
          404: { description: 'None.' }
        },
        'x-standin': {
          find: { type: 'Order', id: '$request.path.id', else: { status: 404 } },
          reply: { status: 200, body: '$resource' }
        }
      }
    }
  }
  const pots = {
    '/pots': {
      get: {
        operationId: 'listPots',
        responses: {
          200: { description: 'Pots.', ...json({ type: 'array', items: { type: 'string' } }) }
        }
      }
    }
  }
  return {
    openapi: '3.1.0',
    info: { title, version: '1' },
    paths: { ...(orders && paths), ...pots },
    'x-standin': {
      resources: orders
        ? {
            Order: {
              id: { member: 'id' },
              status: { member: 'status', running: ['open'] },
              lifecycles: { success: lifecycle }
            }
          }
        : {}
    }
  }
}

/** A shop whose document can be edited. */
export interface Shop {
  readonly app: ReloadableStandin
  readonly folder: string
  /** Writes another edition, and has it read. */
  edit (orders: Orders): Promise<Reload>
  send (method: string, url: string, body?: object): Promise<{ readonly status: number, readonly body: unknown }>
}

/** Starts a shop that closes itself when the test ends; its clock stands still. */
export async function startShop (t: Test, orders: Orders = {}): Promise<Shop> {
  const folder = t.testdir({
    openapi: { 'shop.json': JSON.stringify(ordersDocument(orders)) },
    fixtures: { shop: { scenarios: {} } }
  })
  const app = await createReloadable({ openapi: join(folder, 'openapi'), fixtures: join(folder, 'fixtures') })
  t.teardown(() => app.close())
  const send: Shop['send'] = async (method, url, payload) => {
    const response = await app.inject({ method: method as 'GET', url, payload })
    if (response.headers['x-standin-violation'] !== undefined) t.fail(String(response.headers['x-standin-violation']))
    return { status: response.statusCode, body: response.body === '' ? undefined : response.json() }
  }
  await send('PUT', '/__admin/clock', { mode: 'frozen' })
  return {
    app,
    folder,
    send,
    edit (orders) {
      writeFileSync(join(folder, 'openapi/shop.json'), JSON.stringify(ordersDocument(orders)))
      return app.reload()
    }
  }
}
