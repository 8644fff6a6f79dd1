import { DRIFT_FORMAT_NAMES } from '../drift/drift-format-names.ts'
import { DRIFT_KINDS } from '../drift/drift-kinds.ts'
import { closed, INSTANT, noContent, nullable } from '../schemas/closed.ts'

const COUNT = { type: 'integer', minimum: 0 }
const TEXT = { type: 'string' }
const SEVERITY = { type: 'string', enum: ['error', 'warning', 'note'] }

const PLACE = closed('The place in the file.', {
  file: TEXT,
  line: { type: 'integer', minimum: 1 },
  column: { type: 'integer', minimum: 1 }
})

const SAMPLE = closed(
  'One exchange that shows it, with credentials masked.',
  {
    method: TEXT,
    url: TEXT,
    status: { type: 'integer' },
    value: { ...TEXT, description: 'What came, as short JSON; absent where it was missing.' }
  },
  ['value']
)

const GROUP = closed('Equal differences between the service and its contract.', {
  kind: { type: 'string', enum: DRIFT_KINDS },
  severity: {
    ...SEVERITY,
    description: 'An error contradicts the contract, a warning goes beyond it, a note is of what was never seen.'
  },
  api: { ...TEXT, description: 'The name of the API.' },
  operation: nullable({ ...TEXT, description: 'The id of the operation; null for what belongs to none.' }),
  side: { type: 'string', enum: ['request', 'response'] },
  where: { ...TEXT, description: 'The place in the message, with `*` for the index of a list.' },
  message: { ...TEXT, description: 'The difference in a sentence. Credentials are masked.' },
  count: { ...COUNT, description: 'How many exchanges show it; 0 for what was never seen.' },
  first: nullable(INSTANT),
  last: nullable(INSTANT),
  sample: nullable(SAMPLE),
  pointer: { ...TEXT, description: 'JSON pointer in the document.' },
  place: nullable(PLACE)
})

const OVERLAY = closed('An OpenAPI overlay after which a contract says what was seen.', {
  api: TEXT,
  file: { ...TEXT, description: 'The file of the document.' },
  overlay: { type: 'object', description: 'An OpenAPI Overlay 1.0 document.', additionalProperties: true },
  left: { type: 'array', items: TEXT, description: 'The differences that it does not take away, with the reasons.' }
})

/** The schema of a drift report. */
export const DRIFT = {
  $id: 'Drift',
  ...closed('Where the service that requests are passed on to and the contracts differ.', {
    version: { type: 'integer', const: 1, description: 'The version of this form.' },
    tool: closed('What made the report.', { name: { type: 'string', const: 'standin' }, version: TEXT }),
    apis: { type: 'array', items: closed('A contract.', { name: TEXT, file: TEXT }) },
    exchanges: closed('What was compared.', {
      compared: COUNT,
      files: { ...COUNT, description: 'How many pages and files were fetched that are no part of an API.' },
      elsewhere: {
        type: 'object',
        description: 'How many exchanges were with other hosts, by the host.',
        additionalProperties: COUNT
      },
      first: nullable(INSTANT),
      last: nullable(INSTANT)
    }),
    summary: closed('How many differences there are.', { error: COUNT, warning: COUNT, note: COUNT }),
    groups: { type: 'array', items: GROUP },
    overlays: { type: 'array', items: OVERLAY },
    leftOut: {
      type: 'object',
      description: 'How many differences are not listed because there are too many others, by kind.',
      properties: Object.fromEntries(DRIFT_KINDS.map(kind => [kind, COUNT])),
      additionalProperties: false
    }
  })
}

/** The media types of the other formats. */
const TEXTS = [
  'text/html',
  'application/sarif+json',
  'application/xml',
  'text/markdown',
  'text/plain',
  'application/yaml'
]

export const readDrift = {
  operationId: 'readDrift',
  tags: ['drift'],
  summary: 'Get the drift',
  description:
    'Returns where the service that requests are passed on to and the contracts differ, since the server started, ' +
    'its documents were loaded again or the drift was reset, in all worlds. The request of a response 4xx or 5xx ' +
    'is not held to the contract.',
  querystring: closed(
    'Options.',
    { format: { type: 'string', enum: DRIFT_FORMAT_NAMES, description: 'How the report is written.' } },
    ['format']
  ),
  response: {
    200: {
      description: 'The drift.',
      content: {
        'application/json': { schema: { $ref: 'Drift#' } },
        ...Object.fromEntries(TEXTS.map(type => [type, { schema: { type: 'string' } }]))
      }
    }
  }
}

export const deleteDrift = {
  operationId: 'deleteDrift',
  tags: ['drift'],
  summary: 'Reset the drift',
  description: 'Begins to compare anew.',
  response: noContent('Nothing is compared so far.')
}
