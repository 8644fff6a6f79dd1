/** A small API with a schema of each form. */
export const SHOP = `openapi: 3.1.0
info: { title: Shop, version: '1' }
servers: [{ url: 'https://shop.example/v1' }]
security: [{ key: [] }]
paths:
  /orders:
    get:
      operationId: listOrders
      parameters:
        - { name: state, in: query, schema: { $ref: '#/components/schemas/State' } }
        - { name: limit, in: query, schema: { type: integer, maximum: 100 } }
      responses:
        '200':
          description: The orders.
          content:
            application/json:
              schema: { type: array, items: { $ref: '#/components/schemas/Order' } }
        '400': { $ref: '#/components/responses/Error' }
        '500': { $ref: '#/components/responses/Error' }
    post:
      operationId: createOrder
      requestBody:
        required: true
        content:
          application/json: { schema: { $ref: '#/components/schemas/Order' } }
      responses:
        '201':
          description: The order.
          headers:
            Location: { required: true, schema: { type: string } }
          content:
            application/json: { schema: { $ref: '#/components/schemas/Order' } }
        '400': { $ref: '#/components/responses/Error' }
        '500': { $ref: '#/components/responses/Error' }
  /orders/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: integer } }
    put:
      operationId: replaceOrder
      requestBody:
        content:
          application/json: { schema: { $ref: '#/components/schemas/Order' } }
      responses:
        '204': { description: It is replaced. }
components:
  securitySchemes:
    key: { type: apiKey, in: query, name: api_key }
  responses:
    Error:
      description: What is wrong.
      content:
        application/json: { schema: { type: object, properties: { message: { type: string } } } }
  schemas:
    State: { type: string, enum: [new, paid] }
    Order:
      type: object
      required: [id, total]
      properties:
        id: { type: integer }
        state: { $ref: '#/components/schemas/State' }
        total: { type: number, minimum: 0 }
        paidAt: { type: string, format: date-time }
        password: { type: string, writeOnly: true }
        labels: { type: object, additionalProperties: { type: string } }
        stock:
          type: object
          additionalProperties: { type: object, properties: { count: { type: integer } } }
        extra: { type: object }
        parent: { $ref: '#/components/schemas/Order' }
        lines:
          type: array
          items:
            allOf:
              - { type: object, properties: { sku: { type: string } }, additionalProperties: false }
`
