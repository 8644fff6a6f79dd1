import type { FastifyPluginAsync } from 'fastify'
import { worldPath } from '../apis/world-name-of.ts'
import { UnknownStub } from '../errors.ts'
import { maskValue } from '../journal/mask.ts'
import { createStubParser } from '../scenarios/parse-stub.ts'
import { showStub } from '../scenarios/stub.ts'
import type { Stub } from '../scenarios/stub.ts'
import { worldOf } from './admin-options.ts'
import type { AdminOptions } from './admin-options.ts'
import { closed, noContent } from '../schemas/closed.ts'
import { NEW_STUB } from '../scenarios/stub-schemas.ts'
import type { StoredStub } from '../worlds/stub-verbs.ts'

/** The scripted replies of a world. */
export const stubRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  const parseStub = createStubParser(
    options.contracts.flatMap(contract => contract.operations),
    options.simulations
  )

  app.get('/stubs', { schema: listStubs }, async request => ({
    stubs: worldOf(request, options).store.stubs().map(showMasked)
  }))

  app.post('/stubs', { schema: addStub }, async (request, reply) => {
    const { name, store } = worldOf(request, options)
    const parsed = parseStub(request.body, '')
    const stub = { ...parsed, id: String(store.nextNumber('stubs', 1)) }
    store.addStub(stub)
    reply.code(201).header('location', `${worldPath(name)}${app.prefix}/stubs/${stub.id}`)
    return showMasked(stub)
  })

  app.delete('/stubs', { schema: deleteStubs }, async (request, reply) => {
    worldOf(request, options).store.deleteStubs()
    return reply.code(204).send()
  })

  app.get<{ Params: { id: string } }>('/stubs/:id', { schema: readStub }, async request => {
    const { id } = request.params
    const stub = worldOf(request, options)
      .store.stubs()
      .find(stub => stub.id === id)
    if (stub === undefined) throw new UnknownStub(id)
    return showMasked(stub)
  })

  app.delete<{ Params: { id: string } }>(
    '/stubs/:id',
    { schema: deleteStub },
    async (request, reply) => {
      const { id } = request.params
      if (!worldOf(request, options).store.deleteStub(id)) throw new UnknownStub(id)
      return reply.code(204).send()
    }
  )
}

/** Only what the parser made is in the store. */
function showMasked (stub: StoredStub): unknown {
  return maskValue(showStub(stub as Stub))
}

const ID = closed('Which stub.', { id: { type: 'string', description: 'The id of the stub.' } })

const listStubs = {
  operationId: 'listStubs',
  tags: ['stubs'],
  summary: 'List the stubs',
  response: {
    200: closed('The stubs. The first that matches and has a use left answers.', {
      stubs: { type: 'array', items: { $ref: 'Stub#' }, description: 'The latest first.' }
    })
  }
}

const addStub = {
  operationId: 'addStub',
  tags: ['stubs'],
  summary: 'Add a stub',
  description:
    'The stub of the highest priority that matches a request answers it, the latest of those alike, before the simulation is asked. A reply that breaks the contract is refused with its violations.',
  body: NEW_STUB,
  response: {
    201: {
      $ref: 'Stub#',
      description: 'The stub was added.',
      headers: { Location: { type: 'string', description: 'Where it can be read and deleted.' } }
    }
  }
}

const deleteStubs = {
  operationId: 'deleteStubs',
  tags: ['stubs'],
  summary: 'Delete all stubs',
  response: noContent('There are no stubs.')
}

const readStub = {
  operationId: 'readStub',
  tags: ['stubs'],
  summary: 'Read a stub',
  params: ID,
  response: { 200: { $ref: 'Stub#', description: 'The stub.' } }
}

const deleteStub = {
  operationId: 'deleteStub',
  tags: ['stubs'],
  summary: 'Delete a stub',
  params: ID,
  response: noContent('The stub is gone.')
}
