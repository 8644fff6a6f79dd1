import { MEMBER_NAME } from '../journal/member-filter.ts'
import { SOURCE, STATE } from './exchange-schemas.ts'
import { closed, noContent } from '../schemas/closed.ts'
import type { Schema } from '../schemas/schema.ts'

const FILTER = {
  operation: { type: 'string', description: 'The id of an operation.' },
  status: {
    type: 'integer',
    minimum: 100,
    maximum: 599,
    description: 'The status of the response.'
  },
  source: { ...SOURCE, description: 'What replied.' },
  stub: { type: 'string', description: 'The id of the stub that replied.' },
  method: { type: 'string', description: 'The method of the request.' },
  state: { ...STATE, description: '`pending`: the response is still due.' },
  violations: {
    type: 'boolean',
    description: '`true`: either side broke the contract; `false`: neither did.'
  }
}

/** Describes the filters by members of requests. */
export const MEMBERS =
  'A member of the request is a filter, too, by its part and JSON pointer: ' +
  '`body./EntityType=Payment`, `query./page=2`, `headers./accept=text/csv`.'

const PENDING =
  'A request whose response is still due, for a delay, a handler that takes time or a fault that never answers, is ' +
  'listed with the state `pending` until it is answered or its client has gone.'

const DROPPED = {
  type: 'integer',
  minimum: 0,
  description: 'How many exchanges were dropped to make room.'
}

/** Returns the schema of a query with optional filters and members of requests. */
export function filterSchema (more: Readonly<Record<string, Schema>>): Schema {
  const parameters = { ...FILTER, ...more }
  return {
    ...closed('Filters.', parameters, Object.keys(parameters)),
    patternProperties: { [MEMBER_NAME]: { type: 'string' } }
  }
}

export const listRequests = {
  operationId: 'listRequests',
  tags: ['requests'],
  summary: 'List requests',
  description: `Returns the latest exchanges that match all filters. ${PENDING} ${MEMBERS}`,
  querystring: filterSchema({
    limit: {
      type: 'integer',
      minimum: 1,
      maximum: 1000,
      default: 100,
      description: 'How many exchanges: the latest.'
    },
    before: {
      type: 'string',
      description: 'The id of an exchange: only earlier ones are returned.'
    },
    after: {
      type: 'string',
      description: 'The id of an exchange: only later ones are returned, all where the journal does not have it.'
    }
  }),
  response: {
    200: closed('A page of the journal.', {
      requests: {
        type: 'array',
        items: { $ref: 'Exchange#' },
        description: 'Oldest first; then those that are pending.'
      },
      more: {
        type: 'boolean',
        description: 'Whether there are earlier exchanges, to be requested with `before`.'
      },
      dropped: DROPPED
    })
  }
}

export const deleteRequests = {
  operationId: 'deleteRequests',
  tags: ['requests'],
  summary: 'Clear the journal',
  response: noContent('The journal was cleared.')
}

export const listUnmatchedRequests = {
  operationId: 'listUnmatchedRequests',
  tags: ['requests'],
  summary: 'List unmatched requests',
  response: {
    200: closed('The requests.', {
      requests: { type: 'array', items: { $ref: 'Unmatched#' }, description: 'Oldest first.' },
      dropped: DROPPED
    })
  }
}

const EVENTS =
  'Sends server-sent events: `exchange` with a request and its response, under the id of the ' +
  'exchange; `pending` with a request whose response is still due, to which an `exchange` of the same `id` in ' +
  'its data follows; `dropped` with the `count` of exchanges that were dropped before they could be sent.'

export const streamRequests = {
  operationId: 'streamRequests',
  tags: ['requests'],
  summary: 'Stream requests',
  description: `${EVENTS} ${MEMBERS}`,
  querystring: filterSchema({
    after: {
      type: 'string',
      description: 'The id of an exchange: later ones are sent first. `0` sends the whole journal.'
    }
  }),
  headers: {
    type: 'object',
    properties: {
      'last-event-id': {
        type: 'string',
        description: 'The same as `after`; browsers send it when they reconnect.'
      }
    }
  },
  response: {
    200: {
      description: 'Events until the world or the server ends.',
      content: { 'text/event-stream': { schema: { type: 'string' } } }
    }
  }
}

export const readRequest = {
  operationId: 'readRequest',
  tags: ['requests'],
  summary: 'Get a request',
  params: closed('The exchange.', {
    id: { type: 'string', description: 'The id of the exchange.' }
  }),
  response: { 200: { $ref: 'Exchange#', description: 'The exchange.' } }
}
