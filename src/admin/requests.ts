import type { FastifyPluginAsync } from 'fastify'
import { InvalidRequest, UnknownExchange } from '../errors.ts'
import { findExchanges } from '../journal/find-exchanges.ts'
import type { ExchangeFilter } from '../journal/find-exchanges.ts'
import { toJournalEntry } from '../journal/to-journal-entry.ts'
import { createUnknown } from '../validation/create-unknown.ts'
import { withViolations } from '../validation/with-violations.ts'
import { worldOf } from './admin-options.ts'
import type { AdminOptions } from './admin-options.ts'
import { closed, INSTANT, noContent, nullable } from './schema.ts'

/** The journal of a world: each request with its response. */
export const requestRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  const operations = new Set(options.contracts.flatMap(contract => contract.operations.map(({ id }) => id)))

  app.get<{ Querystring: ExchangeFilter }>('/requests', { schema: listRequests }, async request => {
    refuseUnknownOperation(request.query.operation, operations)
    const { store } = worldOf(request, options)
    const { exchanges, more } = findExchanges(store.exchanges(), request.query)
    return { requests: exchanges.map(toJournalEntry), more, dropped: store.droppedExchanges() }
  })

  app.delete('/requests', { schema: deleteRequests }, async (request, reply) => {
    worldOf(request, options).store.deleteExchanges()
    return reply.code(204).send()
  })

  app.get<{ Params: { id: string } }>('/requests/:id', { schema: readRequest }, async request => {
    const { id } = request.params
    const exchange = worldOf(request, options).store.exchanges().find(exchange => exchange.id === id)
    if (exchange === undefined) throw new UnknownExchange(id)
    return toJournalEntry(exchange)
  })
}

function refuseUnknownOperation (operation: string | undefined, known: ReadonlySet<string>): void {
  if (operation === undefined || known.has(operation)) return
  throw withViolations(InvalidRequest, [createUnknown({ in: 'query', pointer: '/operation' }, { what: 'an operation', word: operation, known })])
}

const SOURCE = { type: 'string', enum: ['stub', 'simulation', 'fixture', 'example', 'generated', 'refusal'] }

const HEADERS = { type: 'object', additionalProperties: true, description: 'By name; credentials are masked.' }

const BODY = {
  body: { description: 'The body, credentials masked; absent where it was empty or cannot be shown.' },
  note: { type: 'string', description: 'Why the body is not shown, or not all of it.' }
}

const VIOLATIONS = { type: 'array', items: { $ref: 'Violation#' }, description: 'Where it breaks the contract.' }

/** The schema of an exchange. */
export const EXCHANGE = {
  $id: 'Exchange',
  ...closed('One request with its response.', {
    id: { type: 'string' },
    at: { ...INSTANT, description: 'When it came, by the clock of the world.' },
    realAt: { ...INSTANT, description: 'When it came, by the real clock.' },
    tookMs: { type: 'number', minimum: 0, description: 'How long it took, in real milliseconds.' },
    operation: nullable({ type: 'string', description: 'The id of the operation; null where the request found none.' }),
    source: { ...SOURCE, description: 'What answered it; `refusal` is the word of the stand-in on a request that is not valid.' },
    stub: nullable({ type: 'string', description: 'The id of the stub that answered.' }),
    request: closed('The request.', { method: { type: 'string' }, url: { type: 'string' }, headers: HEADERS, violations: VIOLATIONS, ...BODY }, ['body', 'note']),
    response: closed('The response.', { status: { type: 'integer' }, headers: HEADERS, violations: VIOLATIONS, ...BODY }, ['body', 'note'])
  })
}

const listRequests = {
  operationId: 'listRequests',
  tags: ['requests'],
  summary: 'List the latest requests',
  description: 'Each parameter narrows the list.',
  querystring: closed('Which requests.', {
    operation: { type: 'string', description: 'The id of an operation.' },
    status: { type: 'integer', minimum: 100, maximum: 599, description: 'The status of the response.' },
    source: { ...SOURCE, description: 'What answered.' },
    method: { type: 'string', description: 'The method of the request.' },
    violations: { type: 'boolean', description: '`true`: either side broke the contract; `false`: neither did.' },
    limit: { type: 'integer', minimum: 1, maximum: 1000, default: 100, description: 'How many, the latest.' },
    before: { type: 'string', description: 'The id of an exchange: only those before it.' }
  }, ['operation', 'status', 'source', 'method', 'violations', 'limit', 'before']),
  response: {
    200: closed('A page of the journal.', {
      requests: { type: 'array', items: { $ref: 'Exchange#' }, description: 'Oldest first.' },
      more: { type: 'boolean', description: 'Whether there are earlier ones: ask with `before` for them.' },
      dropped: { type: 'integer', minimum: 0, description: 'How many exchanges of this world were dropped to make room.' }
    })
  }
}

const deleteRequests = { operationId: 'deleteRequests', tags: ['requests'], summary: 'Empty the journal', response: noContent('The journal is empty.') }

const readRequest = {
  operationId: 'readRequest',
  tags: ['requests'],
  summary: 'Read a request with its response',
  params: closed('Which exchange.', { id: { type: 'string', description: 'The id of the exchange.' } }),
  response: { 200: { $ref: 'Exchange#', description: 'The exchange.' } }
}
