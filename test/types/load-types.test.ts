import { writeFileSync } from 'node:fs'
import t from 'tap'
import { compile } from '../compile.ts'
import { runBinary } from '../cli/run-binary.ts'

const SHOP = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
paths:
  /orders:
    post:
      operationId: order
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
      responses:
        '201':
          description: It is on its way.
          content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
        4XX: { description: No., content: { text/plain: {} } }
    get:
      operationId: find
      parameters:
        - name: whole
          in: querystring
          required: true
          content: { application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Order' } } }
      responses: { '204': { description: Found. } }
    put:
      operationId: change
      parameters: [{ name: whole, in: querystring, content: { application/json: { schema: { type: integer } } } }]
      responses: { '204': { description: Changed. } }
    delete: { responses: { default: { description: Whatever. } } }
components:
  schemas:
    Order:
      type: object
      required: [item]
      properties: { item: { type: string }, parts: { type: array, items: { $ref: '#/components/schemas/Order' } } }
x-standin:
  resources:
    Order: { lifecycles: { fast: [{ new: PT1S }, sent] } }
`

const USE = `import { standin } from '../../src/client/index.ts'
import type { Contracts } from './shop.types.ts'

const world = await standin<Contracts>('http://127.0.0.1:4010').world()
await world.stub({ operation: 'shop.order', reply: { status: 201, body: { item: 'tea', parts: [{ item: 'leaf' }] } } })
await world.stub({ operation: 'shop.order', reply: { status: 404, body: 'No' } })
await world.stub({ operation: 'shop.DELETE /orders', reply: { status: 204 } })
await world.stub({ operation: 'shop.find', when: { query: { item: 'tea' } }, reply: { status: 204 } })
await world.stub({ operation: 'shop.change', when: { query: { whole: 7 } }, reply: { status: 204 } })
// @ts-expect-error: no such member of the query
await world.stub({ operation: 'shop.find', when: { query: { whole: 7 } }, reply: { status: 204 } })
await world.resource('shop.Order', 1).status('sent')
// @ts-expect-error: no such member
await world.stub({ operation: 'shop.order', reply: { status: 201, body: { item: 'tea', part: [] } } })
// @ts-expect-error: no such status
await world.resource('shop.Order', 1).status('lost')
`

t.test('the types of own documents are printed, and hold the client to them', async t => {
  const folder = t.testdir({
    'shop.yaml': SHOP,
    'use.ts': USE.replaceAll('../../src', new URL('../../src', import.meta.url).pathname)
  })
  const { exitCode, stderr, stdout } = await runBinary(t, ['types', `${folder}/shop.yaml`])

  t.same({ exitCode, stderr }, { exitCode: 0, stderr: '' })
  t.match(stdout, /^export interface ShopOrder \{$/m)
  t.match(stdout, /4XX'?: string/)
  writeFileSync(`${folder}/shop.types.ts`, stdout)
  t.same(compile([`${folder}/use.ts`]), [])
})

t.test('a document that cannot be used is told, and so is an option that says nothing here', async t => {
  const folder = t.testdir({ 'broken.yaml': 'openapi: [3.1.0\n' })

  t.match(await runBinary(t, ['types', `${folder}/broken.yaml`]), {
    exitCode: 1,
    stdout: '',
    stderr: /^standin: .*broken\.yaml/
  })
  t.match(await runBinary(t, ['types', '--port', '1']), {
    exitCode: 2,
    stderr: /^standin: There is no option --port of standin types/
  })
})
