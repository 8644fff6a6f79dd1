import type { Test } from 'tap'
import { startStandin } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'
import type { StandinOptions } from '../../src/standin-options.ts'

const JSON_BODY = { 'application/json': { schema: { $ref: '#/components/schemas/Report' } } }
const EMPTY = { description: 'Nothing more.' }
const ERROR = { description: 'Why not.', content: { 'application/json': { schema: { type: 'object' } } } }

/** A contract with a thing of each kind that has cells. */
export const SHOP = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  'x-standin': {
    limits: { orders: { by: 'all', max: 3, per: 'PT1M', enabled: false, else: { status: 429, body: {} } } },
    resources: {
      Shop: { id: { member: 'id' }, exists: { enum: ['main'] } },
      Report: {
        id: { member: 'id', format: 'integer' },
        status: { member: 'status', running: ['queued'] },
        lifecycles: {
          success: [{ queued: 'PT1S' }, { ready: 'PT1H' }, 'expired'],
          failure: [{ queued: 'PT1S' }, 'failed']
        },
        files: { name: 'report.csv', rows: 'shop/rows/a.csv', mediaType: 'text/csv' }
      }
    }
  },
  paths: {
    '/reports': {
      post: {
        operationId: 'order',
        security: [{ key: [] }, { basic: [] }],
        parameters: [
          { name: 'mode', in: 'query', schema: { enum: ['fast', 'slow'] } },
          { name: 'callback', in: 'query', schema: { type: 'string' } },
          { name: 'X-Trace', in: 'header', schema: { type: 'string' } }
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: { $ref: '#/components/schemas/Order' } },
            'application/x-www-form-urlencoded': { schema: { $ref: '#/components/schemas/Order' } }
          }
        },
        responses: {
          202: { description: 'Ordered.', content: JSON_BODY },
          400: ERROR,
          401: ERROR,
          409: ERROR,
          429: ERROR
        },
        callbacks: {
          ready: {
            '{$request.query.callback}': {
              post: { 'x-standin': { when: ['ready'] }, responses: { 200: EMPTY } }
            }
          }
        },
        'x-standin': {
          idempotent: { by: '$request.body#/key', conflict: { status: 409, body: {} } },
          requires: { all: [{ type: 'Shop', id: '$request.body#/shop' }], else: { status: 400, body: {} } },
          unique: { where: { kind: '$request.body#/kind' }, else: { status: 409, body: {} } },
          create: { type: 'Report', members: { kind: '$request.body#/kind' } },
          reply: { status: 202, body: '$resource' }
        }
      },
      get: {
        operationId: 'list',
        security: [{ key: [] }, {}],
        responses: { 200: { description: 'The ids.', content: { 'application/json': {} } } },
        'x-standin': {
          find: { type: 'Report', many: true },
          reply: { status: 200, body: { $each: '$resources', as: { id: '$item.id' } } }
        }
      }
    },
    '/reports/{id}': {
      get: {
        operationId: 'read',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
        responses: { 200: { description: 'The report.', content: JSON_BODY }, 404: ERROR },
        'x-standin': {
          find: { type: 'Report', id: '$request.path.id', else: { status: 404, body: {} } },
          reply: { status: 200, body: '$resource' }
        }
      }
    },
    '/reports/{id}/file': {
      get: {
        operationId: 'download',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
        responses: { 200: { description: 'The file.', content: { 'text/csv': {} } }, 404: ERROR },
        'x-standin': {
          find: { type: 'Report', id: '$request.path.id', else: { status: 404, body: {} } },
          reply: { status: 200, body: { $file: 0 } }
        }
      }
    }
  },
  webhooks: {
    changed: { post: { 'x-standin': { of: 'Report', on: ['created'] }, responses: { 200: EMPTY } } }
  },
  components: {
    securitySchemes: {
      key: { type: 'apiKey', in: 'header', name: 'x-key' },
      basic: { type: 'http', scheme: 'basic' }
    },
    schemas: {
      Order: {
        type: 'object',
        required: ['kind'],
        properties: {
          kind: { enum: ['sales', 'stock'] },
          key: { type: 'string' },
          shop: { type: 'string' },
          constructor: { type: 'string' },
          number: { type: 'integer', readOnly: true },
          lines: { type: 'array', items: { type: 'object', properties: { sort: { enum: ['a', 'b'] } } } },
          parent: { $ref: '#/components/schemas/Order' }
        }
      },
      Report: { type: 'object', properties: { id: { type: 'integer' }, status: { type: 'string' } } }
    }
  }
}

/** A stand-in of the shop, with what was counted. */
export interface CountedShop extends Standin {
  order (body: object, query?: string, headers?: Record<string, string>): Promise<{ readonly status: number }>
  /** Lists the ids of the cells that were touched, without the name of the API. */
  touched (filter?: { readonly world?: string, readonly test?: string }): Promise<Record<string, number>>
}

export const KEY = { 'x-key': 'k' }

/** Starts a stand-in of the shop. */
export async function startShop (t: Test, options: StandinOptions = {}): Promise<CountedShop> {
  const folder = t.testdir({
    openapi: { 'shop.json': JSON.stringify(SHOP, null, 2) },
    fixtures: { shop: { rows: { 'a.csv': 'a,b\n1,2\n' } } }
  })
  const standin = await startStandin(t, {
    openapi: `${folder}/openapi`,
    fixtures: `${folder}/fixtures`,
    ...options
  })
  return {
    ...standin,
    order: async (body, query = '', headers = KEY) => {
      const { statusCode } = await standin.send('POST', `/reports${query}`, body, headers)
      return { status: statusCode }
    },
    touched: async (filter = {}) => {
      const query = new URLSearchParams({ ...filter })
      const report = (await standin.admin('GET', `/coverage?${query.toString()}`)).json()
      const cells: Array<{ id: string, hits: number }> = report.cells
      const touched = cells.filter(({ hits }) => hits > 0)
      return Object.fromEntries(touched.map(({ hits, id }) => [id.replace(/^shop\.?/, '').trim(), hits]))
    }
  }
}
