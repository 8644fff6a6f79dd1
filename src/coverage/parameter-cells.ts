import type { Operation, Parameter } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { resolveRef } from '../documents/resolve-ref.ts'
import { FORM } from '../messages/media-type.ts'
import type { Exchange } from '../worlds/exchange.ts'
import { countValue } from './count-value.ts'
import type { CountedValue } from './count-value.ts'
import { createAdd } from './declared-cell.ts'
import type { AddCell } from './declared-cell.ts'
import type { Hits } from './hits.ts'
import { compileValue } from './value-cells.ts'
import type { CellBudget } from './value-cells.ts'
import { valueText } from './value-text.ts'

/** Counts the parameters of a request. */
export type CountParameters = (exchange: Exchange, hits: Hits) => void

type Part = 'requestPath' | 'requestQuery' | 'requestHeaders' | 'requestCookies'

interface CountedParameter {
  readonly part: Part
  readonly name: string
  readonly isInherited: boolean
  readonly cell: number
  readonly value: CountedValue
}

const PARTS = {
  path: 'requestPath',
  query: 'requestQuery',
  header: 'requestHeaders',
  cookie: 'requestCookies'
} as const

/** Adds a cell for each parameter of an operation, and for each of its enumerated values. */
export function addParameters (operation: Operation, add: AddCell, budget: CellBudget): CountParameters {
  const counted = operation.parameters.map(parameter => addParameter(operation, parameter, add, budget))
  const countQuery = addQuerystring(operation, add, budget)
  return (exchange, hits) => {
    for (const parameter of counted) countParameter(parameter, exchange, hits)
    countQuery?.(exchange, hits)
  }
}

function countParameter (parameter: CountedParameter, exchange: Exchange, hits: Hits): void {
  const { cell, isInherited, name, part, value } = parameter
  const values = exchange[part]
  if (isInherited && !Object.hasOwn(values, name)) return
  const given = values[name]
  if (given === undefined) return
  hits.touch(cell)
  countValue(value, given, hits)
}

function addParameter (
  operation: Operation,
  parameter: Parameter,
  add: AddCell,
  budget: CellBudget
): CountedParameter {
  const { in: place, name, schema } = parameter
  const owner = { api: operation.api, operation: operation.id }
  const pointer = pointerOf(operation, parameter)
  const cell = createAdd(add, owner, 'parameters')(`${place} ${name}`, `${place} parameter ${name}`, pointer)
  const addValue = createAdd(add, owner, 'values')
  const value = compileValue(schema, '', {
    budget,
    addMember: () => -1,
    addValue: (_path, value, at) => {
      const text = valueText(value)
      return addValue(`${place} ${name} ${text}`, `${place} parameter ${name} = ${text}`, at)
    }
  })
  const key = place === 'header' ? name.toLowerCase() : name
  return { part: PARTS[place], name: key, isInherited: key in Object.prototype, cell, value }
}

/** Adds the cell of the parameter that is the whole query, where there is one. */
function addQuerystring (operation: Operation, add: AddCell, budget: CellBudget): CountParameters | undefined {
  const { api, id, querystring } = operation
  if (querystring === undefined) return undefined
  const { mediaType, name } = querystring
  const owner = { api, operation: id }
  const cell = createAdd(add, owner, 'parameters')(`querystring ${name}`, `query ${name}`, operation.pointer)
  const addMember = createAdd(add, owner, 'properties')
  const addValue = createAdd(add, owner, 'values')
  const value = compileValue(mediaType.schema, '', {
    budget,
    addMember: (path, pointer) => addMember(`query ${path}`, `query ${path}`, pointer),
    addValue: (path, value, pointer) => {
      const text = valueText(value)
      return addValue(`query ${path} ${text}`, `query ${path} = ${text}`, pointer)
    }
  })
  return ({ requestQuery, url }, hits) => {
    if (!url.includes('?')) return
    hits.touch(cell)
    countValue(value, mediaType.name === FORM ? requestQuery : requestQuery[name], hits)
  }
}

/** Returns the JSON pointer of a parameter: of its entry in the operation, or else of its definition. */
function pointerOf ({ definition, pointer }: Operation, { in: place, name, schema }: Parameter): string {
  const list: readonly unknown[] = Array.isArray(definition.parameters) ? definition.parameters : []
  const index = list.findIndex((part, index) => {
    const at = `${pointer}/parameters/${index}`
    const found = isObject(part) && resolveRef<JsonObject>(schema?.document ?? {}, part, at)?.value
    return isObject(found) && found.in === place && found.name === name
  })
  if (index !== -1) return `${pointer}/parameters/${index}`
  return schema?.pointer.replace(/\/(?:schema|content\/[^/]*\/schema)$/, '') ?? pointer
}
