import type { OpenAPIV3_1 as OpenApi } from 'openapi-types'
import type { ContractSource, RequestBody, ResponseDefinition } from './contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { listContent, listHeaders, namedParts } from './list-content.ts'
import { resolveRef } from '../documents/resolve-ref.ts'

/** Matches the names of responses: a status, a range of them (`2XX`), or `default`. */
export const STATUS = /^(?:[1-5]\d\d|[1-5]XX|default)$/i

type Responses = OpenApi.ResponsesObject | undefined
type BodyPart = OpenApi.RequestBodyObject | OpenApi.ReferenceObject | undefined

/** Lists an operation's responses: single statuses before ranges, and `default` last. */
export function listResponses (source: ContractSource, responses: Responses, at: string): ResponseDefinition[] {
  const listed: ResponseDefinition[] = []
  for (const [status, part] of namedParts(responses)) {
    if (!STATUS.test(status)) continue
    const response = resolveRef<OpenApi.ResponseObject>(source.document, part, `${at}/${escapePointer(status)}`)
    if (response === undefined) continue
    const { value, pointer } = response
    listed.push({
      status: standardStatus(status),
      description: typeof value.description === 'string' ? value.description : '',
      pointer,
      headers: listHeaders(source, value.headers, `${pointer}/headers`),
      content: listContent(source, value.content, `${pointer}/content`)
    })
  }
  return listed.sort((a, b) => rank(a.status) - rank(b.status))
}

/** Returns a status as OpenAPI writes it: `2XX` for `2xx`, and `default` for `Default`. */
export function standardStatus (status: string): string {
  return /^default$/i.test(status) ? 'default' : status.toUpperCase()
}

function rank (status: string): number {
  if (status === 'default') return 2
  return status.endsWith('XX') ? 1 : 0
}

/** Reads the request body of an operation; returns `undefined` where it takes none. */
export function readBody (source: ContractSource, part: BodyPart, at: string): RequestBody | undefined {
  const body = part === undefined ? undefined : resolveRef<OpenApi.RequestBodyObject>(source.document, part, at)
  if (body === undefined || !isObject(body.value.content)) return undefined
  return {
    required: body.value.required === true,
    content: listContent(source, body.value.content, `${body.pointer}/content`)
  }
}
