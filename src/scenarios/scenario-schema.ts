import { closed, nullable } from '../schemas/closed.ts'
import type { Schema } from '../schemas/closed.ts'

const MEMBERS = { type: 'object', additionalProperties: true }

/** The schema of what a resource is seeded with. */
export const SEED = {
  ...closed(
    'What it is seeded with.',
    {
      members: {
        ...MEMBERS,
        description: 'What clients see of it, beside its id, its status and what its type declares.'
      },
      hidden: { ...MEMBERS, description: 'What is kept and never shown.' },
      status: {
        type: 'string',
        description:
          'The status that it is put into; the first of its lifecycle where it is left out.'
      },
      lifecycle: {
        type: 'string',
        description: 'The way that it takes; that of the settings where it is left out.'
      }
    },
    ['members', 'hidden', 'status', 'lifecycle']
  ),
  examples: [{ members: { EntityType: 'OrderItem' }, status: 'Success' }]
}

export const ANY_OBJECT = { type: 'object', additionalProperties: true }

export const VALUES = { ...ANY_OBJECT, description: 'The values of its parameters, by name.' }

export const PARAMETERS = {
  type: 'object',
  description:
    'What can be chosen when it is started, by name. `$parameters.name` stands for the value anywhere in it, `{$parameters.name}` within a longer text.',
  propertyNames: { pattern: '^[A-Za-z_][A-Za-z0-9_-]*$' },
  additionalProperties: closed(
    'A parameter.',
    {
      description: { type: 'string' },
      default: {
        description: 'What it is where nothing is chosen; what is chosen must be of the same type.'
      }
    },
    ['description']
  )
}

export const PARTS: Readonly<Record<string, Schema>> = {
  clock: { ...ANY_OBJECT, description: '`mode` and `now`, as the clock takes them.' },
  settings: { ...ANY_OBJECT, description: 'A change of settings, as `PATCH /settings` takes it.' },
  resources: {
    ...ANY_OBJECT,
    description:
      'What is seeded, by type and id, as `PUT /resources/{type}/{id}` takes it; null makes the id missing.'
  },
  stubs: {
    type: 'array',
    items: ANY_OBJECT,
    description: 'As `POST /stubs` takes them. The last that matches answers.'
  }
}

const OPTIONAL = Object.keys(PARTS)

const DESCRIPTION = { type: 'string', minLength: 1, description: 'What it is for.' }

/** The schema of a scenario as it is written. */
export const SCENARIO_DOCUMENT = closed(
  'A scenario.',
  { description: DESCRIPTION, parameters: PARAMETERS, ...PARTS },
  ['parameters', ...OPTIONAL]
)

/** The schema of a scenario whose parameters have been filled in; what is in settings and stubs is checked by what knows them. */
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
