import { join } from 'node:path'
import t from 'tap'
import { SHIPPED_OPENAPI } from '../../src/options.ts'
import { createStandin } from '../../src/server.ts'
import { startMews } from '../verify/mews-service.ts'
import { CREDENTIALS } from './record-mews.ts'

const API = '/api/connector/v1/exports'

t.test('what is passed on to a service is compared with its contract', async t => {
  const service = await startMews(t, { mistakes: ['lacks a member', 'allows every method'] })
  const app = await createStandin({ openapi: [join(SHIPPED_OPENAPI, 'mews.yaml')], proxy: service.url })
  t.teardown(() => app.close())
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const send = async (method: string, path: string, body: object): Promise<number> => {
    const headers = { 'content-type': 'application/json', 'x-standin-world': `w-${method}` }
    const response = await fetch(url + path, { method, headers, body: JSON.stringify({ ...CREDENTIALS, ...body }) })
    await response.arrayBuffer()
    return response.status
  }
  t.equal(await send('POST', `${API}/add`, { EntityType: 'OrderItem' }), 200)
  t.equal(await send('PUT', `${API}/add`, { EntityType: 'Payment' }), 200)
  t.equal(await send('POST', `${API}/add`, { EntityType: 'Nonsense' }), 400)

  const report: unknown = await (await fetch(`${url}/__admin/drift`)).json()
  t.match(report, { exchanges: { compared: 3 }, summary: { error: 2, warning: 0 } })
  t.match(report, {
    groups: [
      { kind: 'undocumented-method', where: `PUT ${API}/add`, count: 1 },
      { kind: 'missing-member', operation: 'mews.addExport', where: 'response body /Export/EntityType', count: 1 }
    ]
  })
})
