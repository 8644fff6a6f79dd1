import { parseContract } from '../../src/contract/parse-contract.ts'
import { compileSimulation } from '../../src/simulation/api-simulation.ts'
import { World } from '../../src/worlds/world.ts'
import type { ResourceType } from '../../src/simulation/scope.ts'

/** A small API of its own: a kiln fires batches, one after the other. */
export const KILN = `
openapi: 3.1.0
info: { title: Kiln, version: 1.0.0, description: Fires batches of pots. }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: x-api-key }
x-standin:
  limits:
    firings: { by: $request.header.x-api-key, max: 2, per: PT1M, enabled: false, else: tooMany }
  replies:
    tooMany: { status: 429, body: { message: Too many } }
    cold: { status: 404, body: { message: No such batch } }
    busy: { status: 409, body: { message: The kiln is busy } }
  resources:
    Potter: { exists: { type: integer, minimum: 1 } }
    Batch:
      id: { member: id, format: integer, from: 7 }
      status: { member: status, running: [heating, firing] }
      lifecycles:
        fired: [{ heating: PT2S }, { firing: PT5S }, { cooling: P1D }, ready]
        broken: [{ heating: PT2S }, cracked]
      always: { openUntil: null }
      while:
        cooling: { openUntil: $status.until }
    Order: {}
paths:
  /batches:
    post:
      operationId: fireBatch
      summary: Fire a batch
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { glaze: { type: string }, token: { type: string } } }
      responses:
        '201':
          description: It is being fired.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Batch' }
              examples: { blue: { value: { id: 1, status: heating, glaze: blue, openUntil: null } } }
        '409':
          description: The kiln is busy.
          content: { application/json: { schema: { $ref: '#/components/schemas/Message' } } }
        '429':
          description: Too many.
          content: { application/json: { schema: { $ref: '#/components/schemas/Message' } } }
      x-standin:
        unique: { type: Batch, where: { glaze: $request.body#/glaze }, while: [heating, firing], else: busy }
        create: { type: Batch, members: { glaze: $request.body#/glaze }, hidden: { token: $request.body#/token } }
        reply: { status: 201, body: $resource }
  /batches/{id}:
    get:
      operationId: readBatch
      summary: Read a batch
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      responses:
        '200':
          description: The batch.
          content: { application/json: { schema: { $ref: '#/components/schemas/Batch' } } }
        '404':
          description: There is none.
          content: { application/json: { schema: { $ref: '#/components/schemas/Message' } } }
        '429':
          description: Too many.
          content: { application/json: { schema: { $ref: '#/components/schemas/Message' } } }
      x-standin:
        find: { type: Batch, id: $request.path.id, else: cold }
        reply: { status: 200, body: $resource }
  /orders:
    get:
      operationId: listOrders
      responses:
        '200': { description: The orders. }
        '429':
          description: Too many.
          content: { application/json: { schema: { $ref: '#/components/schemas/Message' } } }
`.replace('  securitySchemes:', `  schemas:
    Message: { type: object, required: [message], properties: { message: { type: string } } }
    Batch:
      type: object
      required: [id, status]
      properties:
        id: { type: integer }
        status: { type: string }
        glaze: { type: string }
        openUntil: { type: [string, 'null'] }
      additionalProperties: false
  securitySchemes:`)

/** When the worlds of the kiln begin: 2026-01-01T00:00:00Z. */
export const KILN_START = 1_767_225_600_000

/** The kiln's contract with what it declares. */
export function kiln () {
  const contract = parseContract(KILN, { file: 'kiln.yaml', name: 'kiln' })
  const simulation = compileSimulation(contract)
  const types = new Map([...simulation.types.values()].map(type => [type.id, type]))
  return { contract, simulation, types }
}

/** A world of the kiln whose clock stands still at its start, with the type of its batches. */
export function frozenKiln () {
  const { simulation, types } = kiln()
  const world = new World('test', {
    seed: 1,
    startsAt: KILN_START - 60_000,
    indexes: simulation.indexes,
    maxResources: 1000,
    maxExchanges: 1000
  })
  world.clock.freeze()
  world.clock.moveTo(KILN_START)
  const typeNamed = (name: string): ResourceType => {
    const type = types.get(`kiln.${name}`)
    if (type === undefined) throw new Error(`the kiln has no ${name}`)
    return type
  }
  return { world, types, indexes: simulation.indexes, batch: typeNamed('Batch'), potter: typeNamed('Potter') }
}
