import { parseContract } from '../../src/contract/parse-contract.ts'
import type { Example, MediaType, Operation } from '../../src/contract/contract.ts'
import type { ApiRequest } from '../../src/messages/message.ts'
import { World } from '../../src/worlds/world.ts'

const DOCUMENT = `
openapi: 3.1.1
info: { title: Orders, version: '1' }
paths:
  /orders:
    post:
      operationId: addOrder
      requestBody:
        content:
          application/json: { schema: { $ref: '#/components/schemas/NewOrder' } }
      responses:
        '400':
          description: Wrong
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Problem' }
              examples: { empty: { value: { message: An order needs items } } }
        '201':
          description: Added
          headers:
            Location: { required: true, schema: { type: string }, example: /orders/7 }
            X-Tags: { schema: { type: array, items: { type: string } }, example: [new, paid] }
            X-Optional: { schema: { type: string } }
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Order' }
              examples:
                paid: { value: { id: 7, status: paid } }
                open: { value: { id: 8, status: open } }
        '429':
          description: Too many
          headers:
            Retry-After: { required: true, schema: { type: integer, minimum: 1, maximum: 30 } }
          content:
            application/json: { schema: { $ref: '#/components/schemas/Problem' } }
        5XX:
          description: Broken
          content:
            application/json: { schema: { $ref: '#/components/schemas/Problem' } }
  /orders/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: integer } }
    get:
      operationId: getOrder
      parameters:
        - { name: fields, in: query, schema: { type: array, items: { type: string } } }
      responses:
        '200':
          description: The order, in many forms
          content:
            text/csv: { schema: { type: string }, example: 'id,status' }
            application/xml: { schema: { type: string }, example: <order/> }
            application/json: { schema: { $ref: '#/components/schemas/Order' } }
        default:
          description: Anything else
          content:
            application/problem+json:
              schema: { $ref: '#/components/schemas/Problem' }
              example: { message: Not this time }
    delete:
      operationId: deleteOrder
      responses:
        '204': { description: Gone }
        '404': { description: Never was }
components:
  schemas:
    NewOrder:
      type: object
      required: [items]
      additionalProperties: false
      properties:
        items:
          type: array
          items:
            type: object
            required: [sku]
            additionalProperties: false
            properties: { sku: { type: string }, count: { type: integer } }
        note: { type: [string, 'null'] }
        paid: { type: boolean }
    Order:
      type: object
      required: [id, status]
      additionalProperties: false
      properties:
        id: { type: integer, minimum: 1 }
        status: { enum: [open, paid] }
    Problem:
      type: object
      required: [message]
      additionalProperties: false
      properties:
        message: { type: string }
        details: { type: array, items: { $ref: '#/components/schemas/Problem' } }
`

/** The operations of a small contract, by name: `addOrder`, `getOrder`, `deleteOrder`. */
export function orders (): Operation[] {
  return operationsOf(DOCUMENT)
}

/** One operation of the small contract. */
export function order (name: 'addOrder' | 'getOrder' | 'deleteOrder'): Operation {
  return named(orders(), name)
}

/** The operations of a document; they are called `orders.…`. */
export function operationsOf (document: string): Operation[] {
  return [...parseContract(document, { file: 'orders.yaml', name: 'orders' }).operations]
}

export function named (operations: readonly Operation[], name: string): Operation {
  const operation = operations.find(operation => operation.name === name)
  if (operation === undefined) throw new Error(`no operation ${name}`)
  return operation
}

/** An operation to which a fixture was attached. */
export function withFixture (
  operation: Operation,
  status: string,
  { name, value }: Pick<Example, 'name' | 'value'>
): Operation {
  const fixture: Example = { name, value, source: 'fixture', where: 'fixtures/orders' }
  const attach = (mediaType: MediaType): MediaType => ({
    ...mediaType,
    examples: [fixture, ...mediaType.examples]
  })
  return {
    ...operation,
    responses: operation.responses.map(response =>
      response.status === status ? { ...response, content: response.content.map(attach) } : response
    )
  }
}

/** A valid request of an operation; what matters is given, the rest is as plain as can be. */
export function requestTo (operation: Operation, parts: Partial<ApiRequest> = {}): ApiRequest {
  return {
    operation,
    method: operation.method,
    url: operation.path,
    baseUrl: 'http://127.0.0.1:4010',
    serverUrl: 'http://127.0.0.1:4010',
    serverPath: '',
    receivedAt: 0,
    path: {},
    query: {},
    headers: {},
    cookies: {},
    body: undefined,
    ...parts
  }
}

export function createWorld (name = 'default'): World {
  return new World(name, { seed: 1, startsAt: 0, indexes: [], maxResources: 100, maxExchanges: 100 })
}
