import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import t from 'tap'
import { createStandin } from '../../src/index.ts'

const AMOUNT = { type: 'object', required: ['amount'], properties: { amount: { type: 'integer' } } }

async function withOwnRoute (t: Test): Promise<FastifyInstance> {
  const app = await createStandin()
  t.teardown(() => app.close())
  const headers = { type: 'object', required: ['X-Shop'], properties: { 'X-Shop': { type: 'integer' } } }
  const answer = { type: 'object', properties: { amount: { type: 'integer' }, shop: { type: 'integer' } } }
  app.post<{ Body: { amount: number } }>(
    '/own',
    { schema: { body: AMOUNT, headers, response: { 200: answer } } },
    async request => {
      return { amount: request.body.amount, shop: request.headers['x-shop'], secret: true }
    }
  )
  return app
}

t.test("a route of an app's own is validated, coerced and serialized as Fastify does it", async t => {
  const app = await withOwnRoute(t)
  const answer = await app.inject({ method: 'POST', url: '/own', headers: { 'x-shop': '7' }, payload: { amount: '3' } })

  t.equal(answer.statusCode, 200)
  t.same(answer.json(), { amount: 3, shop: 7 })
})

t.test("what a route of an app's own does not accept is refused as problem details", async t => {
  const app = await withOwnRoute(t)
  const noAmount = await app.inject({ method: 'POST', url: '/own', headers: { 'x-shop': '7' }, payload: {} })
  const noShop = await app.inject({ method: 'POST', url: '/own', payload: { amount: 3 } })

  t.match(noAmount.json(), { status: 400, code: 'FST_ERR_VALIDATION', detail: /amount/ })
  t.match(noShop.json(), { status: 400, code: 'FST_ERR_VALIDATION', detail: /x-shop/ })
})

t.test('a response schema does not reach the admin API, nor the APIs', async t => {
  const app = await withOwnRoute(t)

  t.match((await app.inject('/__admin/health')).json(), { status: 'ok', apis: Array })
  t.equal((await app.inject({ method: 'POST', url: '/api/v2/exports/export_claims', payload: {} })).statusCode, 202)
})

t.test('schemas that an app shares by id are found', async t => {
  const app = await createStandin()
  t.teardown(() => app.close())
  app.addSchema({ $id: 'amount', ...AMOUNT })
  app.post('/shared', { schema: { body: { $ref: 'amount#' } } }, async () => ({}))

  t.equal((await app.inject({ method: 'POST', url: '/shared', payload: {} })).statusCode, 400)
  t.equal((await app.inject({ method: 'POST', url: '/shared', payload: { amount: 1 } })).statusCode, 200)
})
