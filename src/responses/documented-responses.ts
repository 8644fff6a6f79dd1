import type { Example, MediaType, Operation, ResponseDefinition, SchemaReference } from '../contract/contract.ts'
import { statusOf } from '../contract/success-response.ts'
import { isBodilessStatus } from '../messages/is-bodiless-status.ts'
import { contentTypeOf, isJson, mediaTypeOf } from '../messages/media-type.ts'
import type { ApiRequest, ApiResponse, Headers } from '../messages/message.ts'
import { parseJson } from '../messages/parse-json.ts'
import { shapeOf } from '../schemas/shape.ts'
import { findResponse, fitsMediaType } from '../validation/response-validator.ts'
import { sizeOfValue } from '../worlds/size-of-value.ts'
import type { World } from '../worlds/world.ts'
import { chooseMediaType, jsonFirst, writtenName, writtenType } from './choose-media-type.ts'
import { dayOf, drawAnew, drawSteadily } from './draw.ts'
import type { DrawPart } from './draw.ts'
import { seededGeneratorOf } from './generate-value.ts'
import type { Generated, GenerateValue } from './generate-value.ts'
import { headerValues } from './header-values.ts'
import type { CreateHeaders, DocumentedHeaders } from './header-values.ts'
import { requestKey } from './request-key.ts'
import { sampleBytes } from './sample-bytes.ts'

const NONE: Headers = {}
const NO_BODY: Partial<Generated> = {}
const EMPTY_OBJECT: Generated = { value: {}, fits: true }
const EMPTY_TEXT: Generated = { value: '', fits: true }
const JSON_TYPE = 'application/json'

/**
 * Creates the function that finds the responses which an operation documents for a status. They are prepared when
 * they are first asked for.
 */
export function responsesByStatus (operation: Operation): (status: number) => DocumentedResponses | undefined {
  const known = new Map<number, DocumentedResponses>()
  return status => {
    const ready = known.get(status)
    if (ready !== undefined) return ready
    const definition = findResponse(operation, status)
    if (definition === undefined) return undefined
    const responses = new DocumentedResponses(definition, operation, status)
    known.set(status, responses)
    return responses
  }
}

/** The responses that one response definition of an operation allows. */
export class DocumentedResponses {
  readonly status: number
  readonly #definition: ResponseDefinition
  readonly #content: readonly MediaType[]
  readonly #headers: CreateHeaders
  readonly #known = new Map<Example, ApiResponse>()
  readonly #fitting = new Map<MediaType, Example | undefined>()
  readonly #generators = new Map<MediaType, GenerateValue>()

  constructor (definition: ResponseDefinition, operation: Pick<Operation, 'method'>, status = statusOf(definition)) {
    this.status = status
    this.#definition = definition
    this.#content = isBodilessStatus(status) ? [] : jsonFirst(definition.content)
    this.#headers = headerValues(definition, operation)
  }

  /**
   * Returns the example of a name, even where it does not fit its schema; without a name, the first example that fits.
   * Returns `undefined` where there is none.
   */
  example (request: ApiRequest, world: World, name?: string): ApiResponse | undefined {
    const content = name === undefined ? this.#content : this.#contentWith(name)
    const mediaType = chooseMediaType(content, request.headers.accept)
    if (mediaType === undefined) return undefined
    const example = name === undefined ? this.#fittingExample(mediaType) : exampleNamed(mediaType, name)
    return example && this.#toResponse(mediaType, example, request, world)
  }

  hasExample (name: string): boolean {
    return this.#contentWith(name).length > 0
  }

  /** Returns a response that is generated anew each time; without a body where none is documented. */
  generated (request: ApiRequest, world: World): ApiResponse {
    const mediaType = this.#mediaType(request)
    const headers = { headers: contentHeaders(mediaType, request), ...this.#headers(world) }
    return this.#make(mediaType, headers, this.#drawFor(request, drawAnew(world, 'chance')))
  }

  /** Returns a generated response, the same one each time for the same parameters and body. It is kept. */
  steady (request: ApiRequest, world: World): ApiResponse {
    const mediaType = this.#mediaType(request)
    const headers = contentHeaders(mediaType, request)
    const key = this.#keyOf(request, contentTypeOf(headers))
    // A cast: nothing else is kept under such a key.
    const kept = world.store.kept(key) as KeptResponse | undefined
    // The document may have been loaded again.
    const day = dayOf(world)
    if (kept?.definition === this.#definition && kept.day === day) return kept.response
    const documented = this.#headers(world, () => key)
    const drawPart = this.#drawFor(request, drawSteadily(world, key))
    const response = this.#make(mediaType, { headers, ...documented }, drawPart)
    world.store.keep(key, { day, definition: this.#definition, response }, sizeOfResponse(key, response))
    return response
  }

  /** Returns the first example that fits, or else a generated response. */
  any (request: ApiRequest, world: World): ApiResponse {
    return this.example(request, world) ?? this.steady(request, world)
  }

  /** Returns the headers that are documented for a body from elsewhere. */
  headers (request: ApiRequest, world: World): DocumentedHeaders {
    return this.#headers(world, () => this.#keyOf(request))
  }

  #keyOf (request: ApiRequest, contentType = JSON_TYPE): string {
    return `${request.operation.id} ${this.status} ${contentType} ${requestKey(request)}`
  }

  #drawFor (request: ApiRequest, drawPart: DrawPart): DrawPart {
    const reply = { status: this.status, request }
    return part => ({ ...drawPart(part), reply })
  }

  #make (mediaType: MediaType | undefined, headers: AllHeaders, drawPart: DrawPart): ApiResponse {
    const type = contentTypeOf(headers.headers)
    const generated = mediaType === undefined ? NO_BODY : this.#generate(mediaType, drawPart, type)
    return {
      status: this.status,
      ...headers,
      body: generated.value,
      validatedAs: generated.fits === true ? mediaType : undefined,
      source: 'generated'
    }
  }

  #contentWith (name: string): MediaType[] {
    return this.#content.filter(mediaType => exampleNamed(mediaType, name) !== undefined)
  }

  #mediaType ({ headers }: ApiRequest): MediaType | undefined {
    return chooseMediaType(this.#content, headers.accept)
  }

  /** Returns the same object each time, unless one of its headers is generated. */
  #toResponse (mediaType: MediaType, example: Example, request: ApiRequest, world: World): ApiResponse {
    const documented = this.headers(request, world)
    const known = this.#known.get(example)
    if (known?.defaultHeaders === documented.defaultHeaders && !mediaType.name.includes('*')) return known
    const isValidated = this.#fitting.get(mediaType) === example && example.source === 'example'
    const response: ApiResponse = {
      status: this.status,
      headers: contentHeaders(mediaType, request),
      ...documented,
      body: example.value,
      validatedAs: isValidated ? mediaType : undefined,
      source: example.source,
      example: example.name
    }
    this.#known.set(example, response)
    return response
  }

  #fittingExample (mediaType: MediaType): Example | undefined {
    if (!this.#fitting.has(mediaType)) this.#fitting.set(mediaType, firstFitting(mediaType))
    return this.#fitting.get(mediaType)
  }

  #generate (mediaType: MediaType, drawPart: DrawPart, contentType = JSON_TYPE): Generated {
    const schema = mediaType.items ?? mediaType.schema
    const file = sampleBytes(contentType)
    if (file !== undefined && !isStructured(schema)) return { value: file, fits: false }
    if (schema === undefined) return isJson(mediaTypeOf(contentType)) ? EMPTY_OBJECT : EMPTY_TEXT
    let generate = this.#generators.get(mediaType)
    if (generate === undefined) {
      generate = seededGeneratorOf(schema, 'response')
      this.#generators.set(mediaType, generate)
    }
    if (mediaType.items === undefined) return generate(drawPart('body'))
    // Each item of a sequence has a schema of its own.
    return { value: ['item 1', 'item 2'].map(part => generate(drawPart(part)).value), fits: false }
  }
}

type AllHeaders = DocumentedHeaders & Pick<ApiResponse, 'headers'>

/** A generated response, and the definition that it was generated from. */
interface KeptResponse {
  /** The day around which its dates lie. */
  readonly day: number
  readonly definition: ResponseDefinition
  readonly response: ApiResponse
}

function sizeOfResponse (key: string, { body, defaultHeaders, headers }: ApiResponse): number {
  return sizeOfValue([key, body, defaultHeaders, headers])
}

function exampleNamed ({ examples }: MediaType, name: string): Example | undefined {
  return examples.find(example => example.name === name)
}

function isStructured (schema: SchemaReference | undefined): boolean {
  const { kinds } = shapeOf(schema)
  return kinds.has('object') || kinds.has('array')
}

/** Returns the content type, where it is not JSON: bodies are written as JSON unless a header says otherwise. */
function contentHeaders (mediaType: MediaType | undefined, { headers }: ApiRequest): Headers {
  const type = mediaType && writtenType(mediaType, headers.accept)
  return type === undefined || type === JSON_TYPE ? NONE : { 'content-type': type }
}

/**
 * Finds the first example that fits its schema. Many examples of documents do not, and some are JSON written as text;
 * a fixture is used as it is.
 */
function firstFitting (mediaType: MediaType): Example | undefined {
  for (const example of mediaType.examples) {
    if (example.source === 'fixture' || fitsMediaType(example.value, mediaType)) return example
    const parsed = isJson(writtenName(mediaType.name)) ? parseText(example.value) : undefined
    if (parsed !== undefined && fitsMediaType(parsed, mediaType)) return withValue(example, parsed)
  }
  return undefined
}

function parseText (value: unknown): unknown {
  if (typeof value !== 'string') return undefined
  const reading = parseJson(value)
  return reading.kind === 'value' ? reading.value : undefined
}

function withValue (example: Example, value: unknown): Example {
  const { name, source } = example
  return { name, value, source, get where () { return example.where } }
}
