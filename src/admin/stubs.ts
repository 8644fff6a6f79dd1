import type { FastifyPluginAsync } from 'fastify'
import { worldPath } from '../apis/world-of.ts'
import { UnknownStub } from '../errors.ts'
import { maskValue } from '../journal/mask.ts'
import { createStubParser } from '../scenarios/parse-stub.ts'
import { worldOf } from './admin-options.ts'
import type { AdminOptions } from './admin-options.ts'
import { closed, noContent } from './schema.ts'

/** The scripted replies of a world. */
export const stubRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  const parseStub = createStubParser(options.contracts.flatMap(contract => contract.operations))

  app.get('/stubs', { schema: listStubs }, async request => ({ stubs: worldOf(request, options).store.stubs().map(showStub) }))

  app.post('/stubs', { schema: addStub }, async (request, reply) => {
    const { name, store } = worldOf(request, options)
    const parsed = parseStub(request.body, '')
    const stub = { ...parsed, id: String(store.nextNumber('stubs', 1)) }
    store.addStub(stub)
    reply.code(201).header('location', `${worldPath(name)}${app.prefix}/stubs/${stub.id}`)
    return showStub(stub)
  })

  app.delete('/stubs', { schema: deleteStubs }, async (request, reply) => {
    worldOf(request, options).store.deleteStubs()
    return reply.code(204).send()
  })

  app.get<{ Params: { id: string } }>('/stubs/:id', { schema: readStub }, async request => {
    const { id } = request.params
    const stub = worldOf(request, options).store.stubs().find(stub => stub.id === id)
    if (stub === undefined) throw new UnknownStub(id)
    return showStub(stub)
  })

  app.delete<{ Params: { id: string } }>('/stubs/:id', { schema: deleteStub }, async (request, reply) => {
    const { id } = request.params
    if (!worldOf(request, options).store.deleteStub(id)) throw new UnknownStub(id)
    return reply.code(204).send()
  })
}

function showStub (stub: object): unknown {
  return maskValue(stub)
}

const ANY_OBJECT = { type: 'object', additionalProperties: true }

const WHEN = closed('What a request must have; every request matches where it is left out. Each part is partial: only the members that are given must match.', {
  path: { ...ANY_OBJECT, description: 'By the names of the placeholders.' },
  query: ANY_OBJECT,
  headers: { ...ANY_OBJECT, description: 'Whatever the case of their names.' },
  cookies: ANY_OBJECT,
  body: { description: 'Any JSON value. Of objects, the members that are given must match; lists must match item by item.' }
}, ['path', 'query', 'headers', 'cookies', 'body'])

const REPLY = closed('What is answered; the best success that the operation documents where it is left out. Without a body and an example, it is the first example, or a generated one.', {
  status: { type: 'integer', minimum: 200, maximum: 599 },
  headers: { ...ANY_OBJECT, description: 'By name; each a text or a number.' },
  body: { description: 'Any JSON value.' },
  example: { type: 'string', description: 'The name of an example or a fixture of the status.' }
}, ['status', 'headers', 'body', 'example'])

const TIMES = { type: 'integer', minimum: 1, description: 'How many requests it answers; any number where it is left out.' }

const CONTRACT = { type: 'string', enum: ['on', 'off'], default: 'on', description: '`off` lets the reply break the contract.' }

/** The schema of a stub. */
export const STUB = {
  $id: 'Stub',
  ...closed('A scripted reply for the requests of one operation that match it. Credentials are masked.', {
    id: { type: 'string' },
    operation: { type: 'string', description: 'The id of the operation.' },
    when: WHEN,
    reply: REPLY,
    delayMs: { type: 'number', minimum: 0, description: 'How long the answer waits, in real milliseconds.' },
    times: TIMES,
    used: { type: 'integer', minimum: 0, description: 'How many requests it has answered.' },
    contract: CONTRACT
  }, ['when', 'delayMs', 'times'])
}

const ID = closed('Which stub.', { id: { type: 'string', description: 'The id of the stub.' } })

const listStubs = {
  operationId: 'listStubs',
  tags: ['stubs'],
  summary: 'List the stubs',
  response: { 200: closed('The stubs. The first that matches and has a use left answers.', { stubs: { type: 'array', items: { $ref: 'Stub#' }, description: 'The latest first.' } }) }
}

const addStub = {
  operationId: 'addStub',
  tags: ['stubs'],
  summary: 'Add a stub',
  description: 'The latest stub that matches a request answers it, before the simulation is asked. A reply that breaks the contract is refused with its violations.',
  body: closed('The stub.', {
    operation: {
      description: 'Which operation it answers for.',
      anyOf: [
        { type: 'string', description: 'Its id, such as `mews.addExport`.' },
        closed('Its method and path, the path as its document has it.', { method: { type: 'string' }, path: { type: 'string' } })
      ]
    },
    when: WHEN,
    reply: REPLY,
    delay: { type: ['number', 'string'], minimum: 0, description: 'How long the answer waits: real milliseconds, or an ISO 8601 duration such as `PT0.5S`.' },
    times: TIMES,
    contract: CONTRACT
  }, ['when', 'reply', 'delay', 'times', 'contract']),
  response: {
    201: { $ref: 'Stub#', description: 'The stub was added.', headers: { Location: { type: 'string', description: 'Where it can be read and deleted.' } } }
  }
}

const deleteStubs = { operationId: 'deleteStubs', tags: ['stubs'], summary: 'Delete all stubs', response: noContent('There are no stubs.') }

const readStub = { operationId: 'readStub', tags: ['stubs'], summary: 'Read a stub', params: ID, response: { 200: { $ref: 'Stub#', description: 'The stub.' } } }

const deleteStub = { operationId: 'deleteStub', tags: ['stubs'], summary: 'Delete a stub', params: ID, response: noContent('The stub is gone.') }
