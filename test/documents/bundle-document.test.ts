import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import t from 'tap'
import { loadContracts } from '../../src/contract/load-contracts.ts'
import { formatProblem } from '../../src/documents/problem.ts'
import { shownPath } from '../../src/documents/shown-path.ts'
import { wrongWith } from '../validation/schema-of.ts'

const ROOT = `openapi: 3.1.0
info: { title: Shop, version: "1" }
paths:
  /orders: { $ref: paths/orders.yaml }
  /orders/{id}:
    get:
      parameters: [{ $ref: "shared.json#/parameters/id" }]
      responses:
        "200": { description: It, content: { application/json: { schema: { $ref: schemas/Order.yaml } } } }
        "404": { $ref: "./shared.json#/responses/missing" }
components:
  schemas:
    Line: { type: string }
`

const FILES = {
  'openapi.yaml': ROOT,
  'shared.json': JSON.stringify(
    {
      parameters: { id: { name: 'id', in: 'path', required: true, schema: { type: 'string' } } },
      responses: {
        missing: {
          description: 'None',
          content: { 'application/json': { schema: { $ref: '#/schemas/Error' } } }
        }
      },
      schemas: { Error: { type: 'object', properties: { cause: { $ref: '#/schemas/Error' } } } }
    },
    undefined,
    2
  ),
  paths: {
    'orders.yaml': `post:
  operationId: createOrder
  requestBody: { content: { application/json: { schema: { $ref: ../schemas/Order.yaml } } } }
  responses:
    "201":
      description: x
      content: { application/json: { schema: { $ref: "../openapi.yaml#/components/schemas/Line" } } }
`
  },
  schemas: {
    'Order.yaml': `type: object
properties:
  lines: { type: array, items: { $ref: "Line.yaml#/$defs/Line" } }
  part: { $ref: Order.yaml }
  kind:
    oneOf: [{ $ref: Line.yaml }]
    discriminator: { propertyName: k, mapping: { line: ./Line.yaml } }
`,
    'Line.yaml': '$defs:\n  Line:\n    type: object\n    title: One\ntype: object\n'
  }
}

t.test('a document that is split over files is served as one, with readable names', async t => {
  const [contract] = await loadContracts([join(t.testdir(FILES), 'openapi.yaml')])
  t.same(contract?.warnings.map(formatProblem), [])
  t.same(contract?.operations.map(({ id }) => id), ['openapi.createOrder', 'openapi.GET /orders/{id}'])
  t.match(contract?.document.paths, {
    '/orders': {
      post: {
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } } },
        responses: { 201: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Line' } } } } }
      }
    }
  })
  t.same(contract?.document.components, {
    schemas: {
      Line: { type: 'string' },
      Order: {
        type: 'object',
        properties: {
          lines: { type: 'array', items: { $ref: '#/components/schemas/Line3' } },
          part: { $ref: '#/components/schemas/Order' },
          kind: {
            oneOf: [{ $ref: '#/components/schemas/Line2' }],
            discriminator: { propertyName: 'k', mapping: { line: '#/components/schemas/Line2' } }
          }
        }
      },
      Line2: { $defs: { Line: { type: 'object', title: 'One' } }, type: 'object' },
      Line3: { type: 'object', title: 'One' },
      Error: { type: 'object', properties: { cause: { $ref: '#/components/schemas/Error' } } }
    },
    parameters: { id: { name: 'id', in: 'path', required: true, schema: { type: 'string' } } },
    responses: {
      missing: {
        description: 'None',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } }
      }
    }
  })
  t.match(contract?.operations[1]?.parameters, [{ name: 'id' }])
})

t.test('places are those of the files', async t => {
  const folder = t.testdir(FILES)
  const [contract] = await loadContracts([join(folder, 'openapi.yaml')])
  const place = (pointer: string) => {
    const { file = '', line } = contract?.locate(pointer) ?? { line: 0 }
    return `${file.replace(`${shownPath(folder)}/`, '')}:${line}`
  }
  t.equal(place('/paths/~1orders/post/operationId'), 'paths/orders.yaml:2')
  t.equal(place('/components/schemas/Line3/type'), 'schemas/Line.yaml:3')
  t.equal(place('/components/responses/missing/description'), 'shared.json:14')
  t.equal(place('/components/schemas/Line'), ':13')
})

t.test('a directory may hold the files that its documents refer to', async t => {
  const contracts = await loadContracts(
    t.testdir({
      'openapi.yaml': `${ROOT.slice(0, ROOT.indexOf('paths:'))}paths: { /a: { $ref: a.yaml } }\n`,
      'a.yaml': 'get: { operationId: a }\n'
    })
  )
  t.same(contracts.map(({ name, operations }) => [name, operations.length]), [['openapi', 1]])
})

t.test('what leads nowhere is told at the reference, and left out', async t => {
  const folder = t.testdir({
    'a.yaml': `openapi: 3.1.0
info: { title: Shop, version: "1" }
paths:
  /a:
    get:
      parameters: [{ $ref: none.yaml }]
      responses:
        "200":
          description: x
          content:
            application/json: { schema: { $ref: "b.yaml#/none", description: x } }
            text/csv: { schema: { $ref: "https://a.invalid/x" } }
`,
    'b.yaml': 'a: 1',
    'c.yaml': `openapi: 3.1.0
info: { title: Shop, version: "1" }
paths: { /a: { $ref: broken.yaml } }
`,
    'broken.yaml': 'get: ['
  })
  const [contract] = await loadContracts([join(folder, 'a.yaml')])
  t.match(contract?.warnings.map(({ message }) => message).toSorted(), [
    /^the reference "b\.yaml#\/none" leads nowhere: there is no #\/none in .*b\.yaml, so any value is accepted here$/,
    /^the reference "https:\/\/a\.invalid\/x" leads nowhere: URLs are fetched only with --allow-remote-refs, so any value is accepted here$/,
    /^the reference "none\.yaml" leads nowhere: .*none\.yaml cannot be read: there is no such file/
  ])
  t.same(contract?.operations[0]?.responses[0]?.content[0]?.schema?.definition, { description: 'x' })
  await t.rejects(loadContracts([join(folder, 'c.yaml')]), {
    code: 'STANDIN_INVALID_DOCUMENT',
    message: /broken\.yaml:1:\d+ is not YAML/
  })
})

t.test('the meta-schema of JSON Schema is there for all documents', async t => {
  const folder = t.testdir({
    'a.yaml': `openapi: 3.1.0
info: { title: Schemas, version: "1" }
paths:
  /schemas:
    post:
      requestBody:
        content: { application/json: { schema: { $ref: "https://json-schema.org/draft/2020-12/schema" } } }
  /limits:
    post:
      requestBody:
        content: { application/json: { schema: { $ref: "https://json-schema.org/draft/2020-12/meta/validation" } } }
  /forms: { post: { requestBody: { content: { application/json: { schema: { $ref: b.yaml } } } } } }
  /none:
    post:
      requestBody:
        content: { application/json: { schema: { $ref: "https://json-schema.org/draft/2020-12/schema#/none" } } }
components:
  schemas:
    Form:
      $id: https://example.com/form
      properties: { shape: { $ref: "https://json-schema.org/draft/2020-12/schema" } }
`,
    'b.yaml': 'properties: { shape: { $ref: "https://json-schema.org/draft/2020-12/schema" } }\n'
  })
  const [contract] = await loadContracts([join(folder, 'a.yaml')])
  if (contract === undefined) return t.fail('there is no contract')
  const { document, operations, warnings } = contract
  t.same(warnings.map(({ message }) => message), [
    'the reference "https://json-schema.org/draft/2020-12/schema#/none" leads nowhere: ' +
    'the meta-schema has no such part, so any value is accepted here'
  ])
  const wrong = (index: number, value: unknown) => {
    const media = operations[index]?.body?.content[0]
    return media?.schema === undefined ? ['no schema'] : wrongWith(value, media.schema)
  }
  t.same(wrong(0, { items: { type: ['string', 'null'] }, minLength: 2 }), [])
  t.match(wrong(0, { items: { type: 'text' } }), [/^\/items\/type must be one of/])
  t.same(wrong(1, { minLength: -1 }), ['/minLength must be at least 0, but is -1'])
  t.match(wrong(2, { shape: { not: 1 } }), [/^\/shape\/not must be an object or true or false/])
  const form = { contract: 'a', document, pointer: '/components/schemas/Form', definition: {} }
  t.same(wrongWith({ shape: { maximum: 'x' } }, form), ['/shape/maximum must be a number, but is "x"'])
})

t.test('other hosts are asked where that is allowed, and whole maps may be in files of their own', async t => {
  const server = createServer((_request, response) =>
    response.end('Id: { type: string, x: { $ref: "more.yaml#/x" } }')
  ).listen(0, '127.0.0.1')
  t.teardown(() => server.close())
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const folder = t.testdir({
    'a.yaml': `openapi: 3.0.0
info: { title: Shop, version: "1" }
paths: {}
components: { schemas: { $ref: own.yaml, Id: { $ref: "http://127.0.0.1:${port}/b.yaml#/Id" } } }
`,
    'own.yaml': 'Own: { type: string, nullable: true }'
  })
  const [contract] = await loadContracts([join(folder, 'a.yaml')], { allowRemoteRefs: true })
  t.match(contract?.document.components?.schemas, {
    Own: { type: ['string', 'null'] },
    Id: { $ref: '#/components/schemas/Id2' },
    Id2: { type: 'string' }
  })
})

t.test('Swagger 2.0 is bundled before it is upgraded', async t => {
  const folder = t.testdir({
    'a.yaml':
      `swagger: "2.0"
info: { title: Shop, version: "1" }
paths:
  /a:
    post:
      parameters: [{ $ref: "b.yaml#/body" }]
      responses: { 200: { description: x, schema: { $ref: "b.yaml#/Order" } } }
`,
    'b.yaml':
      'body: { name: b, in: body, schema: { $ref: "#/Order" } }\nOrder: { type: string, x-nullable: true }\n'
  })
  const [contract] = await loadContracts([join(folder, 'a.yaml')])
  t.same(contract?.warnings, [])
  t.match(contract?.operations[0], {
    body: { content: [{ schema: { definition: { $ref: '#/components/schemas/Order' } } }] },
    responses: [{ content: [{ schema: { definition: { $ref: '#/components/schemas/Order' } } }] }]
  })
  t.match(contract?.document.components?.schemas?.Order, { type: ['string', 'null'] })
  t.match(contract?.locate('/components/schemas/Order'), { file: /b\.yaml$/, line: 2 })
})
