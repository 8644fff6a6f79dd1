import t from 'tap'
import { parseContract } from '../../src/contract/parse-contract.ts'

const {
  operations: [order, unnamed]
} = parseContract(
  `
openapi: 3.1.0
info: { title: Shop, version: '1' }
security: [{ key: [] }]
paths:
  /orders/{id}: { $ref: '#/components/pathItems/order' }
  /open:
    post:
      security: [{ key: [] }, {}]
components:
  pathItems:
    order:
      parameters:
        - { $ref: '#/components/parameters/id' }
        - { name: limit, in: query, schema: { type: integer, maximum: 10 } }
      put:
        operationId: putOrder
        parameters:
          - { name: limit, in: query, schema: { type: integer, maximum: 99 } }
          - { name: X-Trace, in: header, required: true, content: { application/json: { schema: { type: object } } } }
          - { name: Authorization, in: header, schema: {} }
          - { name: ids, in: query, style: pipeDelimited, schema: {} }
        security: [{ key: [], login: [write] }]
        requestBody: { $ref: '#/components/requestBodies/order' }
        responses:
          default: { description: Wrong }
          4XX: { description: Your fault }
          '200': { $ref: '#/components/responses/order' }
        callbacks:
          sent: { $ref: '#/components/callbacks/sent' }
  parameters:
    id: { name: id, in: path, required: true, schema: { type: string } }
  requestBodies:
    order:
      required: true
      content:
        'Application/JSON; charset=utf-8':
          schema: { $ref: '#/components/schemas/Order' }
          example: { id: 1 }
  responses:
    order:
      description: Fine
      headers: { X-Trace: { $ref: '#/components/headers/trace' }, Content-Type: { schema: {} } }
      content:
        application/json:
          schema: { $ref: '#/components/schemas/Order' }
          examples:
            first: { $ref: '#/components/examples/first' }
            second: { value: { id: 2 } }
            elsewhere: { externalValue: https://example.com }
  headers:
    trace: { required: true, example: abc, schema: { type: string } }
  examples:
    first: { value: { id: 1 } }
  callbacks:
    sent:
      '{$request.query.url}': { post: { requestBody: { content: { application/json: { schema: { type: object } } } } } }
  schemas:
    Order: { type: object }
  securitySchemes:
    key: { type: apiKey, in: header, name: x-key }
    login: { type: oauth2, flows: {} }
`,
  { file: 'shop.yaml', name: 'shop' }
)

t.test('an operation has the name and place that the document gives it', async t => {
  t.match(order, {
    id: 'shop.putOrder',
    api: 'shop',
    name: 'putOrder',
    method: 'PUT',
    path: '/orders/{id}',
    pointer: '/components/pathItems/order/put'
  })
  t.match(unnamed, { id: 'shop.POST /open', name: 'POST /open', parameters: [], responses: [], callbacks: [] })
})

t.test('its parameters override those of the path, and each knows where its schema really stands', async t => {
  t.same(
    order?.parameters.map(({ name, in: place, required, style, explode, mediaType, schema }) => [
      name,
      place,
      required,
      style,
      explode,
      mediaType,
      schema?.pointer
    ]),
    [
      ['id', 'path', true, 'simple', false, undefined, '/components/parameters/id/schema'],
      [
        'limit',
        'query',
        false,
        'form',
        true,
        undefined,
        '/components/pathItems/order/put/parameters/0/schema'
      ],
      [
        'X-Trace',
        'header',
        true,
        'simple',
        false,
        'application/json',
        '/components/pathItems/order/put/parameters/1/content/application~1json/schema'
      ],
      // OpenAPI 3.1, Parameter Object: a header parameter called Authorization is ignored.
      [
        'ids',
        'query',
        false,
        'pipeDelimited',
        false,
        undefined,
        '/components/pathItems/order/put/parameters/3/schema'
      ]
    ]
  )
})

t.test('its body and responses are at hand, whatever they refer to', async t => {
  t.match(order?.body, {
    required: true,
    content: [
      {
        name: 'application/json',
        schema: {
          pointer: '/components/requestBodies/order/content/Application~1JSON; charset=utf-8/schema'
        },
        examples: [{ name: 'default', value: { id: 1 }, source: 'example', where: 'shop.yaml:39' }]
      }
    ]
  })
  t.same(order?.responses.map(({ status, pointer }) => [status, pointer]), [
    ['200', '/components/responses/order'],
    ['4XX', '/components/pathItems/order/put/responses/4XX'],
    ['default', '/components/pathItems/order/put/responses/default']
  ])
  t.match(order?.responses[0]?.headers, [
    {
      name: 'x-trace',
      writtenName: 'X-Trace',
      entry: '/components/responses/order/headers/X-Trace',
      pointer: '/components/headers/trace',
      required: true,
      examples: [{ value: 'abc' }],
      schema: { pointer: '/components/headers/trace/schema' }
    }
  ])
  t.equal(order?.responses[0]?.headers.length, 1)
  t.same(
    order?.responses[0]?.content[0]?.examples.map(({ name, value, where }) => [name, value, where]),
    [
      ['first', { id: 1 }, 'shop.yaml:54'],
      ['second', { id: 2 }, 'shop.yaml:49']
    ]
  )
})

t.test('its security is alternatives of schemes, and none where one asks for nothing', async t => {
  t.same(
    order?.security.map(schemes => schemes.map(({ name, scopes }) => [name, scopes])),
    [
      [
        ['key', []],
        ['login', ['write']]
      ]
    ]
  )
  t.same(unnamed?.security, [])
})

t.test('each method of each expression of its callbacks is listed', async t => {
  t.match(order?.callbacks, [
    {
      name: 'sent',
      expression: '{$request.query.url}',
      method: 'POST',
      pointer: '/components/callbacks/sent/{$request.query.url}/post',
      body: { required: false, content: [{ name: 'application/json' }] }
    }
  ])
})

t.test('servers of an operation and of its path item come before those of the document', async t => {
  const { operations } = parseContract(`
openapi: 3.1.0
info: { title: Bees, version: '1' }
servers: [{ url: https://bees.example/v1 }]
paths:
  /bees:
    servers: [{ url: https://bees.example/hive }]
    get: { operationId: list }
    post: { operationId: add, servers: [{ url: '/queen/{age}', variables: { age: { default: '3' } } }] }
  /honey:
    get: { operationId: taste, servers: [] }
`, { file: 'bees.yaml', name: 'bees' })
  const paths = operations.map(({ basePath, name }) => [name, basePath])
  t.same(paths, [['list', '/hive'], ['add', '/queen/3'], ['taste', '/v1']])
})

t.test('where a document is mounted, all of it is served there', async t => {
  const text = `
openapi: 3.1.0
info: { title: Bees, version: '1' }
paths:
  /bees: { servers: [{ url: /hive }], get: { operationId: list } }
`
  const { operations: [list] } = parseContract(text, { file: 'bees.yaml', name: 'bees', mount: '/m' })
  t.equal(list?.basePath, '/m')
})

t.test('methods beside the reference of a path item count, unless its target has them', async t => {
  const { operations } = parseContract(`
openapi: 3.1.0
info: { title: Bees, version: '1' }
paths:
  /bees:
    $ref: '#/components/pathItems/bees'
    get: { operationId: own }
    post: { operationId: add, responses: { 2xx: { description: Added }, Default: { description: Not } } }
components:
  pathItems:
    bees: { get: { operationId: shared } }
`, { file: 'bees.yaml', name: 'bees' })
  t.same(operations.map(({ name, pointer }) => [name, pointer]), [
    ['shared', '/components/pathItems/bees/get'],
    ['add', '/paths/~1bees/post']
  ])
  t.same(operations[1]?.responses.map(({ status }) => status), ['2XX', 'default'])
})
