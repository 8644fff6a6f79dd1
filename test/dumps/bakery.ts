/** An API whose worlds have everything that is dumped: jobs, limits, keys that are remembered, callbacks. */
export const BAKERY = `
openapi: 3.1.0
info: { title: Bakery, version: 1.0.0, description: Bakes bread. }
x-standin:
  limits:
    loaves: { by: $request.header.x-baker, max: 5, per: PT1M, else: enough }
  replies:
    enough: { status: 429, headers: { Retry-After: $retryAfter }, body: { message: Enough } }
    busy: { status: 409, body: { message: It is being baked } }
    missing: { status: 404, body: { message: No such bread } }
  resources:
    Bread:
      id: { member: id, format: uuid }
      status: { member: status, running: [dough, oven] }
      lifecycles:
        baked: [{ dough: PT2S }, { oven: PT5S }, done]
components:
  schemas:
    Bread: { type: object, properties: { id: { type: string }, status: { type: string }, kind: { type: string } } }
    Message: { type: object, properties: { message: { type: string } } }
paths:
  /breads:
    post:
      operationId: bake
      parameters:
        - { name: x-baker, in: header, required: true, schema: { type: string } }
        - { name: idempotency-key, in: header, schema: { type: string } }
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { kind: { type: string }, tell: { type: string } } }
      responses:
        '201':
          description: It is being baked.
          content: { application/json: { schema: { $ref: '#/components/schemas/Bread' } } }
        '409':
          description: It is being baked already.
          content: { application/json: { schema: { $ref: '#/components/schemas/Message' } } }
        '429':
          description: Enough.
          content: { application/json: { schema: { $ref: '#/components/schemas/Message' } } }
      callbacks:
        told:
          '{$request.body#/tell}':
            post:
              requestBody:
                content: { application/json: { schema: { type: object } } }
              responses: { '200': { description: Thanks. } }
              x-standin:
                when: [oven, done]
                body: { bread: $resource.id, status: $resource.status, baker: $request.header.x-baker }
                retries: [PT1S, PT10S]
      x-standin:
        idempotent: { by: $request.header.idempotency-key, conflict: busy }
        unique: { type: Bread, where: { kind: $request.body#/kind }, while: [dough, oven], else: busy }
        create: { type: Bread, members: { kind: $request.body#/kind }, hidden: { tell: $request.body#/tell } }
        reply: { status: 201, body: $resource }
  /breads/{id}:
    get:
      operationId: look
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '200':
          description: It.
          content: { application/json: { schema: { $ref: '#/components/schemas/Bread' } } }
        '404':
          description: None.
          content: { application/json: { schema: { $ref: '#/components/schemas/Message' } } }
      x-standin:
        find: { type: Bread, id: $request.path.id, else: missing }
        reply: { status: 200, body: $resource }
`
