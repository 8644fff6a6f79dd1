import type { Contract } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { FAULTS } from '../messages/fault.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'
import type { ResourceType } from '../simulation/scope.ts'
import type { Exchange } from '../worlds/exchange.ts'
import type { ExchangeFacts } from '../worlds/observers.ts'
import type { Stage } from '../worlds/resource.ts'
import { createAdd } from './declared-cell.ts'
import type { AddCell } from './declared-cell.ts'
import type { Hits } from './hits.ts'

/** The cells of an API that belong to none of its operations. */
export interface ApiCells {
  /** Counts an exchange: the statuses and the file that a client saw, the limits that refused, the fault. */
  count (exchange: Exchange, facts: ExchangeFacts, hits: Hits): void
  /** By the type of the resource: `mews.Export`. */
  readonly files: ReadonlyMap<string, number>
  /** By the id of the webhook: `tally.reportReady`. */
  readonly webhooks: ReadonlyMap<string, number>
}

/** Adds the cells of an API that belong to none of its operations. */
export function createApiCells (contract: Contract, simulation: ApiSimulation, add: AddCell): ApiCells {
  const owner = { api: contract.name }
  const types = [...simulation.types]
  const lifecycles = new Map(types.map(([name, type]) => [type.id, addLifecycles(contract.name, name, type, add)]))
  const addFile = createAdd(add, owner, 'files')
  const files = new Map<string, number>()
  for (const [name, { files: declared, id }] of types) {
    if (declared === undefined) continue
    files.set(id, addFile(name, `${name}: ${declared.mediaType}`, `${pointerOf(name)}/files`))
  }
  const addLimit = createAdd(add, owner, 'rules')
  const limits = new Map<string, number>()
  for (const name of simulation.limits.keys()) {
    limits.set(`limit ${name}`, addLimit(`limit ${name}`, `limit ${name}`, limitPointer(name, contract)))
  }
  const addWebhook = createAdd(add, owner, 'callbacks')
  const webhooks = new Map<string, number>()
  for (const { name, pointer } of contract.webhooks) {
    webhooks.set(`${contract.name}.${name}`, addWebhook(name, `webhook ${name}`, pointer))
  }
  const addFault = createAdd(add, owner, 'faults')
  const faults = new Map(FAULTS.map(fault => [fault, addFault(fault, fault)]))
  return {
    files,
    webhooks,
    count: ({ fault, method }, { touched }, hits) => {
      if (fault !== undefined) hits.touch(faults.get(fault) ?? -1)
      if (touched === undefined) return
      const { fileOf, rules, shown } = touched
      if (rules !== undefined) for (const rule of rules) hits.touch(limits.get(rule) ?? -1)
      // Clients see no body of these.
      if (fault !== undefined || method === 'HEAD') return
      if (fileOf !== undefined) hits.touch(files.get(fileOf) ?? -1)
      if (shown === undefined) return
      for (const { lifecycle, status, type } of shown) lifecycles.get(type)?.get(lifecycle)?.count(status, hits)
    }
  }
}

interface LifecycleCells {
  count (status: string, hits: Hits): void
}

/** Adds a cell for each lifecycle of a type, and for each of its statuses. */
function addLifecycles (api: string, name: string, type: ResourceType, add: AddCell): Map<string, LifecycleCells> {
  const addStatus = createAdd(add, { api }, 'statuses')
  const addWay = createAdd(add, { api }, 'ways')
  const cells = new Map<string, LifecycleCells>()
  for (const [lifecycle, stages] of type.lifecycles) {
    const key = `${name} ${lifecycle}`
    const pointer = `${pointerOf(name)}/lifecycles/${escapePointer(lifecycle)}`
    const statuses = new Map<string, number>()
    for (const [index, { status }] of stages.entries()) {
      if (statuses.has(status)) continue
      statuses.set(status, addStatus(`${key} ${status}`, `${key}: ${status}`, `${pointer}/${index}`))
    }
    const way = addWay(key, key, pointer)
    const outcomes = listOutcomes(stages, type)
    cells.set(lifecycle, {
      count: (status, hits) => {
        hits.touch(statuses.get(status) ?? -1)
        if (outcomes.has(status)) hits.touch(way)
      }
    })
  }
  return cells
}

/**
 * Lists the statuses by which a client knows that a resource went this way: those after the last running one, or else
 * the last.
 */
function listOutcomes (stages: readonly Stage[], { running }: ResourceType): ReadonlySet<string> {
  const statuses = stages.map(({ status }) => status)
  const ended = statuses.findLastIndex(status => running.has(status)) + 1
  const first = ended === 0 || ended === statuses.length ? statuses.length - 1 : ended
  return new Set(statuses.slice(first))
}

/** Returns the JSON pointer of a limit: in the operation that declares it, or at the root of the document. */
function limitPointer (name: string, { operations }: Contract): string {
  const owner = operations.find(({ definition }) => {
    const declared = 'x-standin' in definition ? definition['x-standin'] : undefined
    return isObject(declared) && isObject(declared.limits) && Object.hasOwn(declared.limits, name)
  })
  return `${owner?.pointer ?? ''}/x-standin/limits/${escapePointer(name)}`
}

function pointerOf (type: string): string {
  return `/x-standin/resources/${escapePointer(type)}`
}
