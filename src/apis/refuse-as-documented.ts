import { isObject } from '../documents/is-object.ts'
import type { MediaType, Operation, ResponseDefinition } from '../contract/contract.ts'
import { chooseMediaType } from '../responses/choose-media-type.ts'
import { toErrorBody } from '../responses/to-error-body.ts'
import { headerValues } from '../responses/header-values.ts'
import type { RefusalKind } from '../simulation/api-replies.ts'
import type { Scope } from '../simulation/scope.ts'
import { createBodyCheck } from '../validation/body-check.ts'
import { isJson, isXml } from '../messages/media-type.ts'
import type { ApiResponse } from '../messages/message.ts'
import { shapeOf } from '../schemas/shape.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import { STATUS_CODES } from '../messages/node-http.ts'
import { formatInstant } from '../worlds/clock.ts'
import { problemBody, problemResponse } from './problem-details.ts'
import type { ProblemDetails } from './problem-details.ts'
import { writtenMediaType } from '../messages/find-media-type.ts'

/** The statuses for what is wrong with the content of a request, the usual one first. */
const STATUSES: Partial<Record<RefusalKind, readonly number[]>> = { malformed: [400, 422], invalid: [422, 400] }

/**
 * Refuses a request as its operation documents it: with its status, and in the form of its errors where that can be filled so that it
 * fits its schema. Otherwise in our own words.
 */
export function refuseAsDocumented (refusal: RefusalKind, problem: ProblemDetails, scope: Scope): ApiResponse {
  const { operation } = scope.request
  const found = operation && findRefusal(operation, STATUSES[refusal] ?? [problem.status])
  if (found === undefined) return problemResponse(problem)
  const { definition, status } = found
  const known = { ...problem, status, title: STATUS_CODES[status] ?? problem.title }
  // Where no body is documented, ours says more than none.
  if (definition.content.length === 0) return problemResponse(isExact(definition) ? known : problem)
  const mediaType = chooseMediaType(definition.content.filter(({ name }) => isJson(name) || isXml(name)), scope.request.headers.accept)
  const body = mediaType && toFittingBody(mediaType, known, scope)
  if (mediaType === undefined || body === undefined) return problemResponse(problem)
  return { status, headers: { 'content-type': writtenMediaType(mediaType) }, defaultHeaders: headerValues(definition)(scope.world), body, source: 'refusal' }
}

/** What an operation documents of a status, of its range, or of all errors; what stands for success too says nothing of errors. */
function findRefusal ({ responses }: Operation, statuses: readonly number[]): { definition: ResponseDefinition, status: number } | undefined {
  const exact = statuses.flatMap(status => {
    const definition = responses.find(response => response.status === String(status))
    return definition === undefined ? [] : [{ definition, status }]
  })
  const [usual = 400] = statuses.includes(400) ? [400] : statuses
  const hasSuccess = responses.some(({ status }) => status.startsWith('2'))
  const definition = responses.find(({ status }) => status === '4XX') ?? responses.find(({ status }) => status === 'default' && hasSuccess)
  return exact[0] ?? (definition && { definition, status: usual })
}

function isExact ({ status }: ResponseDefinition): boolean {
  return /^\d+$/.test(status)
}

/** Our own members where the form is open to them, else the form filled; only what fits, and tells what is wrong. */
function toFittingBody (mediaType: MediaType, problem: ProblemDetails, { now, request }: Scope): unknown {
  const check = createBodyCheck(mediaType, 'response')
  const shape = shapeOf(mediaType.schema)
  const fits = (body: unknown) => {
    const violations = new ViolationList()
    check(body, violations)
    return violations.isEmpty
  }
  const own = problemBody(problem)
  const filled = toErrorBody(shape, { ...problem, violations: problem.violations ?? [], url: request.url, at: formatInstant(now) })
  const isOpen = mediaType.name.startsWith('application/problem+') || (shape.names.length === 0 && shape.kinds.size === 0)
  const candidates = isOpen ? [own, filled] : [filled, ...isObject(filled) && shape.isOpen ? [{ ...own, ...filled }] : []]
  return candidates.find(body => tells(body, problem) && fits(body))
}

function tells (body: unknown, { detail, violations = [] }: ProblemDetails): boolean {
  const text = JSON.stringify(body)
  return [detail, ...violations.map(({ message }) => message)].some(words => text.includes(JSON.stringify(words).slice(1, -1)))
}
