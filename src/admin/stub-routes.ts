import type { FastifyPluginAsync } from 'fastify'
import { worldPath } from '../apis/world-name-of.ts'
import { UnknownStub } from '../errors.ts'
import { maskStub } from '../journal/mask-stub.ts'
import { newStubId } from '../scenarios/new-stub-id.ts'
import { createStubParser } from '../scenarios/parse-stub.ts'
import { showStub } from '../scenarios/stub.ts'
import type { Stub } from '../scenarios/stub.ts'
import { worldOf } from './admin-options.ts'
import type { AdminOptions } from './admin-options.ts'
import { closed, noContent } from '../schemas/closed.ts'
import { NEW_STUB, WARNINGS } from '../scenarios/stub-schemas.ts'
import type { StoredStub } from '../worlds/stub-verbs.ts'

/** The stubs of a world. */
export const stubRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  const parseStub = createStubParser(
    options.contracts.flatMap(contract => contract.operations),
    options.simulations,
    options.rowFiles.folder
  )

  app.get('/stubs', { schema: listStubs }, async request => ({
    stubs: worldOf(request, options).store.stubs().map(showMasked)
  }))

  app.post('/stubs', { schema: addStub }, async (request, reply) => {
    const { name, store } = worldOf(request, options)
    const parsed = parseStub(request.body, '')
    const stub = { ...parsed, id: newStubId(store) }
    store.addStub(stub)
    reply.code(201).header('location', `${worldPath(name)}${app.prefix}/stubs/${stub.id}`)
    return showMasked(stub)
  })

  app.post('/stubs/check', { schema: checkStub }, async request => {
    const { warnings } = parseStub(request.body, '')
    return { warnings }
  })

  app.delete('/stubs', { schema: deleteStubs }, async (request, reply) => {
    const world = worldOf(request, options)
    world.observers.tellStubsEnd(world)
    world.store.deleteStubs()
    return reply.code(204).send()
  })

  app.get<{ Params: { id: string } }>('/stubs/:id', { schema: readStub }, async request => {
    const { id } = request.params
    const stub = worldOf(request, options).store.getStub(id)
    if (stub === undefined) throw new UnknownStub(id)
    return showMasked(stub)
  })

  app.put<{ Params: { id: string } }>('/stubs/:id', { schema: putStub }, async (request, reply) => {
    const { id } = request.params
    const { store } = worldOf(request, options)
    const stub = parseStub(request.body, id)
    reply.code(store.getStub(id) === undefined ? 201 : 200)
    store.addStub(stub)
    return showMasked(stub)
  })

  app.delete<{ Params: { id: string } }>(
    '/stubs/:id',
    { schema: deleteStub },
    async (request, reply) => {
      const { id } = request.params
      const world = worldOf(request, options)
      if (world.store.getStub(id) === undefined) throw new UnknownStub(id)
      world.observers.tellStubsEnd(world, [id])
      world.store.deleteStub(id)
      return reply.code(204).send()
    }
  )
}

function showMasked (stub: StoredStub): unknown {
  const parsed = stub as Stub // the store holds only stubs of the parser
  return maskStub(showStub(parsed), parsed.credentials)
}

const ID = closed('The stub.', { id: { type: 'string', description: 'The id of the stub.' } })

const listStubs = {
  operationId: 'listStubs',
  tags: ['stubs'],
  summary: 'List stubs',
  response: {
    200: closed('The stubs.', {
      stubs: { type: 'array', items: { $ref: 'Stub#' }, description: 'Latest first.' }
    })
  }
}

const addStub = {
  operationId: 'addStub',
  tags: ['stubs'],
  summary: 'Create a stub',
  description:
    'The matching stub of the highest priority replies, the latest among equals, in place of the ' +
    'simulation. A reply that breaks the contract is rejected with its violations.',
  body: NEW_STUB,
  response: {
    201: {
      $ref: 'Stub#',
      description: 'The stub was created.',
      headers: { Location: { type: 'string', description: 'The path of the stub.' } }
    }
  }
}

const checkStub = {
  operationId: 'checkStub',
  tags: ['stubs'],
  summary: 'Check a stub',
  description: 'Rejects a stub as `POST /stubs` does, with its violations, and creates none.',
  body: NEW_STUB,
  response: { 200: closed('The stub could be created.', { warnings: WARNINGS }) }
}

const deleteStubs = {
  operationId: 'deleteStubs',
  tags: ['stubs'],
  summary: 'Delete all stubs',
  response: noContent('The stubs were deleted.')
}

const readStub = {
  operationId: 'readStub',
  tags: ['stubs'],
  summary: 'Get a stub',
  params: ID,
  response: { 200: { $ref: 'Stub#', description: 'The stub.' } }
}

const putStub = {
  operationId: 'putStub',
  tags: ['stubs'],
  summary: 'Create or replace a stub',
  description:
    'A stub that replaces another keeps its place among those of its priority, and counts its uses from the ' +
    'start. A new one is the latest.',
  params: closed('The stub.', {
    id: {
      type: 'string',
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
      description: 'The id of the stub: up to 64 letters, digits, dots, dashes and underscores.'
    }
  }),
  body: NEW_STUB,
  response: {
    200: { $ref: 'Stub#', description: 'The stub was replaced.' },
    201: { $ref: 'Stub#', description: 'The stub was created.' }
  }
}

const deleteStub = {
  operationId: 'deleteStub',
  tags: ['stubs'],
  summary: 'Delete a stub',
  params: ID,
  response: noContent('The stub was deleted.')
}
