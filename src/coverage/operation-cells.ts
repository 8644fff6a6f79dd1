import type { Operation } from '../contract/contract.ts'
import type { Exchange } from '../worlds/exchange.ts'
import type { ExchangeFacts } from '../worlds/observers.ts'
import { addBody } from './body-cells.ts'
import { createAdd } from './declared-cell.ts'
import type { AddCell } from './declared-cell.ts'
import type { Hits } from './hits.ts'
import { addParameters } from './parameter-cells.ts'
import { addResponses } from './response-cells.ts'
import { addRules } from './rule-cells.ts'
import { MAX_CELLS } from './value-cells.ts'

/** The cells of an operation. */
export interface OperationCells {
  readonly operation: Operation
  /** By the id of the callback: `webadmit.runExport/exportFileReady`. */
  readonly callbacks: ReadonlyMap<string, number>
  /** Counts an exchange. Returns whether its status is documented. */
  count (exchange: Exchange, facts: ExchangeFacts, hits: Hits): boolean
}

/** Adds all cells of an operation. */
export function createOperationCells (operation: Operation, add: AddCell): OperationCells {
  const budget = { room: MAX_CELLS }
  const cellOf = addResponses(operation, add)
  const countParameters = addParameters(operation, add, budget)
  const countBody = addBody(operation, add, budget)
  const alternatives = addSecurity(operation, add)
  const callbacks = addCallbacks(operation, add)
  const rules = addRules(operation, add)
  return {
    operation,
    callbacks,
    count: (exchange, { requestBody, touched }, hits) => {
      const cell = cellOf(exchange)
      // A client sees no response whose connection has a fault.
      if (cell !== undefined && exchange.fault === undefined) hits.touch(cell)
      if (exchange.requestViolations.length === 0) {
        countParameters(exchange, hits)
        if (requestBody !== undefined) countBody?.(exchange, requestBody, hits)
      }
      if (touched === undefined) return cell !== undefined
      const { alternative, rules: applied } = touched
      if (alternative !== undefined) hits.touch(alternatives[alternative] ?? -1)
      if (applied !== undefined) for (const rule of applied) hits.touch(rules.get(rule) ?? -1)
      return cell !== undefined
    }
  }
}

/** Adds a cell for each alternative of an operation's security. */
function addSecurity ({ api, id, optionalSecurity = [], pointer, security }: Operation, add: AddCell): number[] {
  const addAlternative = createAdd(add, { api, operation: id }, 'security')
  const alternatives = security.length > 0 ? security : optionalSecurity
  return alternatives.map(schemes => {
    if (schemes.length === 0) return addAlternative('none', 'no credential', `${pointer}/security`)
    const names = schemes.map(({ name, scopes }) => scopes.length === 0 ? name : `${name} (${scopes.join(', ')})`)
    const text = names.join(' and ')
    return addAlternative(text, text, `${pointer}/security`)
  })
}

/** Adds a cell for each callback of an operation. */
function addCallbacks ({ api, callbacks, id }: Operation, add: AddCell): Map<string, number> {
  const addCallback = createAdd(add, { api, operation: id }, 'callbacks')
  const cells = new Map<string, number>()
  for (const { name, pointer } of callbacks) {
    cells.set(`${id}/${name}`, addCallback(name, `callback ${name}`, pointer))
  }
  return cells
}
