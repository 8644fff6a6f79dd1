import { FAULTS } from '../messages/fault.ts'
import { closed } from '../schemas/closed.ts'
import type { Schema } from '../schemas/schema.ts'

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
  description: '`real`: in real time; `clock`: by the clock of the world.'
}

const TEXT = { type: ['string', 'number', 'boolean'] }

const ANY_SCHEMA = { type: ['object', 'boolean'], description: 'A JSON Schema.' }

const PARTS = ['path', 'query', 'headers', 'cookies', 'body']

const EVERY =
  'What a request must have; by default every request matches. Only the members that are given ' +
  'must match, unless the part is listed in `exact`.'

const REQUEST = {
  path: { ...ANY_OBJECT, description: 'Path parameters by name.' },
  query: ANY_OBJECT,
  headers: { ...ANY_OBJECT, description: 'Headers by name, in any case.' },
  cookies: ANY_OBJECT,
  body: {
    description:
      'Any JSON value. Only the given members of objects must match; lists must match item by item ' +
      'unless the part is listed in `anyOrder` or `contains`.'
  },
  exact: {
    type: 'array',
    items: { type: 'string', enum: ['path', 'query', 'cookies', 'body'] },
    description: 'The parts that must have no other members.'
  },
  anyOrder: {
    type: 'array',
    items: { type: 'string', enum: ['query', 'body'] },
    description: 'The parts whose lists match in any order: each item matches one of its own, and none is left over.'
  },
  contains: {
    type: 'array',
    items: { type: 'string', enum: ['query', 'body'] },
    description: 'The parts whose lists need to have only the given items, in any order and among others.'
  },
  schemas: optional(
    'JSON Schemas that parts must be valid against.',
    Object.fromEntries(PARTS.map(part => [part, ANY_SCHEMA]))
  )
}

/** The schema of a `when` without the state of the world. */
export const REQUEST_WHEN: Schema = optional(EVERY, REQUEST)

/** The schema of the `when` of a stub. */
const WHEN: Schema = optional(EVERY, {
  ...REQUEST,
  call: {
    description: 'Which of the matching requests are meant, counted from 1.',
    anyOf: [
      { type: 'integer', minimum: 1 },
      optional('A range.', {
        from: { type: 'integer', minimum: 1 },
        to: { type: 'integer', minimum: 1 }
      })
    ]
  },
  chance: {
    type: 'number',
    minimum: 0,
    maximum: 1,
    description: 'The share of the matching requests that are meant. ' +
      'Which these are follows from the seed of the world.'
  },
  resource: closed('The resource that the operation finds.', {
    status: {
      description: 'Its status, or a list of statuses.',
      anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }]
    }
  })
})

const REPLY_MEMBERS = {
  status: { type: 'integer', minimum: 200, maximum: 599 },
  headers: {
    type: 'object',
    additionalProperties: { anyOf: [TEXT, { type: 'array', minItems: 1, items: TEXT }] },
    description: 'Texts or numbers, by name. The values of a list are headers of their own, such as cookies.'
  },
  body: {
    description:
      'Any JSON value. Texts are templates: `$request.body#/uuid`, `{$now}`. `$$` at the start is ' +
      'a dollar sign.'
  },
  example: { type: 'string', description: 'The name of an example or a fixture for the status.' },
  generated: { type: 'boolean', description: 'Whether the body is generated from its schema.' },
  raw: {
    type: 'string',
    description: 'The text of the body, sent as it is: it is neither a template nor written as JSON.'
  },
  base64: { type: 'string', description: 'The bytes of the body, in base64.' },
  file: { type: 'string', description: 'A file below the folder of fixtures, such as `shop/label.pdf`.' },
  trickle: closed(
    'Sends the body in pieces.',
    {
      chunks: { type: 'integer', minimum: 2, description: 'The number of pieces.' },
      over: {
        ...TIME,
        description: 'The time from the first piece to the last: milliseconds or a duration.'
      },
      by: BY
    },
    ['by']
  )
}

const FAULT = {
  type: 'string',
  enum: FAULTS,
  description: 'The fault of the connection during the response.'
}

const REPLY = optional(
  'The reply; by default the first success that the operation documents. Its default body is the ' +
    'first example, or a generated one.',
  REPLY_MEMBERS
)

const DELAY = {
  description:
    'The delay of the response: milliseconds or a duration such as `PT0.5S` in real time, or a ' +
    'distribution.',
  anyOf: [
    TIME,
    optional('A distribution of delays.', {
      fixed: TIME,
      uniform: { type: 'array', items: TIME, description: 'The shortest and the longest delay.' },
      lognormal: closed('A log-normal distribution: a median with a long tail.', {
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
      'The steps of successive requests: a reply, a fault, or `simulation`, which leaves the request ' +
      'to the simulation. The stub ends after the last step.',
    items: {
      anyOf: [
        { type: 'string', enum: ['simulation'] },
        optional('A reply, a fault, or both.', { ...REPLY_MEMBERS, fault: FAULT })
      ]
    }
  },
  simulate: optional(
    'Instead of a reply: the lifecycle of the resource that the simulation creates.',
    {
      lifecycle: { type: 'string' },
      durations: {
        ...ANY_OBJECT,
        description: 'ISO 8601 durations by status.'
      },
      progression: {
        anyOf: [
          { type: 'string', enum: ['clock', 'manual'] },
          closed('A step every nth read.', { polls: { type: 'integer', minimum: 1 } })
        ]
      }
    }
  ),
  delay: DELAY,
  fault: FAULT,
  times: {
    type: 'integer',
    minimum: 1,
    description: 'How many requests it replies to; by default any number.'
  },
  priority: {
    type: 'integer',
    default: 0,
    description: 'The matching stub of the highest priority replies; among equals, the latest.'
  },
  before: {
    type: 'string',
    enum: ['validation', 'simulation'],
    description:
      'With `validation` it also answers requests that are invalid, lack credentials or exceed a limit, as an outage ' +
      'does. By default so do stubs for several operations that only reply with errors (400 and above) or have faults.'
  },
  contract: {
    type: 'string',
    enum: ['on', 'off'],
    default: 'on',
    description: '`off` allows a reply that breaks the contract.'
  }
}

const OPTIONAL = Object.keys(MEMBERS)

/** The schema of the likely mistakes in a stub or an expectation. */
export const WARNINGS = {
  type: 'array',
  items: { type: 'string' },
  description: 'Members and query parameters that the operation does not declare, with the nearest that it does.'
}

/** The schema of a stub. */
export const STUB = {
  $id: 'Stub',
  ...closed(
    'A scripted reply for the matching requests of an operation, of several, or of a path outside every document. ' +
      'Credentials are masked.',
    {
      id: { type: 'string' },
      operation: {
        type: 'string',
        description: 'The id of the operation; `mews.*` or `*` for several; ' +
          'method and path for a path outside every document.'
      },
      ...MEMBERS,
      used: { type: 'integer', minimum: 0, description: 'How many requests it has replied to.' },
      warnings: WARNINGS
    },
    [...OPTIONAL.filter(name => name !== 'contract'), 'warnings']
  )
}

/** The schema of a new stub. */
export const NEW_STUB: Schema = {
  ...closed(
    'The stub.',
    {
      operation: {
        description: 'The operation.',
        anyOf: [
          {
            type: 'string',
            description: 'Its id, such as `mews.addExport`; `mews.*` for all of an API, `*` for all operations.'
          },
          closed('Its method, and its path as documented. With `contract: off`, a path that no document has.', {
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

/** Returns the schema of an object whose members are all optional. */
function optional (description: string, properties: Readonly<Record<string, Schema>>): Schema {
  return closed(description, properties, Object.keys(properties))
}
