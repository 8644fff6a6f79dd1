import type { FastifyPluginAsync } from 'fastify'
import { worldNameOf } from '../apis/world-name-of.ts'
import { UnknownWorld } from '../errors.ts'
import { hint } from '../schemas/create-unknown.ts'
import { formatInstant } from '../worlds/clock.ts'
import type { World } from '../worlds/world.ts'
import { WORLD_NAME } from '../worlds/worlds.ts'
import type { AdminOptions } from './admin-options.ts'
import { closed, INSTANT, noContent } from '../schemas/closed.ts'

/** The worlds of the server, and this one back to its start. */
export const worldRoutes: FastifyPluginAsync<AdminOptions> = async (app, { worlds }) => {
  app.post('/reset', { schema: resetWorld }, async (request, reply) => {
    worlds.reset(worldNameOf(request))
    return reply.code(204).send()
  })

  app.get('/worlds', { schema: listWorlds }, async () => ({
    worlds: worlds.list().map(showWorld),
    dropped: worlds.dropped
  }))

  app.delete<{ Params: { name: string } }>(
    '/worlds/:name',
    { schema: deleteWorld },
    async ({ params: { name } }, reply) => {
      if (!worlds.delete(name)) {
        throw new UnknownWorld(
          name,
          hint(
            name,
            worlds.list().map(({ name }) => name)
          )
        )
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
    dropped: { resources: store.droppedResources(), exchanges: store.droppedExchanges() }
  }
}

const COUNT = { type: 'integer', minimum: 0 }

const WORLD = closed('A world.', {
  name: { type: 'string' },
  now: { ...INSTANT, description: 'Its time.' },
  mode: { type: 'string', enum: ['running', 'frozen'] },
  resources: { ...COUNT, description: 'How many resources it holds.' },
  stubs: { ...COUNT, description: 'How many stubs it has.' },
  exchanges: { ...COUNT, description: 'How many exchanges its journal holds.' },
  dropped: closed('How many were dropped to make room.', { resources: COUNT, exchanges: COUNT })
})

const resetWorld = {
  operationId: 'resetWorld',
  tags: ['worlds'],
  summary: 'Take this world back to its start',
  description:
    'Its clock, resources, stubs, limits, remembered answers, journal, callbacks and settings are as in a new world.',
  response: noContent('The world is as new.')
}

const listWorlds = {
  operationId: 'listWorlds',
  tags: ['worlds'],
  summary: 'List the worlds',
  response: {
    200: closed(
      'The worlds, the longest unused first: it is the next to go when there are too many.',
      {
        worlds: { type: 'array', items: WORLD },
        dropped: { ...COUNT, description: 'How many worlds were dropped to make room.' }
      }
    )
  }
}

const deleteWorld = {
  operationId: 'deleteWorld',
  tags: ['worlds'],
  summary: 'Drop a world',
  description: 'It is made anew when it is next used.',
  params: closed('Which world.', {
    name: { type: 'string', pattern: `^${WORLD_NAME}$`, description: 'The name of the world.' }
  }),
  response: noContent('The world is gone.')
}
