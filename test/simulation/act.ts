import type { Contract } from '../../src/contract/contract.ts'
import { parseContract } from '../../src/contract/parse-contract.ts'
import { RowFiles } from '../../src/simulation/rows.ts'
import type { RequestFacts, Scope } from '../../src/simulation/scope.ts'
import { compileSimulation } from '../../src/simulation/api-simulation.ts'
import type { ApiSimulation } from '../../src/simulation/api-simulation.ts'
import type { ApiResponse } from '../../src/messages/message.ts'
import { stopwatch } from '../../src/worlds/clock.ts'
import { parseDuration } from '../../src/worlds/duration.ts'
import type { ResourceSettings, Settings } from '../../src/worlds/settings.ts'
import { World } from '../../src/worlds/world.ts'
import { createScope } from '../../src/simulation/scope.ts'
import { findExceededLimit, refuseExceeded } from '../../src/simulation/exceeded-limit.ts'

/** When the worlds of these tests begin: 2026-01-01T00:00:00Z. */
export const START = 1_767_225_600_000

/** An operation of a document that a test makes up. */
export interface Act {
  /** Its `x-standin`. */
  readonly standin?: unknown
  /** The statuses that it documents, each with a JSON body. */
  readonly statuses?: readonly number[]
  readonly query?: readonly string[]
  /** What else belongs to the operation. */
  readonly more?: Readonly<Record<string, unknown>>
}

export interface Script {
  /** The `x-standin` at the root. */
  readonly root?: Readonly<Record<string, unknown>>
  /** By method and path: `POST /jobs`. */
  readonly operations: Readonly<Record<string, Act>>
  readonly more?: Readonly<Record<string, unknown>>
}

type RequestParts = Partial<Pick<RequestFacts, 'body' | 'path' | 'query' | 'headers' | 'cookies' | 'url'>>

/** A document that is acted out in one world, whose clock stands still. */
export interface Play {
  readonly contract: Contract
  readonly simulation: ApiSimulation
  readonly world: World
  /** Sends a request to an operation: `send('POST /jobs', { body })`. Throws where the simulation does not respond. */
  send (operation: string, request?: RequestParts): ApiResponse
  /** The same, answering `undefined` where it is left to the next source. */
  ask (operation: string, request?: RequestParts): ApiResponse | undefined
  scope (operation?: string, request?: RequestParts): Scope
  advance (by: string): Promise<void>
  /** Changes how the resources of a type live that are created from then on. */
  change (type: string, settings: ResourceSettings): void
  set (settings: Partial<Settings>): void
  /** The same document in another world. */
  elsewhere (world: string): Play
}

/** Writes an OpenAPI document around what a test declares. It is called `shop`. */
export function write ({ more, operations, root }: Script): string {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [title, act] of Object.entries(operations)) {
    const [method = '', path = ''] = title.split(' ')
    paths[path] = { ...paths[path], [method.toLowerCase()]: writeOperation(title, path, act) }
  }
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    ...root && { 'x-standin': root },
    ...more,
    paths
  })
}

/** Acts out a document in a world of its own. */
export function play (
  script: Script | string,
  { rows, world = 'test' }: { rows?: string, world?: string } = {}
): Play {
  const text = typeof script === 'string' ? script : write(script)
  const contract = parseContract(text, { file: 'shop.json', name: 'shop' })
  const rowFiles = new RowFiles(rows)
  return playIn(world, { contract, simulation: compileSimulation(contract, { rowFiles }), rowFiles })
}

function playIn (
  name: string,
  { contract, rowFiles, simulation }: Pick<Play, 'contract' | 'simulation'> & { rowFiles: RowFiles }
): Play {
  // It starts to run at once: a millisecond may pass before it stands still.
  const world = new World(name, {
    seed: 1,
    startsAt: START - 60_000,
    indexes: simulation.indexes,
    maxResources: 100_000,
    maxExchanges: 1_000
  })
  world.clock.freeze()
  world.clock.moveTo(START)

  const scope = (title?: string, parts: RequestParts = {}): Scope => {
    const operation = contract.operations.find(({ method, path }) => `${method} ${path}` === title)
    if (operation === undefined && title !== undefined) throw new Error(`the document has no ${title}`)
    const facts = {
      operation,
      method: operation?.method ?? 'GET',
      url: operation?.path ?? '/',
      baseUrl: `http://shop.test/~${name}`,
      serverUrl: `http://shop.test/~${name}`,
      serverPath: `/~${name}`,
      receivedAt: stopwatch()
    }
    return createScope(
      { ...facts, path: {}, query: {}, headers: {}, cookies: {}, body: undefined, ...parts },
      world,
      { limits: simulation.limits, rowFiles }
    )
  }
  const ask = (title: string, parts?: RequestParts): ApiResponse | undefined => {
    const asked = scope(title, parts)
    const { operation } = asked.request
    if (operation === undefined) return undefined
    const exceeded = findExceededLimit(simulation.replies.limitsOf(operation), asked)
    if (exceeded !== undefined) return refuseExceeded(exceeded, asked)
    return simulation.operations.get(operation.id)?.respond(asked)
  }
  return {
    contract,
    simulation,
    world,
    scope,
    ask,
    send (title, parts) {
      const response = ask(title, parts)
      if (response === undefined) throw new Error(`${title} was left to the next source`)
      return response
    },
    advance: by => world.schedule.advanceTo(world.clock.now() + (parseDuration(by) ?? NaN)),
    change (type, settings) {
      const { resources } = world.settings
      world.store.putSettings({
        ...world.settings,
        resources: { ...resources, [type]: { ...resources[type], ...settings } }
      })
    },
    set (settings) {
      world.store.putSettings({ ...world.settings, ...settings })
    },
    elsewhere: other => playIn(other, { contract, simulation, rowFiles })
  }
}

function writeOperation (
  title: string,
  path: string,
  { more, query = [], standin, statuses = [200] }: Act
): Record<string, unknown> {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: {}
  }))
  return {
    operationId: title,
    parameters: [...inPath, ...query.map(name => ({ name, in: 'query', schema: {} }))],
    ...title.startsWith('POST') && { requestBody: { content: { 'application/json': { schema: {} } } } },
    responses: Object.fromEntries(
      statuses.map(status => [status, { description: '', content: { 'application/json': { schema: {} } } }])
    ),
    ...standin !== undefined && { 'x-standin': standin },
    ...more
  }
}
