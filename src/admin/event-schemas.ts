import { EVENT_KINDS } from '../events/event-kinds.ts'
import { FAULTS } from '../messages/fault.ts'
import { closed, INSTANT, nullable } from '../schemas/closed.ts'
import type { Schema } from '../schemas/schema.ts'
import { WORLD_NAME } from '../worlds/worlds.ts'
import { SOURCE, STATE as EXCHANGE_STATE } from './exchange-schemas.ts'
import { ATTEMPT, STATE as CALLBACK_STATE } from './show-delivery.ts'

const COUNT = { type: 'integer', minimum: 0 }
const TEXT = { type: 'string' }

/** The meaning of each event of a kind. */
type Meanings = Readonly<Record<string, string>>

/** Returns the schema of the events of a kind. */
function event (kind: string, names: Meanings, members: Readonly<Record<string, Schema>>): Schema {
  const meanings = Object.entries(names).map(([name, meaning]) => `\`${name}\`: ${meaning}`)
  return closed(`An event of the kind \`${kind}\`.`, {
    kind: { type: 'string', const: kind },
    event: { type: 'string', enum: Object.keys(names), description: `${meanings.join('; ')}.` },
    world: { ...TEXT, description: 'The name of the world.' },
    at: { ...INSTANT, description: 'When it happened, by the clock of the world.' },
    ...members
  })
}

const EXCHANGE_EVENT = event(
  'exchange',
  {
    begun: 'a request came whose response cannot be sent at once',
    ended: 'a request was answered',
    aborted: 'the client left before its response was due'
  },
  {
    exchange: closed('The exchange; `GET /requests/{id}` has its headers and bodies.', {
      id: { ...TEXT, description: 'Its id in the journal of the world.' },
      at: { ...INSTANT, description: 'When the request came, by the clock of the world.' },
      realAt: { ...INSTANT, description: 'When the request came, in real time.' },
      tookMs: nullable({ type: 'number', minimum: 0, description: 'In real milliseconds; null where it is pending.' }),
      state: EXCHANGE_STATE,
      operation: nullable({ ...TEXT, description: 'The id of the operation; null if the request matched none.' }),
      method: TEXT,
      url: { ...TEXT, description: 'Credentials in it are masked.' },
      status: nullable({ type: 'integer', description: 'Null while the response is still due.' }),
      source: nullable({ ...SOURCE, description: 'What replied; null while that is not decided.' }),
      stub: nullable({ ...TEXT, description: 'The id of the stub that replied.' }),
      example: nullable({ ...TEXT, description: 'The name of the fixture or example that was sent.' }),
      fault: nullable({ ...TEXT, enum: [...FAULTS], description: 'The fault of its connection.' }),
      requestViolations: { ...COUNT, description: 'How many violations of the contract the request has.' },
      responseViolations: { ...COUNT, description: 'How many the response has.' }
    })
  }
)

const RESOURCE_EVENT = event(
  'resource',
  {
    created: 'it was created or seeded',
    moved: 'it came to another status, or to the same one again, by the clock or otherwise',
    deleted: 'it was deleted, replaced, or evicted to make room'
  },
  {
    resource: { $ref: 'ResourceName#' },
    number: { ...COUNT, description: 'Counts up with each resource of the world.' },
    from: nullable({ ...TEXT, description: 'The status before; null for a new one, or one without statuses.' }),
    to: nullable({ ...TEXT, description: 'The status after; null for one that was deleted, or one without statuses.' }),
    until: nullable({ ...INSTANT, description: 'When the clock moves it on; null where the clock does not.' })
  }
)

const CLOCK_EVENT = event(
  'clock',
  {
    advanced: 'it was moved forward, and all that was due on the way has happened',
    frozen: 'it stands still',
    running: 'it runs'
  },
  {
    mode: { type: 'string', enum: ['running', 'frozen'] },
    from: { ...INSTANT, description: 'The time before.' }
  }
)

const CALLBACK_EVENT = event(
  'callback',
  {
    due: 'its next attempt is due at a time',
    attempted: 'it was sent, with or without success',
    delivered: 'the receiver has accepted it',
    failed: 'the last attempt has failed',
    refused: 'the rules for callbacks do not allow it',
    cancelled: 'its resource or its world is gone, or it was evicted to make room'
  },
  {
    callback: closed('The callback; `GET /callbacks` has its message and all attempts.', {
      id: TEXT,
      callback: { ...TEXT, description: 'Its name, such as `webadmit.runExport/exportFileReady`.' },
      resource: nullable({ $ref: 'ResourceName#' }),
      url: { ...TEXT, description: 'Credentials in the query are masked.' },
      state: CALLBACK_STATE,
      due: nullable({ ...INSTANT, description: 'When the next attempt is due, by the clock of the world.' }),
      attempts: { ...COUNT, description: 'How many attempts there were.' }
    }),
    attempt: nullable(closed('The latest attempt; null before the first.', ATTEMPT))
  }
)

const WORLD_EVENT = event(
  'world',
  {
    created: 'it was used for the first time',
    reset: 'a new one has taken its place',
    dropped: 'it is gone'
  },
  { reason: nullable({ ...TEXT, enum: ['deleted', 'evicted'], description: 'Why it was dropped.' }) }
)

const GAP_EVENT = closed('Events that can no longer be sent.', {
  kind: { type: 'string', const: 'gap' },
  missed: nullable({
    ...COUNT,
    description: 'How many events were dropped, of all worlds and kinds; null where that is not known.'
  })
})

export const EVENT = {
  $id: 'Event',
  description: 'The data of an event of `GET /events`.',
  oneOf: [EXCHANGE_EVENT, RESOURCE_EVENT, CLOCK_EVENT, CALLBACK_EVENT, WORLD_EVENT, GAP_EVENT]
}

export const streamEventsSchema = {
  operationId: 'streamEvents',
  tags: ['events'],
  summary: 'Stream events',
  description:
    'Sends what happens in the worlds as server-sent events: requests and responses, moves of resources, clocks, ' +
    'callbacks and worlds. Each is named after its kind, and its data is an `Event`. Without a world in the query, ' +
    'the prefix or the header, those of all worlds are sent. Events are kept for a minute after the last reader has ' +
    'gone, 10,000 of them and 4 MiB at most: a reader that comes back or falls behind gets a `gap` for those that ' +
    'were dropped. While nobody reads, nothing is kept.',
  querystring: {
    type: 'object',
    additionalProperties: false,
    properties: {
      world: { ...TEXT, pattern: `^${WORLD_NAME}$`, description: 'The name of the world.' },
      kinds: {
        ...TEXT,
        description: `The kinds of events, separated by commas: ${EVENT_KINDS.map(kind => `\`${kind}\``).join(', ')}.`
      },
      after: { ...TEXT, description: 'The id of the last event that was read: later ones are sent first.' }
    }
  },
  headers: {
    type: 'object',
    properties: {
      'last-event-id': { ...TEXT, description: 'The same as `after`; browsers send it when they reconnect.' }
    }
  },
  response: {
    200: {
      description: 'Events until the server stops. The schema is that of the data of each.',
      content: { 'text/event-stream': { schema: { $ref: 'Event#' } } }
    }
  }
}
