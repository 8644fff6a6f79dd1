import type { FastifyPluginAsync } from 'fastify'
import { formatInstant } from '../worlds/clock.ts'
import { parseDuration } from '../worlds/duration.ts'
import type { World } from '../worlds/world.ts'
import { worldOf } from './admin-options.ts'
import type { AdminOptions } from './admin-options.ts'
import { advance } from './advance.ts'
import type { Target } from './advance.ts'
import { ATTEMPT } from './show-delivery.ts'
import { closed, INSTANT, nullable } from '../schemas/closed.ts'
import type { ClockBody } from '../worlds/move-clock.ts'
import { ahead, moveClock, readInstant, refuse } from '../worlds/move-clock.ts'

interface AdvanceBody {
  readonly by?: string
  readonly to?: string
}

/** The clock of a world. */
export const clockRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  app.get('/clock', { schema: readClock }, async request => showClock(worldOf(request, options)))

  app.put<{ Body: ClockBody }>('/clock', { schema: setClock }, async request => {
    const world = worldOf(request, options)
    await moveClock(world, request.body)
    return showClock(world)
  })

  app.post<{ Body: AdvanceBody }>('/clock/advance', { schema: advanceClock }, async request => {
    const world = worldOf(request, options)
    return await world.schedule.inTurn(async () => {
      const happened = await advance(world, targetOf(request.body, world), options.types)
      return { ...showClock(world), ...happened }
    })
  })
}

function showClock ({ clock }: World): object {
  return { now: formatInstant(clock.now()), mode: clock.mode }
}

function targetOf ({ by, to }: AdvanceBody, { clock }: World): Target {
  if (to === 'next' || to === 'idle') return to
  if (to !== undefined) return ahead(readInstant(to, '/to', ', "next" or "idle"'), clock.now())
  return clock.now() + readDuration(by ?? '')
}

function readDuration (text: string): number {
  const expected =
    'be an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as PT5S or P7D'
  return parseDuration(text) ?? refuse('/by', expected, text)
}

const readClock = {
  operationId: 'readClock',
  tags: ['clock'],
  summary: 'Get the clock',
  response: { 200: { $ref: 'Clock#', description: 'The clock of the world.' } }
}

const setClock = {
  operationId: 'setClock',
  tags: ['clock'],
  summary: 'Set the clock',
  description:
    'Freezes the clock or lets it run, and moves it forward. Everything that is due on the way ' +
    'happens.',
  body: {
    ...closed(
      'The mode, and optionally the time.',
      {
        mode: {
          type: 'string',
          enum: ['running', 'frozen'],
          description:
            '`running`: real time plus an offset; `frozen`: only moves when it is advanced.'
        },
        now: {
          type: 'string',
          description: 'The time to move to first (RFC 3339), not before the current time.'
        }
      },
      ['now']
    ),
    examples: [{ mode: 'frozen' }]
  },
  response: { 200: { $ref: 'Clock#', description: 'The clock.' } }
}

const STEP = closed('A status change of a resource.', {
  at: INSTANT,
  resource: { $ref: 'ResourceName#' },
  from: { type: 'string', description: 'The status before.' },
  to: { type: 'string', description: 'The status after.' }
})

const SENT = closed('A callback that was sent.', {
  id: { type: 'string', description: 'The id of the callback.' },
  callback: { type: 'string' },
  resource: nullable({ $ref: 'ResourceName#' }),
  url: { type: 'string' },
  ...ATTEMPT
})

const WAITING = closed('A resource that is still in a running status.', {
  type: { type: 'string' },
  id: { type: 'string' },
  status: { type: 'string' },
  progression: {
    description: 'What advances it, as in a resource.',
    anyOf: [{ type: 'string' }, { type: 'object' }]
  }
})

const advanceClock = {
  operationId: 'advanceClock',
  tags: ['clock'],
  summary: 'Advance the clock',
  description:
    'Sends the callbacks that are due on the way before the response. If nothing is due, `next` ' +
    'and `idle` leave the clock where it is.',
  body: {
    ...closed(
      'Exactly one member.',
      {
        by: { type: 'string', description: 'How far to advance, as an ISO 8601 duration.' },
        to: {
          type: 'string',
          description:
            'An instant (RFC 3339); `next`: to the next status change or callback; `idle`: until no ' +
            'resource that the clock advances is in a running status.'
        }
      },
      ['by', 'to']
    ),
    minProperties: 1,
    maxProperties: 1,
    examples: [{ by: 'PT5S' }]
  },
  response: {
    200: closed(
      'The clock, and what happened on the way.',
      {
        now: INSTANT,
        mode: { type: 'string', enum: ['running', 'frozen'] },
        changes: {
          type: 'array',
          maxItems: 1000,
          items: STEP,
          description: 'The status changes, in order of time.'
        },
        more: {
          type: 'integer',
          minimum: 0,
          description: 'How many more changes are not listed.'
        },
        callbacks: {
          type: 'array',
          items: SENT,
          description: 'The callbacks that were sent, in order of time.'
        },
        waiting: {
          type: 'array',
          maxItems: 1000,
          items: WAITING,
          description:
            'With `idle`: the resources that are still running, as the clock does not advance them.'
        }
      },
      ['waiting']
    )
  }
}
