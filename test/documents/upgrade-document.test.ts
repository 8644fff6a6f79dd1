import t from 'tap'
import { readContract } from '../../src/contract/read-contract.ts'

const read = (text: string) => readContract(text, { file: 'shop.yaml', name: 'shop' })

const SWAGGER = `swagger: "2.0"
info: { title: Shop, version: "1" }
host: shop.example
basePath: /v2
schemes: [https]
consumes: [application/json]
produces: [application/json, application/xml]
parameters:
  Page: { name: page, in: query, type: integer, minimum: 1, exclusiveMinimum: true }
  Order:
    name: order
    in: body
    required: true
    schema: { $ref: "#/definitions/Order" }
responses:
  Missing: { description: None, schema: { $ref: "#/definitions/Error" } }
securityDefinitions:
  user: { type: basic }
  login: { type: oauth2, flow: accessCode, authorizationUrl: https://a, tokenUrl: https://t, scopes: { read: Reads } }
paths:
  /orders/{id}:
    parameters:
      - { name: id, in: path, required: true, type: string }
    get:
      operationId: getOrder
      produces: [text/plain]
      parameters:
        - { $ref: "#/parameters/Page" }
        - { name: tags, in: query, type: array, items: { type: string }, collectionFormat: pipes }
        - { name: ids, in: query, type: array, items: { type: integer } }
      responses:
        "200":
          description: It
          schema: { $ref: "#/definitions/Order" }
          headers: { X-Rate: { type: integer } }
          examples: { text/plain: one }
        "404": { $ref: "#/responses/Missing" }
    put:
      operationId: putOrder
      parameters:
        - { name: x-dry, in: header, type: boolean }
        - { $ref: "#/parameters/Order" }
      responses: { "204": { description: Done } }
  /files:
    post:
      operationId: upload
      parameters:
        - { name: file, in: formData, type: file, required: true }
        - { name: kinds, in: formData, type: array, items: { type: string, enum: [a, b] }, collectionFormat: multi }
      responses:
        "200": { description: It, schema: { $ref: "#/paths/~1orders~1{id}/get/responses/200/schema" } }
        "201": { description: x, schema: { type: file } }
definitions:
  Order:
    type: object
    properties:
      id: { type: string, x-nullable: true }
      example: { type: string }
  Error: { type: object, example: { type: file } }
`

t.test('Swagger 2.0 is served as the OpenAPI 3.1 that means the same', async t => {
  const { document, operations, warnings } = await read(SWAGGER)
  t.same(warnings, [])
  t.equal(document.openapi, '3.1.1')
  t.same(document.servers, [{ url: 'https://shop.example/v2' }])
  t.same(
    Object.keys(document).filter(name =>
      [
        'swagger',
        'definitions',
        'parameters',
        'responses',
        'securityDefinitions',
        'consumes'
      ].includes(name)
    ),
    []
  )
  t.same(document.components?.schemas, {
    Order: {
      type: 'object',
      properties: {
        id: { type: ['string', 'null'], 'x-nullable': true },
        example: { type: 'string' }
      }
    },
    Error: { type: 'object', examples: [{ type: 'file' }] }
  })
  t.match(document.components?.securitySchemes, {
    user: { type: 'http', scheme: 'basic' },
    login: { flows: { authorizationCode: { tokenUrl: 'https://t' } } }
  })

  const [get, put, upload] = operations
  t.same(get?.parameters.map(({ name, style, explode, schema }) => [name, style, explode, schema?.definition]), [
    ['id', 'simple', false, { type: 'string' }],
    ['page', 'form', true, { type: 'integer', exclusiveMinimum: 1 }],
    ['tags', 'pipeDelimited', false, { type: 'array', items: { type: 'string' } }],
    ['ids', 'form', false, { type: 'array', items: { type: 'integer' } }]
  ])
  t.same(
    get?.responses.map(({ status, content }) => [
      status,
      content.map(({ name, examples }) => [name, examples.map(({ value }) => value)])
    ]),
    [
      ['200', [['text/plain', ['one']]]],
      ['404', [['text/plain', []]]]
    ]
  )
  t.match(get?.responses[0]?.headers, [{ name: 'x-rate', schema: { definition: { type: 'integer' } } }])
  t.same(put?.parameters.map(({ name }) => name), ['id', 'x-dry'])
  t.match(put?.body, {
    required: true,
    content: [
      { name: 'application/json', schema: { definition: { $ref: '#/components/schemas/Order' } } }
    ]
  })
  t.match(upload?.body, {
    required: true,
    content: [
      {
        name: 'multipart/form-data',
        schema: {
          definition: {
            required: ['file'],
            properties: { file: { type: 'string', format: 'binary' } }
          }
        },
        encoding: { kinds: { style: 'form', explode: true } }
      }
    ]
  })
  t.match(upload?.responses[0]?.content[0]?.schema?.definition, {
    $ref: '#/paths/~1orders~1{id}/get/responses/200/content/text~1plain/schema'
  })
  t.same(upload?.responses[1]?.content.map(({ name }) => name), ['application/json', 'application/xml'])
})

t.test("places stay those of the author's own text", async t => {
  const { locate } = await read(SWAGGER)
  const lineOf = (text: string) => SWAGGER.slice(0, SWAGGER.indexOf(text)).split('\n').length
  t.equal(locate('/components/schemas/Order/properties/id').line, lineOf('id: { type: string, x-nullable'))
  t.equal(
    locate('/paths/~1orders~1{id}/put/requestBody/content/application~1json/schema').line,
    lineOf('schema: { $ref: "#/definitions/Order" }')
  )
  t.equal(locate('/paths/~1orders~1{id}/put/parameters/0/schema/type').line, lineOf('{ name: x-dry'))
  t.equal(locate('/paths/~1orders~1{id}/get/responses/404/content/text~1plain/schema').line, lineOf('Missing: {'))
  t.equal(
    locate('/paths/~1files/post/requestBody/content/multipart~1form-data/schema/properties/kinds')
      .line,
    lineOf('{ name: kinds')
  )
})

t.test('OpenAPI 3.0 is served as 3.1; data is left as it is', async t => {
  const { document, operations } = await read(`openapi: 3.0.3
info: { title: Shop, version: "1" }
paths:
  /a:
    get:
      responses:
        "200":
          description: x
          content:
            application/octet-stream: { schema: { type: string, format: binary } }
            application/json: { schema: { $ref: "#/x-types/Own" }, example: { nullable: true, type: x } }
components:
  schemas:
    A:
      type: object
      nullable: true
      properties: { example: { type: string }, nullable: { type: boolean } }
x-types: { Own: { type: string, nullable: true } }
x-webhooks: { made: { post: {} } }
`)
  t.same(document.components?.schemas?.A, {
    type: ['object', 'null'],
    properties: { example: { type: 'string' }, nullable: { type: 'boolean' } }
  })
  t.same(operations[0]?.responses[0]?.content[0]?.schema?.definition, { type: 'string', format: 'binary' })
  t.same(operations[0]?.responses[0]?.content[1]?.examples[0]?.value, { nullable: true, type: 'x' })
  t.match(document, { 'x-types': { Own: { type: ['string', 'null'] } }, webhooks: { made: {} } })
})

t.test('OpenAPI 3.2 brings the method QUERY, and any other', async t => {
  const { operations, warnings } = await read(`openapi: 3.2.0
info: { title: Shop, version: "1" }
paths:
  /a:
    query: { operationId: ask }
    additionalOperations: { COPY: { operationId: copy }, post: {} }
`)
  t.match(warnings, [{ message: /^the method "post" cannot be served/ }])
  t.same(
    operations.map(({ id, method, pointer }) => [id, method, pointer]),
    [
      ['shop.ask', 'QUERY', '/paths/~1a/query'],
      ['shop.copy', 'COPY', '/paths/~1a/additionalOperations/COPY']
    ]
  )
})
