import type { FastifyPluginAsync } from 'fastify'
import { worldNameOf } from '../apis/world-name-of.ts'
import { UnknownWorld } from '../errors.ts'
import { hint } from '../schemas/create-unknown.ts'
import { formatInstant } from '../worlds/clock.ts'
import type { World } from '../worlds/world.ts'
import { WORLD_NAME } from '../worlds/worlds.ts'
import type { AdminOptions } from './admin-options.ts'
import { closed, INSTANT, noContent } from '../schemas/closed.ts'

/** The worlds of the server. */
export const worldRoutes: FastifyPluginAsync<AdminOptions> = async (app, { worlds }) => {
  app.post('/reset', { schema: resetWorld }, async (request, reply) => {
    worlds.reset(worldNameOf(request))
    return reply.code(204).send()
  })

  app.get('/worlds', { schema: listWorlds }, async () => ({
    worlds: worlds.list().map(showWorld),
    bytes: worlds.memory.used,
    maxBytes: worlds.memory.max,
    dropped: worlds.dropped
  }))

  app.delete<{ Params: { name: string } }>(
    '/worlds/:name',
    { schema: deleteWorld },
    async ({ params: { name } }, reply) => {
      if (!worlds.delete(name)) {
        const known = worlds.list().map(({ name }) => name)
        throw new UnknownWorld(name, hint(name, known))
      }
      return reply.code(204).send()
    }
  )
}

function showWorld ({ clock, name, store }: World): object {
  return {
    name,
    now: formatInstant(clock.now()),
    mode: clock.mode,
    resources: store.list().length,
    stubs: store.stubs().length,
    exchanges: store.exchanges().length,
    bytes: store.bytes(),
    dropped: {
      resources: store.droppedResources(),
      exchanges: store.droppedExchanges(),
      callbacks: store.droppedDeliveries(),
      answers: store.droppedAnswers()
    }
  }
}

const COUNT = { type: 'integer', minimum: 0 }

const WORLD = closed('A world.', {
  name: { type: 'string' },
  now: { ...INSTANT, description: 'The time of its clock.' },
  mode: { type: 'string', enum: ['running', 'frozen'] },
  resources: { ...COUNT, description: 'How many resources it holds.' },
  stubs: { ...COUNT, description: 'How many stubs it has.' },
  exchanges: { ...COUNT, description: 'How many exchanges its journal holds.' },
  bytes: {
    ...COUNT,
    description: 'How many bytes its journal, callbacks, remembered answers and created resources take, about.'
  },
  dropped: closed('How many were dropped to make room.', {
    resources: COUNT,
    exchanges: COUNT,
    callbacks: COUNT,
    answers: COUNT
  })
})

const resetWorld = {
  operationId: 'resetWorld',
  tags: ['worlds'],
  summary: 'Reset the world',
  description:
    'Resets its clock, resources, stubs, limits, remembered replies, journal, callbacks and ' +
    'settings.',
  response: noContent('The world was reset.')
}

const listWorlds = {
  operationId: 'listWorlds',
  tags: ['worlds'],
  summary: 'List worlds',
  response: {
    200: closed('The worlds, least recently used first: the first is evicted next.', {
      worlds: { type: 'array', items: WORLD },
      bytes: { ...COUNT, description: 'How many bytes all worlds keep of requests, about.' },
      maxBytes: { ...COUNT, description: 'How many bytes they may keep.' },
      dropped: { ...COUNT, description: 'How many worlds were evicted to make room.' }
    })
  }
}

const deleteWorld = {
  operationId: 'deleteWorld',
  tags: ['worlds'],
  summary: 'Delete a world',
  description: 'It is created again on next use.',
  params: closed('The world.', {
    name: { type: 'string', pattern: `^${WORLD_NAME}$`, description: 'The name of the world.' }
  }),
  response: noContent('The world was deleted.')
}
