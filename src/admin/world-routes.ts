import type { FastifyPluginAsync } from 'fastify'
import { worldNameOf } from '../apis/world-name-of.ts'
import { UnknownWorld } from '../errors.ts'
import { hint } from '../schemas/create-unknown.ts'
import { formatInstant } from '../worlds/clock.ts'
import type { World } from '../worlds/world.ts'
import { DEFAULT_WORLD, WORLD_NAME, isWorldName } from '../worlds/worlds.ts'
import type { AdminOptions } from './admin-options.ts'
import { closed, INSTANT, noContent, nullable } from '../schemas/closed.ts'
import { createStubParser } from '../scenarios/parse-stub.ts'
import { createScenarioCheck } from '../scenarios/scenario-check.ts'
import { createSettingsCheck } from '../scenarios/settings-check.ts'
import { createWorldLike } from '../scenarios/world-like.ts'

/** The worlds of the server. */
export const worldRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  const { keeper, worlds } = options
  const operations = options.contracts.flatMap(contract => contract.operations)
  const parseStub = createStubParser(operations, options.simulations, options.rowFiles.folder)
  const checkSettings = createSettingsCheck(options)
  const startLike = createWorldLike({ check: createScenarioCheck(options, { checkSettings, parseStub }), parseStub })
  const showStart = () => ({ from: worlds.model ?? null })
  // After a reload, the stubs and scenarios are those of the documents as they are now.
  if (worlds.model !== undefined) worlds.startLike({ name: worlds.model, startLike })

  app.post('/reset', { schema: resetWorld }, async (request, reply) => {
    worlds.reset(worldNameOf(request))
    return reply.code(204).send()
  })

  /** Lists the names of the worlds that are kept and not in use here. */
  const listUnloaded = async (): Promise<string[]> => {
    const kept = await keeper?.list() ?? []
    return kept.filter(name => worlds.find(name) === undefined)
  }

  app.get('/worlds', { schema: listWorlds }, async () => ({
    worlds: worlds.list().map(showWorld),
    unloaded: await listUnloaded(),
    bytes: worlds.memory.used,
    maxBytes: worlds.memory.max,
    dropped: worlds.dropped
  }))

  app.get('/worlds/start', { schema: readWorldStart }, async () => showStart())

  app.put<{ Body: { readonly from: string | null } }>(
    '/worlds/start',
    { schema: putWorldStart },
    async ({ body: { from } }) => {
      // It may be kept, and not in use here yet.
      if (from !== null && isWorldName(from)) await keeper?.open(from)
      const known = new Set([DEFAULT_WORLD, ...worlds.listAll().map(({ name }) => name)])
      if (from !== null && !known.has(from)) throw new UnknownWorld(from, hint(from, [...known]))
      worlds.startLike(from === null ? undefined : { name: from, startLike })
      return showStart()
    }
  )

  app.delete<{ Params: { name: string } }>(
    '/worlds/:name',
    { schema: deleteWorld },
    async ({ params: { name } }, reply) => {
      if (!worlds.delete(name) && await keeper?.deleteUnloaded(name) !== true) {
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
    description: 'How many bytes its journal, callbacks, remembered answers, created resources and ' +
      'generated bodies take.'
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
      unloaded: {
        type: 'array',
        items: { type: 'string' },
        description: 'The names of further worlds that are kept beyond the process: each is loaded on next use.'
      },
      bytes: { ...COUNT, description: 'How many bytes all worlds keep of requests, about.' },
      maxBytes: { ...COUNT, description: 'How many bytes they may keep.' },
      dropped: { ...COUNT, description: 'How many worlds were evicted to make room.' }
    })
  }
}

const START = closed('What new worlds start with.', {
  from: nullable({
    type: 'string',
    description: 'The name of the world like which they start; null where they start as the options say.'
  })
})

const readWorldStart = {
  operationId: 'readWorldStart',
  tags: ['worlds'],
  summary: 'Get the start of worlds',
  response: { 200: START }
}

const putWorldStart = {
  operationId: 'putWorldStart',
  tags: ['worlds'],
  summary: 'Set the start of worlds',
  description:
    'Worlds that are created from then on start with the settings, scenarios and stubs that a world has at that ' +
    'time. Scenarios that run begin anew; resources and the journal are not copied. Null ends it.',
  body: { ...START, examples: [{ from: 'default' }] },
  response: { 200: START }
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
