import type { MediaType, Operation, ResponseDefinition } from '../contract/contract.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { findMediaType, writtenMediaType } from '../messages/find-media-type.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import { contentTypeOf } from '../messages/media-type.ts'
import type { Headers } from '../messages/message.ts'
import { findResponse } from '../validation/response-validator.ts'
import type { Exchange } from '../worlds/exchange.ts'
import { createAdd } from './declared-cell.ts'
import type { AddCell } from './declared-cell.ts'

/** Returns the cell that an exchange touches; `undefined` where the status is not documented, less than 0 for none. */
export type ResponseCell = (exchange: Exchange) => number | undefined

/** The cells of one documented response. */
interface Grid {
  readonly response: ResponseDefinition
  /** The media types of requests that it tells apart; empty for a refusal, which is the same for all. */
  readonly requests: readonly MediaType[]
  /** By the media type of the request, then by that of the response; the last of each is for no body. */
  readonly cells: ReadonlyArray<readonly number[]>
}

/**
 * Adds a cell for each documented response of an operation, by its media type and by that of the request. Refusals
 * (4XX, 5XX and `default`) are not told apart by the media type of the request.
 */
export function addResponses (operation: Operation, add: AddCell): ResponseCell {
  const grids = operation.responses.map(response => createGrid(operation, response, add))
  const byStatus = new Map<number, (exchange: Exchange) => number>()
  return exchange => {
    const { status } = exchange
    let find = byStatus.get(status)
    if (find === undefined) {
      const response = findResponse(operation, status)
      const grid = grids.find(grid => grid.response === response)
      if (grid === undefined) return undefined
      find = createFinder(grid)
      byStatus.set(status, find)
    }
    return find(exchange)
  }
}

function createGrid (operation: Operation, response: ResponseDefinition, add: AddCell): Grid {
  const { body } = operation
  const { content, status } = response
  const isRefusal = /^[45]/.test(status) || status === 'default'
  const requests = isRefusal ? [] : body?.content ?? []
  const pointer = `${operation.pointer}/responses/${escapePointer(status)}`
  const addCell = createAdd(add, { api: operation.api, operation: operation.id }, 'responses')
  const addOne = (request: MediaType | undefined, answer: MediaType | undefined): number => {
    const from = request === undefined ? '-' : writtenMediaType(request)
    const to = answer === undefined ? '-' : writtenMediaType(answer)
    const name = answer === undefined ? status : `${status} ${to}`
    const isTold = requests.length > 1 || (requests.length > 0 && body?.required === false)
    const why = request === undefined ? 'without a body' : `for ${from}`
    return addCell(`${status} ${from} ${to}`, isTold ? `${name} ${why}` : name, pointer)
  }
  const addRow = (request: MediaType | undefined): number[] =>
    content.length === 0 ? [addOne(request, undefined)] : [...content.map(type => addOne(request, type)), -1]
  const isBodyless = requests.length === 0 || body?.required === false
  return { response, requests, cells: [...requests.map(addRow), isBodyless ? addRow(undefined) : []] }
}

const JSON_TYPE = 'application/json'

/** Creates the function that finds the cell of a response. Most exchanges have the media types of the one before. */
function createFinder ({ cells, requests, response: { content } }: Grid): (exchange: Exchange) => number {
  let latestFrom: unknown
  let latestTo: unknown
  let row = cells[requests.length] ?? []
  let cell = -1
  return ({ requestBody, requestHeaders, responseBody, responseHeaders }) => {
    const from = requests.length === 0 || requestBody === undefined ? undefined : requestHeaders['content-type'] ?? ''
    // A cast: the headers of a response are those of messages.
    const given = contentTypeOf(responseHeaders as Headers)
    const to = responseBody === undefined ? undefined : given ?? defaultTypeOf(responseBody)
    if (from === latestFrom && to === latestTo && cell >= 0) return cell
    row = cells[indexIn(requests, from)] ?? []
    cell = (content.length === 0 ? row[0] : row[indexIn(content, to)]) ?? -1
    latestFrom = from
    latestTo = to
    return cell
  }
}

/** Returns the media type of a body whose response states none. */
function defaultTypeOf (body: unknown): string {
  if (isFileContent(body)) return body.mediaType
  return Buffer.isBuffer(body) ? 'application/octet-stream' : JSON_TYPE
}

/** Returns the index of a media type, or the number of them for none; less than 0 for one that is not among them. */
function indexIn (content: readonly MediaType[], contentType: unknown): number {
  if (contentType === undefined) return content.length
  const found = findMediaType(content, String(contentType))
  return found === undefined ? -1 : content.indexOf(found)
}
