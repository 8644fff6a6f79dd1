import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { receivedFacts } from '../apis/received-facts.ts'
import { worldNameOf } from '../apis/world-name-of.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { listCallbackTargets } from '../callbacks/callback-target.ts'
import type { CallbackTarget } from '../callbacks/callback-target.ts'
import { InvalidRequest } from '../errors.ts'
import { collectPacts } from '../pact/collect-pacts.ts'
import { loadStubs } from '../pact/load-stubs.ts'
import { pactMessage } from '../pact/pact-message.ts'
import type { MessageRequest } from '../pact/pact-message.ts'
import { readPact as readPactFile } from '../pact/read-pact.ts'
import { setUpState } from '../pact/set-up-state.ts'
import type { StateTools } from '../pact/set-up-state.ts'
import type { SendToTrial } from '../pact/trial.ts'
import type { PactVersion } from '../pact/pact-versions.ts'
import { createUnknown } from '../schemas/create-unknown.ts'
import { createViolation } from '../schemas/create-violation.ts'
import { withViolations } from '../schemas/with-violations.ts'
import { createScope } from '../simulation/scope.ts'
import { createStubParser } from '../scenarios/parse-stub.ts'
import { runScenario } from '../scenarios/run-scenario.ts'
import { createScenarioCheck } from '../scenarios/scenario-check.ts'
import { createSettingsCheck } from '../scenarios/settings-check.ts'
import type { World } from '../worlds/world.ts'
import { worldOf } from './admin-options.ts'
import type { AdminOptions } from './admin-options.ts'
import { loadPactStubs, putPactState, readPact, readPactMessage } from './pact-schemas.ts'

interface PactRequest {
  Querystring: {
    readonly consumer: string
    readonly provider?: string
    readonly api?: string
    readonly spec?: PactVersion
  }
}

interface StateRequest {
  Body: {
    readonly action?: 'setup' | 'teardown'
    readonly state?: string | null
    readonly params?: JsonObject
  }
}

/** What verifiers of Pact ask a provider for, and pacts from what happened. */
export const pactRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  const { worlds } = options
  const tools = createStateTools(options)
  /** The worlds in which states were set up, and that no request has used since. */
  const prepared = new WeakSet<World>()

  app.post<StateRequest>('/pact/states', { schema: putPactState }, async request => {
    const name = worldNameOf(request)
    const { action = 'setup', params = {}, state } = request.body
    if (action === 'teardown') {
      worlds.delete(name)
      return {}
    }
    const current = worlds.get(name)
    // An interaction may have several states, which are set up one after the other.
    const world = prepared.has(current) && isUnused(current) ? current : worlds.reset(name)
    prepared.add(world)
    return await setUpState(state ?? '', params, world, tools)
  })

  app.post<{ Body: JsonObject }>('/pact/stubs', { schema: loadPactStubs }, async (request, reply) => {
    const operations = options.contracts.flatMap(contract => contract.operations)
    const pact = readPactFile(request.body, 'the pact')
    const { stubs, warnings } = loadStubs(pact, worldOf(request, options), { operations, parseStub: tools.parseStub })
    reply.code(201)
    return { stubs: stubs.map(({ id, operation }) => ({ id, operation })), warnings }
  })

  app.post<{ Body: MessageRequest }>('/pact/messages', { schema: readPactMessage }, async (request, reply) => {
    const name = worldNameOf(request)
    const noLimits = { limits: new Map(), rowFiles: options.rowFiles }
    const scope = createScope(receivedFacts(request, name), worlds.get(name), noLimits)
    const known = { targets: targetsOf(options), types: options.types }
    const { contentType, text } = pactMessage(request.body, scope, known)
    reply.header('pact-message-metadata', Buffer.from(JSON.stringify({ contentType })).toString('base64'))
    return reply.type(contentType).send(text)
  })

  app.get<PactRequest>('/pact', { schema: readPact }, async request => {
    const { api, consumer, provider, spec: version = '4' } = request.query
    const contracts = options.contracts.filter(({ name }) => api === undefined || name === api)
    if (contracts.length === 0) throw unknownApi(api, options)
    const twin = await options.createTwin()
    try {
      const { types, version: tool } = options
      const targets = targetsOf(options)
      const send = sendTo(twin)
      const settings = { consumer, provider, version, contracts, types, targets, tool, send }
      const pacts = await collectPacts(worldOf(request, options), settings)
      if (provider !== undefined && pacts.length > 1) throw severalApis(provider, pacts.map(({ api }) => api))
      return { pacts }
    } finally {
      await twin.close()
    }
  })
}

function targetsOf ({ contracts, simulations }: AdminOptions): ReadonlyMap<string, CallbackTarget> {
  const targets = listCallbackTargets(contracts, simulations).values()
  return new Map([...targets].map(target => [target.id, target]))
}

/** The world in which a twin tries everything. */
const TRIAL = { 'x-standin-world': 'trial' }

function sendTo (twin: FastifyInstance): SendToTrial {
  return async ({ headers, method, payload, url }) => {
    const { headers: received, rawPayload, statusCode } = await twin.inject({
      method: method as 'POST',  // inject takes any, and is typed for those that it knows
      url,
      headers: { ...headers, ...TRIAL },
      ...payload !== undefined && { payload }
    })
    return { status: statusCode, headers: received, body: rawPayload }
  }
}

function unknownApi (api: string | undefined, { contracts }: AdminOptions): Error {
  const known = contracts.map(({ name }) => name)
  const unknown = createUnknown({ in: 'query', pointer: '/api' }, { what: 'an API', word: api ?? '', known })
  return withViolations(InvalidRequest, [unknown])
}

/** A pact is between one consumer and one provider. */
function severalApis (provider: string, apis: readonly string[]): Error {
  const expected = `be given with one api of ${apis.join(', ')}, as requests were sent to each of them`
  const violation = createViolation({ in: 'query', pointer: '/provider' }, { rule: 'provider', expected }, provider)
  return withViolations(InvalidRequest, [violation])
}

function isUnused ({ store }: World): boolean {
  return store.exchanges().length === 0 && store.droppedExchanges() === 0
}

function createStateTools (options: AdminOptions): StateTools {
  const operations = options.contracts.flatMap(contract => contract.operations)
  const parse = createStubParser(operations, options.simulations, options.rowFiles.folder)
  const parseStub: StateTools['parseStub'] = (stub, id) => parse(stub, id, '/params')
  const check = createScenarioCheck(options, { checkSettings: createSettingsCheck(options), parseStub: parse })
  return {
    types: options.types,
    parseStub,
    startScenario: async (name, world) => {
      const scenario = (await options.scenarios()).find(scenario => scenario.name === name)
      if (scenario === undefined) return false
      const { document } = scenario
      await runScenario({ name, document, ...check(document) }, { world, add: true, parseStub: parse })
      return true
    }
  }
}
