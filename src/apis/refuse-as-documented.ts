import { exactJson } from '../exact-json.ts'
import type { MediaType, Operation, ResponseDefinition } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { writtenMediaType } from '../messages/find-media-type.ts'
import { isJson, isXml } from '../messages/media-type.ts'
import type { ApiResponse } from '../messages/message.ts'
import { STATUS_CODES } from '../messages/node-http.ts'
import { chooseMediaType } from '../responses/choose-media-type.ts'
import { headerValues } from '../responses/header-values.ts'
import { toErrorBody } from '../responses/to-error-body.ts'
import { shapeOf } from '../schemas/shape.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import type { RefusalKind } from '../simulation/api-replies.ts'
import type { Scope } from '../simulation/scope.ts'
import { createBodyCheck } from '../validation/body-check.ts'
import { formatInstant } from '../worlds/clock.ts'
import { problemBody, problemResponse } from './problem-details.ts'
import type { ProblemDetails } from './problem-details.ts'

/** The statuses of refusals for the content of a request, the usual one first. */
const STATUSES: Partial<Record<RefusalKind, readonly number[]>> = { malformed: [400, 422], invalid: [422, 400] }

/**
 * Refuses a request as its operation documents it: with its status, and in the form of its errors where that can be
 * filled so that it fits its schema. Returns problem details otherwise.
 */
export function refuseAsDocumented (kind: RefusalKind, problem: ProblemDetails, scope: Scope): ApiResponse {
  const { request: { headers: { accept }, operation }, world } = scope
  const found = operation && findError(operation, STATUSES[kind] ?? [problem.status])
  if (operation === undefined || found === undefined) return problemResponse(problem)
  const { definition, status } = found
  const known = { ...problem, status, title: STATUS_CODES[status] ?? problem.title }
  // Where no body is documented, problem details say more than none.
  if (definition.content.length === 0) return problemResponse(isExact(definition) ? known : problem)
  const mediaType = chooseMediaType(definition.content.filter(isStructured), accept)
  const body = mediaType && toFittingBody(mediaType, known, scope)
  if (mediaType === undefined || body === undefined) return problemResponse(problem)
  return {
    status,
    headers: { 'content-type': writtenMediaType(mediaType) },
    ...headerValues(definition, operation)(world),
    body,
    source: 'refusal'
  }
}

function isStructured ({ name }: MediaType): boolean {
  return isJson(name) || isXml(name)
}

interface DocumentedError {
  readonly definition: ResponseDefinition
  readonly status: number
}

/**
 * Finds what an operation documents for one of some statuses, for all client errors, or for all errors. A `default`
 * that stands for success too says nothing about errors.
 */
function findError ({ responses }: Operation, statuses: readonly number[]): DocumentedError | undefined {
  for (const status of statuses) {
    const definition = responses.find(response => response.status === String(status))
    if (definition !== undefined) return { definition, status }
  }
  const hasSuccess = responses.some(({ status }) => status.startsWith('2'))
  const definition = responses.find(({ status }) => status === '4XX') ??
    responses.find(({ status }) => status === 'default' && hasSuccess)
  const [usual = 400] = statuses.includes(400) ? [400] : statuses
  return definition && { definition, status: usual }
}

function isExact ({ status }: ResponseDefinition): boolean {
  return /^\d+$/.test(status)
}

/** Returns the first body that fits the schema and says what is wrong; `undefined` where none does. */
function toFittingBody (mediaType: MediaType, problem: ProblemDetails, scope: Scope): unknown {
  const check = createBodyCheck(mediaType, 'response')
  const fits = (body: unknown) => {
    const violations = new ViolationList()
    check(body, violations)
    return violations.isEmpty
  }
  return listBodies(mediaType, problem, scope).find(body => tells(body, problem) && fits(body))
}

/** Lists the members of problem details where the form is open to them, and the form as it is filled. */
function listBodies ({ name, schema }: MediaType, problem: ProblemDetails, scope: Scope): unknown[] {
  const { now, request: { url } } = scope
  const { violations = [] } = problem
  const shape = shapeOf(schema)
  const own = problemBody(problem)
  const filled = toErrorBody(shape, { ...problem, violations, url, at: formatInstant(now) })
  const isOpen = name.startsWith('application/problem+') || (shape.names.length === 0 && shape.kinds.size === 0)
  if (isOpen) return [own, filled]
  return isObject(filled) && shape.isOpen ? [filled, { ...own, ...filled }] : [filled]
}

/** Tells whether a body contains the detail of a problem, or the message of a violation. */
function tells (body: unknown, { detail, violations = [] }: ProblemDetails): boolean {
  const text = exactJson.stringify(body)
  const messages = [detail, ...violations.map(({ message }) => message)]
  return messages.some(message => text.includes(JSON.stringify(message).slice(1, -1)))
}
