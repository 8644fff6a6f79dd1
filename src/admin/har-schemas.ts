import { closed, INSTANT, nullable } from '../schemas/closed.ts'
import { WORLD_NAME } from '../worlds/worlds.ts'
import { SOURCE } from './exchange-schemas.ts'
import { filterSchema, MEMBERS } from './request-schemas.ts'

const TEXT = { type: 'string' }
const COUNT = { type: 'integer', minimum: -1, description: 'In bytes; -1 where it is not known.' }
const PAIRS = { type: 'array', items: closed('A name and its value.', { name: TEXT, value: TEXT }) }
const VIOLATIONS = { type: 'array', items: { $ref: 'Violation#' } }

const COOKIES = {
  type: 'array',
  items: closed(
    'A cookie.',
    { name: TEXT, value: TEXT, path: TEXT, domain: TEXT, httpOnly: { type: 'boolean' }, secure: { type: 'boolean' } },
    ['path', 'domain', 'httpOnly', 'secure']
  )
}

const COMMENT = { ...TEXT, description: 'Why the body is cut or not there.' }
const MESSAGE = { httpVersion: TEXT, cookies: COOKIES, headers: PAIRS, headersSize: COUNT, bodySize: COUNT }

const POST_DATA = closed(
  'The body of the request.',
  {
    mimeType: TEXT,
    text: TEXT,
    params: {
      type: 'array',
      items: closed('A field of a multipart form.', { name: TEXT, value: TEXT })
    },
    _encoding: { ...TEXT, const: 'base64' },
    comment: COMMENT
  },
  ['text', 'params', '_encoding', 'comment']
)

const CONTENT = closed(
  'The body of the response.',
  { size: COUNT, mimeType: TEXT, text: TEXT, encoding: { ...TEXT, const: 'base64' }, comment: COMMENT },
  ['text', 'encoding', 'comment']
)

const FACTS = closed('What HAR does not know.', {
  id: TEXT,
  world: TEXT,
  at: { ...INSTANT, description: 'When the request came, by the clock of the world.' },
  operation: nullable(TEXT),
  source: nullable(SOURCE),
  stub: nullable(TEXT),
  example: nullable(TEXT),
  fault: nullable(TEXT),
  test: { ...nullable(TEXT), description: 'The name that the request gives to its test.' },
  pending: { type: 'boolean', description: 'Whether the response is still due.' },
  requestViolations: VIOLATIONS,
  responseViolations: VIOLATIONS
})

const ENTRY = closed('One request with its response.', {
  startedDateTime: { ...INSTANT, description: 'When the request came, in real time.' },
  time: { type: 'number', minimum: 0, description: 'How long the response took, in real milliseconds.' },
  request: closed(
    'The request.',
    { method: TEXT, url: TEXT, queryString: PAIRS, postData: POST_DATA, ...MESSAGE },
    ['postData']
  ),
  response: closed('The response.', {
    status: { type: 'integer', description: '0 while the response is still due.' },
    statusText: TEXT,
    content: CONTENT,
    redirectURL: TEXT,
    ...MESSAGE
  }),
  cache: closed('Empty.', {}),
  timings: closed('Their sum is `time`.', {
    send: { type: 'number' },
    wait: { type: 'number' },
    receive: { type: 'number' }
  }),
  _standin: FACTS
})

/** The schema of a HAR file. */
export const HAR = {
  $id: 'Har',
  ...closed('A HAR file, version 1.2.', {
    log: closed('The recording.', {
      version: { ...TEXT, const: '1.2' },
      creator: closed('The server.', { name: TEXT, version: TEXT }),
      pages: { type: 'array', maxItems: 0 },
      entries: { type: 'array', items: ENTRY, description: 'In the order in which the requests came.' }
    })
  })
}

export const readHarSchema = {
  operationId: 'readHar',
  tags: ['requests'],
  summary: 'Export requests as HAR',
  description:
    'Returns the exchanges that match all filters as a HAR file (version 1.2), as tools of browsers read it. ' +
    'Credentials are masked. The member `_standin` of an entry has the operation, the source of the response, and ' +
    `the violations; a response that is still due has the status 0. ${MEMBERS}`,
  querystring: filterSchema({
    world: {
      type: 'string',
      pattern: `^${WORLD_NAME}$`,
      description: 'The name of the world; by default the one that the request names.'
    },
    all: { type: 'boolean', default: false, description: 'Whether the exchanges of all worlds are exported.' },
    ids: { type: 'string', description: 'The ids of exchanges, with commas between: `1,2,w3`.' },
    test: { type: 'string', description: 'The name that requests give to their test by `X-Standin-Test`.' },
    masked: {
      type: 'boolean',
      default: true,
      description: '`false` has everything as it was sent, credentials too.'
    }
  }),
  response: {
    200: { $ref: 'Har#', description: 'The HAR file.' }
  }
}
