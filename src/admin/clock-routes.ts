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

/** The clock of a world: what it says, how it goes, and moving it on. */
export const clockRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  app.get('/clock', { schema: readClock }, async request => showClock(worldOf(request, options)))

  app.put<{ Body: ClockBody }>('/clock', { schema: setClock }, async request => {
    const world = worldOf(request, options)
    await moveClock(world, request.body)
    return showClock(world)
  })

  app.post<{ Body: AdvanceBody }>('/clock/advance', { schema: advanceClock }, async request => {
    const world = worldOf(request, options)
    const happened = await advance(world, targetOf(request.body, world), options.types)
    return { ...showClock(world), ...happened }
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
  return (
    parseDuration(text) ??
    refuse(
      '/by',
      'be an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as PT5S or P7D',
      text
    )
  )
}

const readClock = {
  operationId: 'readClock',
  tags: ['clock'],
  summary: 'Read the clock',
  response: { 200: { $ref: 'Clock#', description: 'The clock of the world.' } }
}

const setClock = {
  operationId: 'setClock',
  tags: ['clock'],
  summary: 'Stop the clock or set it going, and move it on',
  description: 'Whatever is due on the way happens at its time. The clock cannot be turned back.',
  body: {
    ...closed(
      'How the clock goes from now on.',
      {
        mode: {
          type: 'string',
          enum: ['running', 'frozen'],
          description:
            '`running` is real time plus an offset, `frozen` stands still until it is moved.'
        },
        now: {
          type: 'string',
          description:
            'An instant to move to first (RFC 3339), not before the present time of the world.'
        }
      },
      ['now']
    ),
    examples: [{ mode: 'frozen' }]
  },
  response: { 200: { $ref: 'Clock#', description: 'The clock as it is now.' } }
}

const STEP = closed('A step of a resource on its way.', {
  at: INSTANT,
  resource: { $ref: 'ResourceName#' },
  from: { type: 'string', description: 'The status that it left.' },
  to: { type: 'string', description: 'The status that it came to.' }
})

const SENT = closed('A callback that was sent.', {
  id: { type: 'string', description: 'As in the list of callbacks.' },
  callback: { type: 'string' },
  resource: nullable({ $ref: 'ResourceName#' }),
  url: { type: 'string' },
  ...ATTEMPT
})

const WAITING = closed('A resource that is in a running status still.', {
  type: { type: 'string' },
  id: { type: 'string' },
  status: { type: 'string' },
  progression: {
    description: 'What moves it on, as in a resource.',
    anyOf: [{ type: 'string' }, { type: 'object' }]
  }
})

const advanceClock = {
  operationId: 'advanceClock',
  tags: ['clock'],
  summary: 'Move the clock on, and tell what happened on the way',
  description:
    'Callbacks that are due on the way are sent, each at its time, before the answer comes. Where nothing is due, the clock stays and there are no changes.',
  body: {
    ...closed(
      'Exactly one of them.',
      {
        by: { type: 'string', description: 'How far, as an ISO 8601 duration.' },
        to: {
          type: 'string',
          description:
            'An instant (RFC 3339); `next`: the next change of a status or the next callback; `idle`: until no resource is in a running status, but for those that the clock does not move.'
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
      'Where the clock is now, and what happened.',
      {
        now: INSTANT,
        mode: { type: 'string', enum: ['running', 'frozen'] },
        changes: {
          type: 'array',
          maxItems: 1000,
          items: STEP,
          description: 'The steps that resources took, in order of time.'
        },
        more: {
          type: 'integer',
          minimum: 0,
          description: 'How many further steps are not listed.'
        },
        callbacks: {
          type: 'array',
          items: SENT,
          description: 'The callbacks that were sent meanwhile, in order of time.'
        },
        waiting: {
          type: 'array',
          maxItems: 1000,
          items: WAITING,
          description:
            'With `idle`: the resources that go on running, because the clock does not move them.'
        }
      },
      ['waiting']
    )
  }
}
