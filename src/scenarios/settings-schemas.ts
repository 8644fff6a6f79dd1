import { isObject } from '../documents/is-object.ts'
import { FAULTS } from '../messages/fault.ts'
import { PROXY_MODES } from '../messages/proxy-mode.ts'
import { closed, nullable } from '../schemas/closed.ts'
import type { Schema } from '../schemas/schema.ts'

const DURATION = { type: 'string', description: 'An ISO 8601 duration, such as `PT5S`.' }

const PROGRESSION = {
  description: 'What advances resources: the clock, a number of reads per step, or only this API.',
  anyOf: [
    { type: 'string', enum: ['clock', 'manual'] },
    closed('A step every nth read.', { polls: { type: 'integer', minimum: 1 } })
  ]
}

const PROXY = {
  type: 'string',
  enum: PROXY_MODES,
  description:
    'Which requests are passed on to the service that the server was started with: `always` all; `unstubbed` all but ' +
    'those that a stub or a preference answers; `unmatched` those that no simulation and no handler answers either; ' +
    '`never` none.'
}

function mapOf (description: string, values: Schema): Schema {
  return { description, type: 'object', additionalProperties: values }
}

const RESOURCE_SETTINGS = closed(
  'The settings of a type of resource.',
  {
    lifecycle: { type: 'string', description: 'The lifecycle of new resources.' },
    progression: PROGRESSION,
    durations: mapOf('The durations of statuses, by status.', DURATION),
    files: closed(
      'The files of a resource.',
      {
        count: {
          type: 'integer',
          minimum: 0,
          maximum: 1000,
          description: 'How many files each resource has.'
        },
        repeat: {
          type: 'integer',
          minimum: 0,
          maximum: 10_000_000,
          description: 'How often a file repeats its rows.'
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
    max: { type: 'integer', minimum: 0, description: 'How many requests a window allows.' },
    per: { ...DURATION, description: 'The length of the window, as an ISO 8601 duration.' },
    burst: {
      type: 'integer',
      minimum: 1,
      description: 'How many requests a token bucket holds, to which `max` are added evenly within `per`.'
    }
  },
  ['enabled', 'max', 'per', 'burst']
)

const OPERATION_SETTINGS = closed(
  'The reply to every request of an operation, as if each had a `Prefer` header. A request that ' +
    'has one takes precedence.',
  {
    code: {
      type: 'integer',
      minimum: 100,
      maximum: 599,
      description: 'A documented status. The body is its first example, or a generated one.'
    },
    example: { type: 'string', description: 'The name of an example or a fixture.' },
    dynamic: { type: 'boolean', description: 'Whether the body is generated.' },
    delay: {
      type: ['number', 'string'],
      minimum: 0,
      maximum: 3_600_000,
      description:
        'The delay of every response: real milliseconds, or an ISO 8601 duration such as `PT0.5S`.'
    },
    fault: {
      type: 'string',
      enum: FAULTS,
      description: 'The fault of the connection, for every response.'
    },
    proxy: PROXY
  },
  ['code', 'example', 'dynamic', 'delay', 'fault', 'proxy']
)

const MEMBERS = closed('The settings of a world.', {
  delayMs: {
    type: 'number',
    minimum: 0,
    maximum: 3_600_000,
    description: 'The delay of every response of the APIs, in real milliseconds.'
  },
  progression: PROGRESSION,
  resources: mapOf('By type of resource, such as `mews.Export`.', RESOURCE_SETTINGS),
  limits: mapOf('By limit, such as `mews.requests`.', LIMIT_SETTINGS),
  credentials: mapOf(
    'The accepted credentials by scheme, such as `vcf.bearer`; `user:password` for Basic and Digest. Other schemes ' +
      'accept any credential.',
    { type: 'array', items: { type: 'string' } }
  ),
  scopes: mapOf(
    'The scopes of tokens that name none themselves, by scheme, such as `shop.oauth`. Tokens of ' +
      'other schemes have all scopes.',
    { type: 'array', items: { type: 'string' } }
  ),
  operations: mapOf(
    'By operation, such as `mews.addExport`. `mews.*` for all of an API and `*` for all have a delay, a fault, ' +
      '`dynamic` and `proxy`; what is set for one operation goes before them.',
    OPERATION_SETTINGS
  ),
  webhooks: mapOf('The URLs of webhooks, by webhook, such as `tally.reportReady`.', {
    type: 'string',
    description: 'An http or https URL.'
  }),
  retries: mapOf(
    'The pauses before further attempts to send a callback or a webhook, by its name, such as ' +
      '`webadmit.runExport/exportFileReady`; an empty list for a single attempt.',
    { type: 'array', items: DURATION, maxItems: 100 }
  ),
  proxy: PROXY
}, ['proxy'])

/** The schema of settings. */
export const SETTINGS = { $id: 'Settings', ...MEMBERS }

/** The schema of a change of settings, a merge patch (RFC 7396). */
export const SETTINGS_PATCH = {
  ...toPatch(MEMBERS),
  description: 'A merge patch (RFC 7396) of the settings.',
  examples: [{ delayMs: 200 }]
}

function toPatch (schema: Schema): Schema {
  const { additionalProperties, properties, required, ...rest } = schema
  if (rest.type !== 'object') return schema
  const values = isObject(additionalProperties) && nullable(toPatch(additionalProperties))
  if (!isObject(properties)) return { ...rest, additionalProperties: values }
  const patched = Object.entries(properties).map(([name, property]) => {
    return [name, nullable(isObject(property) ? toPatch(property) : {})] as const
  })
  return { ...rest, additionalProperties: values, properties: Object.fromEntries(patched) }
}
