import { FAULTS } from '../messages/fault.ts'
import { closed, INSTANT, nullable } from '../schemas/closed.ts'

/** What may have answered. */
export const SOURCE = {
  type: 'string',
  enum: ['stub', 'module', 'simulation', 'fixture', 'example', 'generated', 'refusal']
}

const HEADERS = {
  type: 'object',
  additionalProperties: true,
  description: 'By name; credentials are masked.'
}

const BODY = {
  body: {
    description: 'The body, credentials masked; absent where it was empty or cannot be shown.'
  },
  note: { type: 'string', description: 'Why the body is not shown, or not all of it.' }
}

const VIOLATIONS = {
  type: 'array',
  items: { $ref: 'Violation#' },
  description: 'Where it breaks the contract.'
}

const MEMBERS = {
  id: { type: 'string', description: 'Counts up with each exchange of the world.' },
  world: { type: 'string', description: 'The name of the world.' },
  at: { ...INSTANT, description: 'When it came, by the clock of the world.' },
  realAt: { ...INSTANT, description: 'When it came, by the real clock.' },
  tookMs: { type: 'number', minimum: 0, description: 'How long it took, in real milliseconds.' },
  operation: nullable({
    type: 'string',
    description: 'The id of the operation; null where the request found none.'
  }),
  source: {
    ...SOURCE,
    description:
      'What answered it; `refusal` is the word of the stand-in on a request that is not valid.'
  },
  stub: nullable({
    type: 'string',
    description: 'The id of the stub that answered, or had its say in how.'
  }),
  example: nullable({
    type: 'string',
    description: 'The name of the fixture or the example that was answered with.'
  }),
  fault: nullable({
    type: 'string',
    enum: [...FAULTS, null],
    description: 'What went wrong on purpose while it was sent.'
  }),
  request: closed(
    'The request.',
    {
      method: { type: 'string' },
      url: { type: 'string' },
      headers: HEADERS,
      violations: VIOLATIONS,
      ...BODY
    },
    ['body', 'note']
  ),
  response: closed(
    'The response.',
    { status: { type: 'integer' }, headers: HEADERS, violations: VIOLATIONS, ...BODY },
    ['body', 'note']
  )
}

/** The schema of an exchange. */
export const EXCHANGE = { $id: 'Exchange', ...closed('One request with its response.', MEMBERS) }

/** The schema of an exchange that found no operation. */
export const UNMATCHED = {
  $id: 'Unmatched',
  ...closed('A request that found no operation, with its response.', {
    ...MEMBERS,
    nearest: {
      type: 'array',
      description: 'The operations that it comes nearest to, the nearest first.',
      items: closed('An operation.', {
        operation: { type: 'string', description: 'Its id.' },
        method: { type: 'string' },
        path: { type: 'string', description: 'As its document has it.' },
        why: { type: 'string', description: 'What is different.' }
      })
    }
  })
}
