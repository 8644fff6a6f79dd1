import type { FastifyInstance } from 'fastify'
import { COVERAGE } from './coverage-schemas.ts'
import { DRIFT } from './drift-schemas.ts'
import { DUMP } from '../dumps/dump-schema.ts'
import { EVENT } from './event-schemas.ts'
import { EXCHANGE, UNMATCHED } from './exchange-schemas.ts'
import { HAR } from './har-schemas.ts'
import { OPERATION } from './operation-routes.ts'
import { RESOURCE } from './resource-schemas.ts'
import { closed, INSTANT } from '../schemas/closed.ts'
import { RUNNING_SCENARIO, SCENARIO } from './scenario-schemas.ts'
import { SETTINGS } from '../scenarios/settings-schemas.ts'
import { EXPLANATION } from './why-schemas.ts'
import { DELIVERY } from './show-delivery.ts'
import { STUB } from '../scenarios/stub-schemas.ts'

/**
 * Adds the schemas that are referenced by name. They are added in one place because a plugin that
 * adds its own gets Fastify's validator instead of ours.
 */
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
    EXPLANATION,
    DELIVERY,
    EVENT,
    DUMP,
    HAR,
    SETTINGS,
    COVERAGE,
    DRIFT
  ]) {
    app.addSchema(schema)
  }
}

const VIOLATION = {
  $id: 'Violation',
  ...closed(
    'A place where a message breaks its contract.',
    {
      in: {
        type: 'string',
        enum: ['path', 'query', 'header', 'cookie', 'body', 'status'],
        description: 'The part of the message.'
      },
      pointer: {
        type: 'string',
        description: 'A JSON pointer (RFC 6901) within that part; empty for the whole part.'
      },
      rule: {
        type: 'string',
        description: 'The broken rule: a JSON Schema keyword, or a word such as `malformed`.'
      },
      expected: { type: 'string', description: 'What was expected, to be read after "must".' },
      actual: {
        type: 'string',
        description: 'The value that came, as short JSON; absent if none came.'
      },
      message: { type: 'string', description: 'The violation as a sentence.' }
    },
    ['actual']
  )
}

const PROBLEM = {
  $id: 'Problem',
  ...closed(
    'Problem details (RFC 9457).',
    {
      type: { type: 'string', const: 'about:blank' },
      title: { type: 'string', description: 'The reason phrase of the status.' },
      status: { type: 'integer', minimum: 400, maximum: 599 },
      detail: { type: 'string', description: 'What went wrong and how to fix it.' },
      code: {
        type: 'string',
        pattern: '^STANDIN_[A-Z_]+$',
        description: 'The error code, which never changes.'
      },
      violations: {
        type: 'array',
        items: { $ref: 'Violation#' },
        description: 'Every violation of the request.'
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
      description: '`running`: real time plus an offset; `frozen`: only moves when it is advanced.'
    }
  })
}

const RESOURCE_NAME = {
  $id: 'ResourceName',
  ...closed('The type and the id of a resource.', {
    type: { type: 'string', description: 'Such as `mews.Export`.' },
    id: { type: 'string' }
  })
}
