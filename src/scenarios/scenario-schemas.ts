import { closed, nullable } from '../schemas/closed.ts'
import type { Schema } from '../schemas/schema.ts'

const MEMBERS = { type: 'object', additionalProperties: true }

/** The schema of a seed. */
export const SEED = {
  ...closed(
    'The seed of a resource.',
    {
      members: {
        ...MEMBERS,
        description: 'The members that clients see, beside those that its type declares.'
      },
      hidden: { ...MEMBERS, description: 'Members that are stored but never shown to clients.' },
      status: {
        type: 'string',
        description: 'The status of the resource; by default the first of its lifecycle.'
      },
      lifecycle: {
        type: 'string',
        description: 'The lifecycle; by default the one in the settings.'
      }
    },
    ['members', 'hidden', 'status', 'lifecycle']
  ),
  examples: [{ members: { EntityType: 'OrderItem' }, status: 'Success' }]
}

export const ANY_OBJECT = { type: 'object', additionalProperties: true }

export const VALUES = { ...ANY_OBJECT, description: 'The values of the parameters, by name.' }

export const PARAMETERS = {
  type: 'object',
  description:
    'The values that can be chosen at the start, by name. `$parameters.name` stands for the ' +
    'value, and `{$parameters.name}` within a longer text.',
  propertyNames: { pattern: '^[A-Za-z_][A-Za-z0-9_-]*$' },
  additionalProperties: closed(
    'A parameter.',
    {
      description: { type: 'string' },
      default: {
        description: 'The default value. Other values must have the same type.'
      }
    },
    ['description']
  )
}

export const PARTS: Readonly<Record<string, Schema>> = {
  clock: { ...ANY_OBJECT, description: '`mode` and `now`, as in `PUT /clock`.' },
  settings: { ...ANY_OBJECT, description: 'A change of the settings, as in `PATCH /settings`.' },
  resources: {
    ...ANY_OBJECT,
    description:
      'Seeds by type and id, as in `PUT /resources/{type}/{id}`; null makes the id missing.'
  },
  stubs: {
    type: 'array',
    items: ANY_OBJECT,
    description: 'Stubs, as in `POST /stubs`. The last one that matches replies.'
  }
}

const OPTIONAL = Object.keys(PARTS)

const DESCRIPTION = { type: 'string', minLength: 1, description: 'The purpose of the scenario.' }

/** The schema of a scenario as it is written. */
export const SCENARIO_DOCUMENT = closed(
  'A scenario.',
  { description: DESCRIPTION, parameters: PARAMETERS, ...PARTS },
  ['parameters', ...OPTIONAL]
)

/** The schema of a filled-in scenario. Its settings and stubs are validated apart. */
export const FILLED_SCENARIO = closed(
  'A scenario.',
  {
    ...PARTS,
    description: DESCRIPTION,
    clock: closed(
      'A clock.',
      { mode: { type: 'string', enum: ['running', 'frozen'] }, now: { type: 'string' } },
      ['mode', 'now']
    ),
    resources: {
      type: 'object',
      additionalProperties: { type: 'object', additionalProperties: nullable(SEED) }
    }
  },
  OPTIONAL
)
