import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { worldNameOf } from '../apis/world-name-of.ts'
import { loadDump } from '../dumps/load-dump.ts'
import { takeDump } from '../dumps/take-dump.ts'
import { createStubParser } from '../scenarios/parse-stub.ts'
import { createScenarioCheck } from '../scenarios/scenario-check.ts'
import { createSettingsCheck } from '../scenarios/settings-check.ts'
import { closed, noContent } from '../schemas/closed.ts'
import { WORLD_NAME } from '../worlds/worlds.ts'
import type { AdminOptions } from './admin-options.ts'
import { createRequestCheck } from './request-check.ts'

interface DumpRequest {
  Querystring: { readonly world?: string, readonly journal?: boolean }
}

/** The largest dump that is loaded, in bytes. */
const MAX_BYTES = 2 ** 28

/** Worlds as files. */
export const dumpRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  const { callbacksOf, contracts, simulations, version, worlds } = options
  const operations = contracts.flatMap(contract => contract.operations)
  const parseStub = createStubParser(operations, simulations, options.rowFiles.folder)
  const checkSettings = createSettingsCheck(options)
  const checkScenario = createScenarioCheck(options, { checkSettings, parseStub })

  app.get<DumpRequest>('/dump', { schema: readDump }, async request => {
    const world = worlds.read(nameOf(request))
    const { journal = false } = request.query
    return takeDump(world, { callbacks: callbacksOf(world), contracts, journal, version })
  })

  const check = createRequestCheck()
  // What is wrong with a dump of another version is its version: its form is validated after that, as it is loaded.
  const checkAllButBody: typeof check = input => input.httpPart === 'body' ? () => true : check(input)
  app.put<DumpRequest>(
    '/dump',
    { schema: putDump, bodyLimit: MAX_BYTES, validatorCompiler: checkAllButBody },
    async (request, reply) => {
      loadDump(request.body, nameOf(request), { ...options, parseStub, checkSettings, checkScenario })
      return reply.code(204).send()
    }
  )
}

function nameOf (request: FastifyRequest<DumpRequest>): string {
  return request.query.world ?? worldNameOf(request)
}

const WORLD = {
  type: 'string',
  pattern: `^${WORLD_NAME}$`,
  description: 'The name of the world; by default the one that the request names.'
}

const readDump = {
  operationId: 'readDump',
  tags: ['worlds'],
  summary: 'Dump the world',
  description:
    'Returns all state of the world: clock, seed, settings, resources, stubs with their uses, scenarios, the uses of ' +
    'limits, remembered answers, and callbacks with what they wait for. Nothing in it is masked. Requests whose ' +
    'response is still due are left out, and remembered answers that are files.',
  querystring: closed(
    'The world, and what is dumped of it.',
    {
      world: WORLD,
      journal: { type: 'boolean', default: false, description: 'Whether the journal is dumped, too.' }
    },
    ['world', 'journal']
  ),
  response: { 200: { $ref: 'Dump#', description: 'The state of the world.' } }
}

const putDump = {
  operationId: 'loadDump',
  tags: ['worlds'],
  summary: 'Load a dump',
  description:
    'Puts a world that goes on where the dump was taken in the place of the world. A dump that is not valid, or of ' +
    'another version or of other documents, leaves the world as it is.',
  querystring: closed('The world.', { world: WORLD }, ['world']),
  body: { description: 'The dump, as GET returned it.', allOf: [{ $ref: 'Dump#' }] },
  response: noContent('The dump was loaded.')
}
