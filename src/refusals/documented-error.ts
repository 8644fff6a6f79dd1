import type { MediaType, Operation, ResponseDefinition } from '../contract/contract.ts'
import { headerText } from '../messages/header-text.ts'
import type { ApiRequest, ApiResponse, Headers } from '../messages/message.ts'
import { chooseMediaType, jsonFirst, writtenType } from '../responses/choose-media-type.ts'
import { DocumentedResponses } from '../responses/documented-responses.ts'
import { headerValues } from '../responses/header-values.ts'
import type { DocumentedHeaders } from '../responses/header-values.ts'
import type { Scope } from '../simulation/scope.ts'
import type { World } from '../worlds/world.ts'
import { compileErrorForm } from './error-form.ts'
import type { ErrorForm } from './form-source.ts'
import { toWords } from './words.ts'
import type { ErrorFacts } from './words.ts'

/** The header that tells why a request is refused, where the body has no room for it. */
const REFUSAL_HEADER = 'x-standin-refusal'

/** The response in which an operation documents an error, compiled when it is first needed. */
export class DocumentedError {
  readonly #content: readonly MediaType[]
  readonly #forms = new Map<MediaType, ErrorForm | undefined>()
  readonly #headers: (world: World) => DocumentedHeaders
  readonly #operation: Operation
  readonly #responses: DocumentedResponses

  constructor (definition: ResponseDefinition, operation: Operation, status: number) {
    this.#operation = operation
    for (const mediaType of definition.content) this.#forms.set(mediaType, compileErrorForm(mediaType, status))
    this.#content = jsonFirst(definition.content).toSorted((a, b) => this.#rank(a) - this.#rank(b))
    this.#headers = headerValues(definition, operation)
    this.#responses = new DocumentedResponses(definition, operation, status)
  }

  /** Whether one of its forms can contain the whole message. */
  get tells (): boolean {
    return [...this.#forms.values()].some(form => form?.tells)
  }

  /** Returns the response to a request that is refused; a header tells why where the body has no room for that. */
  respond (facts: ErrorFacts, scope: Scope): ApiResponse {
    const { request, world } = scope
    const { accept } = request.headers
    const mediaType = chooseMediaType(this.#content, accept)
    const filled = mediaType && this.#forms.get(mediaType)?.fill(toWords(facts))
    const told = filled?.isTold === true ? NONE : { [REFUSAL_HEADER]: headerText(facts.detail) }
    if (mediaType === undefined || filled === undefined) {
      return this.#unfilled({ ...request, operation: this.#operation }, world, told)
    }
    return {
      status: facts.status,
      headers: { 'content-type': writtenType(mediaType, accept), ...told },
      ...this.#headers(world),
      body: filled.body,
      validatedAs: mediaType,
      source: 'refusal'
    }
  }

  /** Returns an example, or else a generated body; none where none is documented. */
  #unfilled (request: ApiRequest, world: World, told: Headers): ApiResponse {
    const response = this.#responses.any(request, world)
    return { ...response, headers: { ...response.headers, ...told }, source: 'refusal' }
  }

  #rank (mediaType: MediaType): number {
    return this.#forms.get(mediaType)?.tells === true ? 0 : 1
  }
}

const NONE: Headers = {}

const known = new WeakMap<ResponseDefinition, Map<number, DocumentedError>>()

/** Returns the error that an operation documents for a status; the same each time, so that it is compiled once. */
export function documentedErrorOf (
  definition: ResponseDefinition,
  operation: Operation,
  status: number
): DocumentedError {
  let byStatus = known.get(definition)
  if (byStatus === undefined) {
    byStatus = new Map()
    known.set(definition, byStatus)
  }
  let error = byStatus.get(status)
  if (error === undefined) {
    error = new DocumentedError(definition, operation, status)
    byStatus.set(status, error)
  }
  return error
}
