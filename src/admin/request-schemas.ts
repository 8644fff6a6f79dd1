import { MEMBER_NAME } from '../journal/member-filter.ts'
import { SOURCE } from './exchange-schemas.ts'
import { closed, noContent } from '../schemas/closed.ts'
import type { Schema } from '../schemas/closed.ts'

const FILTER = {
  operation: { type: 'string', description: 'The id of an operation.' },
  status: {
    type: 'integer',
    minimum: 100,
    maximum: 599,
    description: 'The status of the response.'
  },
  source: { ...SOURCE, description: 'What answered.' },
  stub: { type: 'string', description: 'The id of the stub that answered.' },
  method: { type: 'string', description: 'The method of the request.' },
  violations: {
    type: 'boolean',
    description: '`true`: either side broke the contract; `false`: neither did.'
  }
}

const MEMBERS =
  'So does a member of the request, by its part and its JSON pointer: `body./EntityType=Payment`, `query./page=2`, `headers./accept=text/csv`.'

const DROPPED = {
  type: 'integer',
  minimum: 0,
  description: 'How many exchanges of this world were dropped to make room.'
}

/** A query in which each parameter may be left out, and members of requests may be named. */
function filter (more: Readonly<Record<string, Schema>>): Schema {
  const parameters = { ...FILTER, ...more }
  return {
    ...closed('Which requests.', parameters, Object.keys(parameters)),
    patternProperties: { [MEMBER_NAME]: { type: 'string' } }
  }
}

export const listRequests = {
  operationId: 'listRequests',
  tags: ['requests'],
  summary: 'List the latest requests',
  description: `Each parameter narrows the list. ${MEMBERS}`,
  querystring: filter({
    limit: {
      type: 'integer',
      minimum: 1,
      maximum: 1000,
      default: 100,
      description: 'How many, the latest.'
    },
    before: { type: 'string', description: 'The id of an exchange: only those before it.' }
  }),
  response: {
    200: closed('A page of the journal.', {
      requests: { type: 'array', items: { $ref: 'Exchange#' }, description: 'Oldest first.' },
      more: {
        type: 'boolean',
        description: 'Whether there are earlier ones: ask with `before` for them.'
      },
      dropped: DROPPED
    })
  }
}

export const deleteRequests = {
  operationId: 'deleteRequests',
  tags: ['requests'],
  summary: 'Empty the journal',
  response: noContent('The journal is empty.')
}

export const listUnmatchedRequests = {
  operationId: 'listUnmatchedRequests',
  tags: ['requests'],
  summary: 'List the requests that found no operation, with the nearest ones',
  response: {
    200: closed('The requests.', {
      requests: { type: 'array', items: { $ref: 'Unmatched#' }, description: 'Oldest first.' },
      dropped: DROPPED
    })
  }
}

export const streamRequests = {
  operationId: 'streamRequests',
  tags: ['requests'],
  summary: 'Follow the requests as they come',
  description: `As server-sent events: \`exchange\` with a request and its response, the id of the event being that of the exchange; \`dropped\` where exchanges went before they could be sent, with their \`count\`. Each parameter narrows what is told. ${MEMBERS}`,
  querystring: filter({
    after: {
      type: 'string',
      description:
        'The id of an exchange: those after it that the journal still has come first. `0` for all of them.'
    }
  }),
  headers: {
    type: 'object',
    properties: {
      'last-event-id': {
        type: 'string',
        description: 'The same; browsers send it when they connect again.'
      }
    }
  },
  response: {
    200: {
      description: 'Events, until the world or the server ends.',
      content: { 'text/event-stream': { schema: { type: 'string' } } }
    }
  }
}

export const readRequest = {
  operationId: 'readRequest',
  tags: ['requests'],
  summary: 'Read a request with its response',
  params: closed('Which exchange.', {
    id: { type: 'string', description: 'The id of the exchange.' }
  }),
  response: { 200: { $ref: 'Exchange#', description: 'The exchange.' } }
}
