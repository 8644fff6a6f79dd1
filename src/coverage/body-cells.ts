import type { MediaType, Operation } from '../contract/contract.ts'
import { findMediaType } from '../messages/find-media-type.ts'
import { isSequence } from '../messages/media-type.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { Exchange } from '../worlds/exchange.ts'
import { countValue } from './count-value.ts'
import type { CountedValue } from './count-value.ts'
import { createAdd } from './declared-cell.ts'
import type { AddCell } from './declared-cell.ts'
import type { Hits } from './hits.ts'
import { compileValue } from './value-cells.ts'
import type { CellBudget, ValueCells } from './value-cells.ts'
import { valueText } from './value-text.ts'

/** Counts the body of a request. */
export type CountBody = (exchange: Exchange, body: unknown, hits: Hits) => void

/**
 * Adds a cell for each member of the bodies that an operation takes, and for each of their enumerated values. Members
 * of one name in several media types are one cell. Returns `undefined` where it takes no body.
 */
export function addBody ({ api, body, id }: Operation, add: AddCell, budget: CellBudget): CountBody | undefined {
  if (body === undefined) return undefined
  const addMember = createAdd(add, { api, operation: id }, 'properties')
  const addValue = createAdd(add, { api, operation: id }, 'values')
  const cells: ValueCells = {
    budget,
    addMember: (path, pointer) => addMember(`body ${path}`, `body ${path}`, pointer),
    addValue: (path, value, pointer) => {
      const text = valueText(value)
      const where = path === '' ? 'body' : `body ${path}`
      return addValue(`${where} ${text}`, `${where} = ${text}`, pointer)
    }
  }
  const counted = body.content.map(mediaType => compileBody(mediaType, cells))
  const [first] = counted
  if (first !== undefined && counted.length === 1) return (_exchange, value, hits) => countValue(first, value, hits)
  return ({ requestHeaders }, value, hits) => {
    const mediaType = findMediaType(body.content, String(requestHeaders['content-type'] ?? ''))
    const own = mediaType && counted[body.content.indexOf(mediaType)]
    if (own !== undefined) countValue(own, value, hits)
  }
}

/** In a sequence, the schema may describe each of its items. */
function compileBody ({ items, name, schema }: MediaType, cells: ValueCells): CountedValue {
  const itemSchema = items ?? (isSequence(name) && !shapeOf(schema).isList ? schema : undefined)
  if (itemSchema === undefined) return compileValue(schema, '', cells)
  const item = compileValue(itemSchema, '[]', cells)
  return { members: [], items: item, values: undefined, isPlain: item.isPlain }
}
