import type { Operation, ResponseDefinition } from '../contract/contract.ts'
import { isJson } from '../messages/media-type.ts'
import type { ApiResponse } from '../messages/message.ts'
import { STATUS_CODES } from '../messages/node-http.ts'
import type { Scope } from '../simulation/scope.ts'
import { formatInstant } from '../worlds/clock.ts'
import { documentedErrorOf } from './documented-error.ts'
import { problemResponse } from './problem-details.ts'
import type { ProblemDetails } from './problem-details.ts'
import type { ErrorKind } from './words.ts'

/** The statuses of refusals for the content of a request, the usual one first. */
const STATUSES: Partial<Record<ErrorKind, readonly number[]>> = { malformed: [400, 422], invalid: [422, 400] }

/**
 * Refuses a request as an operation documents its errors: with the status, and in the form that is documented for it,
 * filled with what is wrong. Where the operation documents other errors only, the usual status has their form; where it
 * documents none, there are problem details.
 */
export function refuseAsDocumented (
  kind: ErrorKind,
  problem: ProblemDetails,
  { operation, scope }: { readonly operation: Operation | undefined, readonly scope: Scope }
): ApiResponse {
  const found = operation && findError(operation, STATUSES[kind] ?? [problem.status], problem.status)
  if (operation === undefined || found === undefined) return problemResponse(problem)
  const { definition, status } = found
  const { code, detail, title, violations = [] } = problem
  const facts = {
    kind,
    status,
    code,
    title: STATUS_CODES[status] ?? title,
    detail,
    violations,
    url: scope.request.url,
    at: formatInstant(scope.now)
  }
  return documentedErrorOf(definition, operation, status).respond(facts, scope)
}

interface FoundError {
  readonly definition: ResponseDefinition
  readonly status: number
}

/**
 * Finds what an operation documents for one of some statuses; or, for the usual status, for all client errors or all
 * errors; else the form of its other errors. A `default` that stands for success too says nothing about errors.
 */
function findError (operation: Operation, statuses: readonly number[], usual: number): FoundError | undefined {
  const { responses } = operation
  for (const status of statuses) {
    const definition = responses.find(response => response.status === String(status))
    if (definition !== undefined) return { definition, status }
  }
  const hasSuccess = responses.some(({ status }) => status.startsWith('2'))
  const definition = responses.find(({ status }) => status === '4XX') ??
    responses.find(({ status }) => status === 'default' && hasSuccess) ??
    lentForms(responses).find(form => documentedErrorOf(form, operation, usual).tells)
  return definition && { definition, status: usual }
}

const lent = new WeakMap<Operation['responses'], readonly ResponseDefinition[]>()

/** Lists the forms that errors of an operation can lend to one that it does not document, the usual errors first. */
function lentForms (responses: Operation['responses']): readonly ResponseDefinition[] {
  let forms = lent.get(responses)
  if (forms === undefined) {
    forms = responses
      .filter(({ status }) => /^[45]/.test(status))
      .toSorted((a, b) => rank(a) - rank(b))
      .map(toLent)
    lent.set(responses, forms)
  }
  return forms
}

function rank ({ status }: ResponseDefinition): number {
  if (status === '400' || status === '422') return 0
  return status.startsWith('4') ? 1 : 2
}

/** Returns the schemas of an error alone: its headers and its examples are about another error. */
function toLent (definition: ResponseDefinition): ResponseDefinition {
  const content = definition.content
    .filter(({ name, schema }) => isJson(name) && schema !== undefined)
    .map(mediaType => ({ ...mediaType, examples: [] }))
  return { ...definition, headers: [], content }
}
