import { isObject } from '../documents/is-object.ts'
import { FAULTS } from '../messages/fault.ts'
import { closed, nullable } from '../schemas/closed.ts'
import type { Schema } from '../schemas/closed.ts'

const DURATION = { type: 'string', description: 'An ISO 8601 duration, such as `PT5S`.' }

const PROGRESSION = {
  description: 'What moves resources on: the clock, so many reads for a step, or only this API.',
  anyOf: [
    { type: 'string', enum: ['clock', 'manual'] },
    closed('By reads.', { polls: { type: 'integer', minimum: 1 } })
  ]
}

function mapOf (description: string, values: Schema): Schema {
  return { description, type: 'object', additionalProperties: values }
}

const RESOURCE_SETTINGS = closed(
  'How resources of a type live.',
  {
    lifecycle: { type: 'string', description: 'The way that they take through their statuses.' },
    progression: PROGRESSION,
    durations: mapOf('How long a status lasts, by status.', DURATION),
    files: closed(
      'Their files.',
      {
        count: { type: 'integer', minimum: 0, maximum: 1000, description: 'How many each has.' },
        repeat: {
          type: 'integer',
          minimum: 0,
          maximum: 10_000_000,
          description: 'How often the rows of a file are repeated in it.'
        }
      },
      ['count', 'repeat']
    )
  },
  ['lifecycle', 'progression', 'durations', 'files']
)

const LIMIT_SETTINGS = closed(
  'A limit.',
  {
    enabled: { type: 'boolean' },
    max: { type: 'integer', minimum: 0, description: 'How many uses a window allows.' },
    per: { ...DURATION, description: 'How long a window is, as an ISO 8601 duration.' }
  },
  ['enabled', 'max', 'per']
)

const OPERATION_SETTINGS = closed(
  'What is answered to every request of an operation, as if each asked for it with `Prefer`. What a request asks for itself goes before it.',
  {
    code: {
      type: 'integer',
      minimum: 100,
      maximum: 599,
      description: 'A documented status: its first example, or a generated body.'
    },
    example: { type: 'string', description: 'The name of an example or a fixture.' },
    dynamic: { type: 'boolean', description: 'Whether the body is generated.' },
    delay: {
      type: ['number', 'string'],
      minimum: 0,
      maximum: 3_600_000,
      description:
        'How long the answer waits, whatever answers: real milliseconds, or an ISO 8601 duration such as `PT0.5S`.'
    },
    fault: {
      type: 'string',
      enum: FAULTS,
      description: 'What goes wrong with the connection, whatever answers.'
    }
  },
  ['code', 'example', 'dynamic', 'delay', 'fault']
)

const MEMBERS = closed('What is set for a world as a whole.', {
  delayMs: {
    type: 'number',
    minimum: 0,
    maximum: 3_600_000,
    description: 'How long every answer of the APIs waits, in real milliseconds.'
  },
  progression: PROGRESSION,
  resources: mapOf('By type of resource, such as `mews.Export`.', RESOURCE_SETTINGS),
  limits: mapOf('By limit, such as `mews.requests`.', LIMIT_SETTINGS),
  credentials: mapOf(
    'The credentials that are accepted, by scheme, such as `vcf.bearer`; any is accepted for a scheme that is not listed.',
    { type: 'array', items: { type: 'string' } }
  ),
  scopes: mapOf(
    'The scopes of tokens that are no JWTs, or say nothing of scopes, by scheme, such as `shop.oauth`; tokens of a scheme that is not listed have all.',
    { type: 'array', items: { type: 'string' } }
  ),
  operations: mapOf('By operation, such as `mews.addExport`.', OPERATION_SETTINGS),
  webhooks: mapOf('Where webhooks go, by webhook, such as `tally.reportReady`.', {
    type: 'string',
    description: 'An http or https URL.'
  })
})

/** The schema of settings. */
export const SETTINGS = { $id: 'Settings', ...MEMBERS }

/** The schema of a change of settings: any member may be left out, or be null. */
export const SETTINGS_PATCH = {
  ...toPatch(MEMBERS),
  description: 'What is to change.',
  examples: [{ delayMs: 200 }]
}

function toPatch (schema: Schema): Schema {
  const { additionalProperties, properties, required, ...rest } = schema
  if (rest.type !== 'object') return schema
  return {
    ...rest,
    additionalProperties: isObject(additionalProperties)
      ? nullable(toPatch(additionalProperties))
      : false,
    ...(isObject(properties)
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, property]) => [
              name,
              nullable(isObject(property) ? toPatch(property) : {})
            ])
          )
        }
      : {})
  }
}
