import Fastify from 'fastify'
import type { FastifyInstance, LightMyRequestResponse, RouteOptions } from 'fastify'
import type { Test } from 'tap'
import { createGuard } from '../../src/admin/guard.ts'
import type { GuardOptions } from '../../src/admin/guard.ts'
import { adminRoutes } from '../../src/admin/admin-routes.ts'
import { Callbacks } from '../../src/callbacks/callbacks.ts'
import { listApis } from '../../src/apis/api.ts'
import { createPublicUrl } from '../../src/apis/public-url.ts'
import { listServedOperations, listServedRoutes } from '../../src/apis/served-route.ts'
import { splitWorldPrefix } from '../../src/apis/world-name-of.ts'
import { parseContract } from '../../src/contract/parse-contract.ts'
import { RowFiles } from '../../src/simulation/rows.ts'
import { createResponseValidator } from '../../src/validation/response-validator.ts'
import { byWorld } from '../../src/worlds/by-world.ts'
import type { World } from '../../src/worlds/world.ts'
import { Memory } from '../../src/worlds/memory.ts'
import { Worlds } from '../../src/worlds/worlds.ts'
import { kiln, KILN_START } from '../simulation/kiln.ts'

export interface Admin {
  readonly app: FastifyInstance
  readonly worlds: Worlds
  /** The default world; its clock stands still at the start. */
  readonly world: World
  /** Every route that was registered. */
  readonly routes: readonly RouteOptions[]
  /** Calls the admin API. An answer that breaks its OpenAPI document fails the test. */
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>
  ): Promise<LightMyRequestResponse>
}

export interface AdminTestOptions extends Partial<GuardOptions> {
  readonly adminToken?: string
}

/** Starts the admin API of the kiln, which closes itself when the test ends. */
export async function startAdmin (
  t: Test,
  { adminToken, allowedHosts = [], ...guarding }: AdminTestOptions = {}
): Promise<Admin> {
  const { contract, simulation, types } = kiln()
  const worlds = new Worlds({
    memory: new Memory(2 ** 28),
    seed: 1,
    startsAt: KILN_START - 60_000,
    indexes: simulation.indexes,
    maxResources: 3_000,
    maxExchanges: 5,
    maxWorlds: 3
  })
  const callbacksOf = byWorld(world => new Callbacks(world, { allowedHosts: undefined }))
  const routes: RouteOptions[] = []
  const app = Fastify({
    bodyLimit: 100_000,
    routerOptions: { ignoreTrailingSlash: true },
    rewriteUrl: ({ url = '/' }) => splitWorldPrefix(url).url
  })
  app.decorate('publicUrl', createPublicUrl({}))
  app.addHook('onRoute', route => {
    routes.push(route)
  })
  const definitions = {
    contracts: [contract],
    simulations: new Map([['kiln', simulation]]),
    types,
    rowFiles: new RowFiles(undefined),
    handlers: new Map()
  }
  const state = { worlds, callbacksOf }
  const served = listServedOperations(listServedRoutes(listApis(definitions, state)))
  app.register(adminRoutes, {
    prefix: '/__admin',
    ...definitions,
    ...state,
    served,
    scenarios: async () => [],
    version: '1.2.3',
    createTwin: async () => app,
    guard: createGuard({ ...guarding, allowedHosts }),
    adminToken
  })
  t.teardown(() => app.close())
  await app.ready()

  const token = adminToken === undefined ? {} : { authorization: `Bearer ${adminToken}` }
  const document = (await app.inject({ url: '/__admin/openapi.json', headers: token })).body
  const check = createAnswerCheck(document)
  const world = worlds.get('default')
  world.clock.freeze()
  world.clock.moveTo(KILN_START)

  const call: Admin['call'] = async (method, path, body, headers = {}) => {
    const url = path.startsWith('/~') ? path : `/__admin${path}`
    const payload = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const response = await app.inject({ method: method as 'POST', url, payload, headers })
    for (const violation of check(method, url, response)) {
      t.fail(`${method} ${url} ${response.statusCode}: ${violation}`, { body: response.body })
    }
    return response
  }
  return { app, worlds, world, routes, call }
}

/** Holds answers to the admin API's own document. */
function createAnswerCheck (
  document: string
): (method: string, url: string, response: LightMyRequestResponse) => string[] {
  const { operations } = parseContract(document, { file: 'openapi.json', name: 'admin' })
  return (method, url, { body, headers, statusCode }) => {
    const [path = ''] = url.replace(/^(\/~\w+)?\/__admin/, '').split('?', 1)
    const operation = operations.find(
      operation =>
        operation.method === method &&
        new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path)
    )
    if (operation === undefined) {
      return statusCode < 400 && method !== 'OPTIONS' ? ['no operation of the document'] : []
    }
    const contentType = String(headers['content-type'] ?? '')
    const value: unknown =
      body === '' ? undefined : contentType.includes('json') ? JSON.parse(body) : body
    const violations = createResponseValidator(operation)({
      status: statusCode,
      headers: value === undefined ? {} : { 'content-type': contentType },
      body: value
    })
    return violations.map(({ message }) => message)
  }
}
