import { DELIVERY_STATES } from '../worlds/delivery.ts'
import { closed, INSTANT, nullable } from '../schemas/closed.ts'
import type { Schema } from '../schemas/schema.ts'
import { DUMP_FORMAT, DUMP_VERSION } from './dump.ts'

const TEXT = { type: 'string' }
const COUNT = { type: 'integer', minimum: 0 }
const MILLISECONDS = { type: 'number', description: 'In milliseconds since 1970, by the clock of the world.' }
const MEMBERS = { type: 'object', additionalProperties: true }
const WORD = { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }
const NAME = closed('The type and the id of a resource.', { type: TEXT, id: TEXT })

const PROGRESSION = {
  description: '`clock`, `manual`, or after how many reads.',
  anyOf: [
    { type: 'string', enum: ['clock', 'manual'] },
    closed('By reads.', { polls: { type: 'integer', minimum: 1 } })
  ]
}

const PROGRESS = closed('Which lifecycle it follows, and where it was last put on it.', {
  lifecycle: TEXT,
  stages: {
    type: 'array',
    items: closed('A status, and how long it lasts in milliseconds.', { status: TEXT, ms: { type: 'number' } }, ['ms'])
  },
  progression: PROGRESSION,
  stage: COUNT,
  since: MILLISECONDS,
  reads: COUNT
})

const RESOURCE_MEMBERS = {
  type: TEXT,
  id: TEXT,
  number: COUNT,
  created: MILLISECONDS,
  members: MEMBERS,
  hidden: { ...MEMBERS, description: 'Members that clients do not see. They are not masked.' },
  files: closed('The settings for its files.', { count: COUNT, repeat: COUNT }, ['count', 'repeat']),
  rows: { type: 'array', items: MEMBERS, description: 'The resources that are the rows of its files.' },
  progress: PROGRESS
}

const RESOURCE = closed(
  'A resource.',
  {
    ...RESOURCE_MEMBERS,
    createdByRequest: { type: 'boolean', description: 'Whether it can be dropped to make room.' }
  },
  ['files', 'rows']
)

const TRIGGER = closed('What a callback waits for.', {
  key: { ...TEXT, description: 'The key of its declaration.' },
  resource: NAME,
  request: closed(
    'The request that has subscribed it.',
    {
      operation: TEXT,
      method: TEXT,
      url: TEXT,
      baseUrl: TEXT,
      serverUrl: TEXT,
      serverPath: TEXT,
      path: MEMBERS,
      query: MEMBERS,
      headers: MEMBERS,
      cookies: MEMBERS,
      body: {},
      rawBody: MEMBERS
    },
    ['operation', 'body', 'rawBody']
  ),
  sentAt: { type: 'array', items: TEXT, description: 'The statuses that it was sent at already.' }
})

const CALLBACK = closed(
  'A callback.',
  {
    id: TEXT,
    callback: TEXT,
    resource: NAME,
    url: TEXT,
    method: TEXT,
    state: { type: 'string', enum: DELIVERY_STATES },
    due: MILLISECONDS,
    body: {},
    contentType: TEXT,
    headers: MEMBERS,
    violations: { type: 'array', items: MEMBERS },
    attempts: {
      type: 'array',
      items: closed('An attempt.', { at: MILLISECONDS, status: { type: 'integer' }, error: TEXT }, ['status', 'error'])
    },
    sending: MILLISECONDS,
    trace: closed('The trace that it goes on.', {
      traceId: TEXT,
      parentId: TEXT,
      sampled: { type: 'boolean' },
      state: nullable(TEXT),
      flags: TEXT
    })
  },
  ['trace', 'sending', 'resource', 'due', 'body', 'contentType']
)

const RUNNING = closed('A scenario that runs.', {
  name: TEXT,
  document: MEMBERS,
  parameters: MEMBERS,
  stubs: { type: 'array', items: TEXT },
  settings: closed('Its change of the settings, and those before.', { patch: MEMBERS, before: MEMBERS }),
  seeded: {
    type: 'array',
    items: closed(
      'What it has seeded.',
      {
        type: TEXT,
        id: TEXT,
        put: { anyOf: [COUNT, { type: 'string', const: 'absent' }] },
        before: { anyOf: [{ type: 'string', const: 'absent' }, MEMBERS] }
      },
      ['before']
    )
  }
})

const REQUEST = {
  type: 'object',
  required: ['id', 'at', 'realAt', 'tookMs', 'method', 'url', 'status', 'source', 'requestHeaders', 'responseHeaders',
    'requestPath', 'requestQuery', 'requestCookies', 'requestViolations', 'responseViolations'],
  properties: {
    id: TEXT,
    number: COUNT,
    at: MILLISECONDS,
    realAt: { type: 'number' },
    tookMs: { type: 'number' },
    operation: TEXT,
    method: TEXT,
    url: TEXT,
    status: { type: 'integer', minimum: 100, maximum: 599 },
    source: TEXT,
    requestPath: MEMBERS,
    requestQuery: MEMBERS,
    requestCookies: MEMBERS,
    requestHeaders: MEMBERS,
    responseHeaders: MEMBERS,
    requestViolations: { type: 'array', items: MEMBERS },
    responseViolations: { type: 'array', items: MEMBERS }
  }
}

const ANSWER = {
  ...MEMBERS,
  properties: {
    response: {
      type: 'object',
      required: ['status', 'headers', 'source'],
      properties: { status: { type: 'integer', minimum: 100, maximum: 599 }, headers: MEMBERS, source: TEXT }
    }
  }
}

/** The schema of a dump. */
export const DUMP: Schema = {
  $id: 'Dump',
  ...closed(
    'All state of a world. Instants in the state of the simulation are milliseconds since 1970; nothing is masked.',
    {
      format: { type: 'string', const: DUMP_FORMAT },
      version: { type: 'integer', const: DUMP_VERSION, description: 'The version of the format.' },
      standin: { ...TEXT, description: 'The version of the server that wrote it.' },
      documents: {
        type: 'object',
        additionalProperties: TEXT,
        description: 'A digest of the document of each API, by the name of the API.'
      },
      world: { ...TEXT, description: 'The name of the world.' },
      seed: { ...TEXT, description: 'What all that is generated in it follows from.' },
      locale: TEXT,
      clock: closed('Its clock.', { mode: { type: 'string', enum: ['running', 'frozen'] }, now: INSTANT }),
      random: {
        type: 'array',
        items: WORD,
        minItems: 4,
        maxItems: 4,
        description: 'The state of its source of numbers.'
      },
      settings: { ...MEMBERS, description: 'Its settings, as in `GET /settings`.' },
      counters: {
        type: 'object',
        additionalProperties: { type: 'integer' },
        description: 'The latest number of each.'
      },
      resources: { type: 'array', items: RESOURCE, description: 'In the order in which they were inserted.' },
      absent: { type: 'array', items: NAME, description: 'The ids that do not exist, though their types assume it.' },
      latestResource: { ...COUNT, description: 'The number of the latest resource.' },
      limits: {
        type: 'object',
        additionalProperties: closed('The uses, and when they start anew.', { used: COUNT, reset: MILLISECONDS }),
        description: 'The uses of limits, by limit and key.'
      },
      stubs: {
        type: 'array',
        items: closed(
          'A stub with its counts.',
          {
            id: TEXT,
            given: MEMBERS,
            used: COUNT,
            called: { ...COUNT, description: 'How many requests it has counted.' },
            drawn: { ...COUNT, description: 'How often it was drawn for.' }
          },
          ['called', 'drawn']
        ),
        description: 'In the order in which they were added.'
      },
      scenarios: { type: 'array', items: closed('A scenario that was put.', { name: TEXT, document: MEMBERS }) },
      runningScenarios: { type: 'array', items: RUNNING },
      answers: {
        type: 'array',
        items: closed('An answer that was remembered for a key.', { key: TEXT, answer: ANSWER })
      },
      callbacks: { type: 'array', items: CALLBACK, description: 'Oldest first.' },
      waiting: {
        type: 'array',
        items: closed('What a callback waits for.', { delivery: TEXT, trigger: TRIGGER }, ['trigger'])
      },
      resting: { type: 'array', items: closed('A callback that may be sent again.', { url: TEXT, trigger: TRIGGER }) },
      requests: { type: 'array', items: REQUEST, description: 'The journal, where it was asked for, oldest first.' }
    },
    ['requests']
  )
}
