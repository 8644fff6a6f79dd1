import type { FastifyInstance } from 'fastify'
import { EXCHANGE, UNMATCHED } from './exchange-schemas.ts'
import { OPERATION } from './operation-routes.ts'
import { RESOURCE } from './resource-schemas.ts'
import { closed, INSTANT } from '../schemas/closed.ts'
import { RUNNING_SCENARIO, SCENARIO } from './scenario-schemas.ts'
import { SETTINGS } from '../scenarios/settings-schemas.ts'
import { DELIVERY } from './show-delivery.ts'
import { STUB } from '../scenarios/stub-schemas.ts'

/** Adds the schemas that are spoken of by name. A plugin that added its own would be given the framework's validator in the place of ours. */
export function addComponents (app: FastifyInstance): void {
  for (const schema of [
    PROBLEM,
    VIOLATION,
    CLOCK,
    RESOURCE_NAME,
    OPERATION,
    STUB,
    SCENARIO,
    RUNNING_SCENARIO,
    RESOURCE,
    EXCHANGE,
    UNMATCHED,
    DELIVERY,
    SETTINGS
  ]) {
    app.addSchema(schema)
  }
}

const VIOLATION = {
  $id: 'Violation',
  ...closed(
    'Where a message breaks its contract, what was expected, and what came.',
    {
      in: {
        type: 'string',
        enum: ['path', 'query', 'header', 'cookie', 'body', 'status'],
        description: 'The part of the message.'
      },
      pointer: {
        type: 'string',
        description: 'JSON pointer (RFC 6901) within that part; empty for the part as a whole.'
      },
      rule: {
        type: 'string',
        description:
          'The rule that was broken: a keyword of JSON Schema, or a word such as `required` or `malformed`.'
      },
      expected: { type: 'string', description: 'What was expected, to be read after "must".' },
      actual: {
        type: 'string',
        description: 'What came, as short JSON; absent where nothing came.'
      },
      message: { type: 'string', description: 'All of it in a sentence.' }
    },
    ['actual']
  )
}

const PROBLEM = {
  $id: 'Problem',
  ...closed(
    'What went wrong (RFC 9457).',
    {
      type: { type: 'string', const: 'about:blank' },
      title: { type: 'string', description: 'The phrase of the status.' },
      status: { type: 'integer', minimum: 400, maximum: 599 },
      detail: { type: 'string', description: 'What could not be done, and what to do about it.' },
      code: { type: 'string', pattern: '^STANDIN_[A-Z_]+$', description: 'Never changes.' },
      violations: {
        type: 'array',
        items: { $ref: 'Violation#' },
        description: 'Everything that is wrong with the request.'
      }
    },
    ['violations']
  )
}

const CLOCK = {
  $id: 'Clock',
  ...closed('The clock of a world.', {
    now: { ...INSTANT, description: 'The time of the world.' },
    mode: {
      type: 'string',
      enum: ['running', 'frozen'],
      description: '`running` is real time plus an offset, `frozen` stands still until it is moved.'
    }
  })
}

const RESOURCE_NAME = {
  $id: 'ResourceName',
  ...closed('Which resource is meant.', {
    type: { type: 'string', description: 'Such as `mews.Export`.' },
    id: { type: 'string' }
  })
}
