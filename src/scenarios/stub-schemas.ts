import { FAULTS } from '../messages/fault.ts'
import { closed } from '../schemas/closed.ts'
import type { Schema } from '../schemas/closed.ts'

const ANY_OBJECT = { type: 'object', additionalProperties: true }

const TIME = {
  type: ['number', 'string'],
  minimum: 0,
  description: 'Milliseconds, or an ISO 8601 duration such as `PT0.5S`.'
}

const BY = {
  type: 'string',
  enum: ['real', 'clock'],
  default: 'real',
  description: '`clock` waits until the clock of the world has moved that far.'
}

const ANY_SCHEMA = { type: ['object', 'boolean'], description: 'A JSON Schema.' }

const PARTS = ['path', 'query', 'headers', 'cookies', 'body']

const EVERY =
  'What a request must have; every request matches where it is left out. Each part is partial unless it is exact: only the members that are given must match.'

const REQUEST = {
  path: { ...ANY_OBJECT, description: 'By the names of the placeholders.' },
  query: ANY_OBJECT,
  headers: { ...ANY_OBJECT, description: 'Whatever the case of their names.' },
  cookies: ANY_OBJECT,
  body: {
    description:
      'Any JSON value. Of objects, the members that are given must match; lists must match item by item.'
  },
  exact: {
    type: 'array',
    items: { type: 'string', enum: ['path', 'query', 'cookies', 'body'] },
    description: 'The parts that must have nothing else.'
  },
  schemas: optional(
    'JSON Schemas that parts must fit.',
    Object.fromEntries(PARTS.map(part => [part, ANY_SCHEMA]))
  )
}

/** The schema of what a request must have, by itself. */
export const REQUEST_WHEN: Schema = optional(EVERY, REQUEST)

/** The schema of what a request must have for a stub to answer it. */
export const WHEN: Schema = optional(EVERY, {
  ...REQUEST,
  call: {
    description: 'Which of the requests that match all else it is for, counted from 1.',
    anyOf: [
      { type: 'integer', minimum: 1 },
      optional('From one to another.', {
        from: { type: 'integer', minimum: 1 },
        to: { type: 'integer', minimum: 1 }
      })
    ]
  },
  resource: closed('The resource that the operation finds.', {
    status: {
      description: 'Its status, or a list of those it may have.',
      anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }]
    }
  })
})

const REPLY_MEMBERS = {
  status: { type: 'integer', minimum: 200, maximum: 599 },
  headers: { ...ANY_OBJECT, description: 'By name; each a text or a number.' },
  body: {
    description:
      'Any JSON value. Texts are templates: `$request.body#/uuid`, `{$now}`; one that is to begin with a dollar sign begins with two.'
  },
  example: { type: 'string', description: 'The name of an example or a fixture of the status.' },
  generated: { type: 'boolean', description: 'Whether the body is drawn from its schema.' },
  trickle: closed(
    'Sends the body in pieces.',
    {
      chunks: { type: 'integer', minimum: 2, description: 'How many pieces.' },
      over: {
        ...TIME,
        description: 'When the last is sent, after the first: milliseconds or a duration.'
      },
      by: BY
    },
    ['by']
  )
}

const FAULT = {
  type: 'string',
  enum: FAULTS,
  description: 'What goes wrong with the connection while it is answered.'
}

const REPLY = optional(
  'What is answered; the best success that the operation documents where it is left out. Without a body, an example and generation, it is the first example, or a generated one.',
  REPLY_MEMBERS
)

const DELAY = {
  description:
    'How long the answer waits: milliseconds or a duration such as `PT0.5S`, of real time; or how it is drawn, and by which clock it goes.',
  anyOf: [
    TIME,
    optional('How it is drawn.', {
      fixed: TIME,
      uniform: { type: 'array', items: TIME, description: 'The shortest and the longest.' },
      lognormal: closed('Around a median, with a long tail.', {
        median: TIME,
        sigma: { type: 'number', minimum: 0, maximum: 10 }
      }),
      by: BY
    })
  ]
}

const MEMBERS = {
  when: WHEN,
  reply: REPLY,
  sequence: {
    type: 'array',
    description:
      'What its uses answer, in order: a reply, a fault, or `simulation`, which leaves the request to the next source. After the last step the stub is used up.',
    items: {
      anyOf: [
        { type: 'string', enum: ['simulation'] },
        optional('A reply, a fault, or both.', { ...REPLY_MEMBERS, fault: FAULT })
      ]
    }
  },
  simulate: optional(
    'Instead of a reply: which way a resource takes that the simulation creates for the request.',
    {
      lifecycle: { type: 'string' },
      durations: {
        ...ANY_OBJECT,
        description: 'How long each status lasts, as ISO 8601 durations.'
      },
      progression: {
        anyOf: [
          { type: 'string', enum: ['clock', 'manual'] },
          closed('A step with every nth read.', { polls: { type: 'integer', minimum: 1 } })
        ]
      }
    }
  ),
  delay: DELAY,
  fault: FAULT,
  times: {
    type: 'integer',
    minimum: 1,
    description: 'How many requests it answers; any number where it is left out.'
  },
  priority: {
    type: 'integer',
    default: 0,
    description: 'Higher goes first; among equals the latest.'
  },
  contract: {
    type: 'string',
    enum: ['on', 'off'],
    default: 'on',
    description: '`off` lets the reply break the contract.'
  }
}

const OPTIONAL = Object.keys(MEMBERS)

/** The schema of a stub. */
export const STUB = {
  $id: 'Stub',
  ...closed(
    'What is scripted for the requests of one operation that match. Credentials are masked.',
    {
      id: { type: 'string' },
      operation: { type: 'string', description: 'The id of the operation.' },
      ...MEMBERS,
      used: { type: 'integer', minimum: 0, description: 'How many requests it has answered.' }
    },
    OPTIONAL.filter(name => name !== 'contract')
  )
}

/** The schema of a stub that is sent. */
export const NEW_STUB: Schema = {
  ...closed(
    'The stub.',
    {
      operation: {
        description: 'Which operation it answers for.',
        anyOf: [
          { type: 'string', description: 'Its id, such as `mews.addExport`.' },
          closed('Its method and path, the path as its document has it.', {
            method: { type: 'string' },
            path: { type: 'string' }
          })
        ]
      },
      ...MEMBERS
    },
    OPTIONAL
  ),
  examples: [
    {
      operation: 'mews.addExport',
      when: { body: { EntityType: 'OrderItem' } },
      reply: { status: 500, body: { Message: 'Try again' } },
      times: 1
    }
  ]
}

/** The schema of an object that has none but these members, and may have none at all. */
function optional (description: string, properties: Readonly<Record<string, Schema>>): Schema {
  return closed(description, properties, Object.keys(properties))
}
