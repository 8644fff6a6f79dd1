import { FAULTS } from '../messages/fault.ts'
import { closed, INSTANT, nullable } from '../schemas/closed.ts'

/** The schema of a source: what replied to a request. */
export const SOURCE = {
  type: 'string',
  enum: ['stub', 'module', 'simulation', 'fixture', 'example', 'generated', 'proxy', 'refusal']
}

/** The schema of a state: whether the response was sent. */
export const STATE = { type: 'string', enum: ['answered', 'pending'] }

const STATUS = nullable({ type: 'integer', description: 'Null while the response is still due.' })

const REQUEST_HEADERS = {
  type: 'object',
  additionalProperties: true,
  description: 'By name; credentials are masked.'
}

const RESPONSE_HEADERS = {
  type: 'object',
  additionalProperties: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
  description: 'By name, a list where there are several of one name; credentials are masked.'
}

const BODY = {
  body: {
    description: 'The body, credentials masked; absent if it is empty or not shown.'
  },
  note: { type: 'string', description: 'Why the body is cut or not shown.' }
}

const VIOLATIONS = {
  type: 'array',
  items: { $ref: 'Violation#' },
  description: 'The violations of the contract.'
}

const MEMBERS = {
  id: {
    type: 'string',
    description: 'The number of the exchange in the world; `w` and a number where the response had to wait.'
  },
  world: { type: 'string', description: 'The name of the world.' },
  at: { ...INSTANT, description: 'When the request came, by the clock of the world.' },
  realAt: { ...INSTANT, description: 'When the request came, in real time.' },
  tookMs: {
    type: 'number',
    minimum: 0,
    description: 'How long the response took, in real milliseconds; so far, where it is pending.'
  },
  state: { ...STATE, description: '`pending` while the response is still due.' },
  operation: nullable({
    type: 'string',
    description: 'The id of the operation; null if the request matched none.'
  }),
  source: nullable({
    ...SOURCE,
    description: 'What replied. `proxy`: the service that the request was passed on to; `refusal`: the server ' +
      'rejected the request; null while that is not decided.'
  }),
  stub: nullable({
    type: 'string',
    description: 'The id of the stub that replied, or that changed the simulation.'
  }),
  example: nullable({
    type: 'string',
    description: 'The name of the fixture or the example in the response.'
  }),
  fault: nullable({
    type: 'string',
    enum: [...FAULTS, null],
    description: 'The fault that was injected into the response.'
  }),
  resource: nullable({
    $ref: 'ResourceName#',
    description: 'The one resource that the simulation created or found for the request.'
  }),
  trace: closed('The trace that the client goes on (W3C Trace Context); absent where there is none.', {
    traceId: { type: 'string', pattern: '^[0-9a-f]{32}$' },
    parentId: { type: 'string', pattern: '^[0-9a-f]{16}$', description: 'The id of the span of the client.' },
    sampled: { type: 'boolean', description: 'Whether the client records the trace.' },
    state: nullable({ type: 'string', description: 'What tracing systems add: `tracestate`.' })
  }),
  unchecked: {
    type: 'array',
    items: { type: 'string', enum: ['request', 'response'] },
    description: 'The messages that were passed on without a check of their bodies; absent where there are none.'
  },
  request: closed(
    'The request.',
    {
      method: { type: 'string' },
      url: { type: 'string' },
      headers: REQUEST_HEADERS,
      violations: VIOLATIONS,
      ...BODY
    },
    ['body', 'note']
  ),
  response: closed(
    'The response.',
    { status: STATUS, headers: RESPONSE_HEADERS, violations: VIOLATIONS, ...BODY },
    ['body', 'note']
  )
}

const OPTIONAL = ['trace', 'unchecked']

/** The schema of an exchange. */
export const EXCHANGE = { $id: 'Exchange', ...closed('One request with its response.', MEMBERS, OPTIONAL) }

/** The schema of an exchange that matched no operation. */
export const UNMATCHED = {
  $id: 'Unmatched',
  ...closed('A request that matched no operation, with its response.', {
    ...MEMBERS,
    nearest: {
      type: 'array',
      description: 'The nearest operations, nearest first. Empty where a hundred different requests came later.',
      items: closed('An operation.', {
        operation: { type: 'string', description: 'Its id.' },
        method: { type: 'string' },
        path: { type: 'string', description: 'Its path, as documented.' },
        why: { type: 'string', description: 'How the request differs.' }
      })
    }
  }, OPTIONAL)
}
