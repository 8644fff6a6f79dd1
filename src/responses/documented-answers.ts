import { statusOf } from '../contract/success-response.ts'
import type { Example, MediaType, ResponseDefinition, SchemaReference } from '../contract/contract.ts'
import { isJson, mediaTypeOf } from '../messages/media-type.ts'
import type { ApiRequest, ApiResponse } from '../messages/message.ts'
import { parseJson } from '../messages/parse-json.ts'
import { fitsMediaType } from '../validation/response-validator.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { World } from '../worlds/world.ts'
import { chooseMediaType, jsonFirst } from './choose-media-type.ts'
import { generatorOf } from './generate-value.ts'
import type { Generated, GenerateValue } from './generate-value.ts'
import { headerValues } from './header-values.ts'
import type { Headers } from './header-values.ts'
import type { GeneratedFrom } from './make.ts'
import { sampleBytes } from './sample-bytes.ts'
import { writtenName, writtenType } from './written-type.ts'

const NONE: Headers = {}
const NO_BODY: Partial<Generated> = {}
const EMPTY_OBJECT: Generated = { value: {}, fits: true }
const EMPTY_TEXT: Generated = { value: '', fits: true }

/** The answers that one documented response of an operation allows, ready to be given. */
export class DocumentedAnswers {
  readonly status: number
  readonly #content: readonly MediaType[]
  readonly #headers: (world: World) => Headers
  readonly #known = new Map<Example, ApiResponse>()
  readonly #fitting = new Map<MediaType, Example | undefined>()
  readonly #generators = new Map<MediaType, GenerateValue>()

  constructor (definition: ResponseDefinition, status = statusOf(definition)) {
    this.status = status
    this.#content = jsonFirst(definition.content)
    this.#headers = headerValues(definition)
  }

  /** The example of a name, whether it fits its schema or not; or the first that fits. `undefined` where there is none. */
  example (request: ApiRequest, world: World, name?: string): ApiResponse | undefined {
    const content = name === undefined ? this.#content : this.#content.filter(({ examples }) => examples.some(example => example.name === name))
    const mediaType = chooseMediaType(content, request.headers.accept)
    const example = name === undefined ? mediaType && this.#fittingExample(mediaType) : mediaType?.examples.find(example => example.name === name)
    if (mediaType === undefined || example === undefined) return undefined
    return this.#exampleAnswer(mediaType, example, request, world)
  }

  hasExample (name: string): boolean {
    return this.#content.some(({ examples }) => examples.some(example => example.name === name))
  }

  /** A generated one; without a body where none is documented. */
  generated (request: ApiRequest, world: World, from: GeneratedFrom): ApiResponse {
    const mediaType = this.#mediaType(request)
    const headers = contentHeaders(mediaType, request)
    const { fits = false, value: body } = mediaType === undefined ? NO_BODY : this.#generate(mediaType, world, from, headers['content-type'])
    return { status: this.status, headers, defaultHeaders: this.#headers(world), body, validatedAs: fits ? mediaType : undefined, source: 'generated' }
  }

  /** The first example, or else a generated one. */
  any (request: ApiRequest, world: World): ApiResponse {
    return this.example(request, world) ?? this.generated(request, world, 'examples')
  }

  /** What is documented of a body that others give. */
  around (request: ApiRequest, world: World): Pick<ApiResponse, 'status' | 'headers' | 'defaultHeaders'> {
    return { status: this.status, headers: contentHeaders(this.#mediaType(request), request), defaultHeaders: this.#headers(world) }
  }

  #mediaType ({ headers }: ApiRequest): MediaType | undefined {
    return chooseMediaType(this.#content, headers.accept)
  }

  /** The very same answer again, unless a header of it is generated. */
  #exampleAnswer (mediaType: MediaType, example: Example, request: ApiRequest, world: World): ApiResponse {
    const defaultHeaders = this.#headers(world)
    const known = this.#known.get(example)
    if (known?.defaultHeaders === defaultHeaders && !mediaType.name.includes('*')) return known
    const validatedAs = this.#fitting.get(mediaType) === example && example.source === 'example' ? mediaType : undefined
    const answer: ApiResponse = { status: this.status, headers: contentHeaders(mediaType, request), defaultHeaders, body: example.value, validatedAs, source: example.source, example: example.name }
    this.#known.set(example, answer)
    return answer
  }

  /** Many examples of documents do not fit their own schemas, and some are JSON written as text. Fixtures are meant as they are. */
  #fittingExample (mediaType: MediaType): Example | undefined {
    if (!this.#fitting.has(mediaType)) this.#fitting.set(mediaType, firstFitting(mediaType))
    return this.#fitting.get(mediaType)
  }

  #generate (mediaType: MediaType, world: World, from: GeneratedFrom, contentType = JSON_TYPE): Generated {
    const schema = mediaType.items ?? mediaType.schema
    const file = sampleBytes(contentType)
    if (file !== undefined && !isStructured(schema)) return { value: file, fits: false }
    if (schema === undefined) return isJson(mediaTypeOf(contentType)) ? EMPTY_OBJECT : EMPTY_TEXT
    let generate = this.#generators.get(mediaType)
    if (generate === undefined) this.#generators.set(mediaType, generate = generatorOf(schema))
    if (mediaType.items === undefined) return generate(world, from)
    // Each item of a sequence has a schema of its own.
    return { value: [generate(world, from).value, generate(world, from).value], fits: false }
  }
}

const JSON_TYPE = 'application/json'

function isStructured (schema: SchemaReference | undefined): boolean {
  const { kinds } = shapeOf(schema)
  return kinds.has('object') || kinds.has('array')
}

/** Bodies are written as JSON unless a header says otherwise. */
function contentHeaders (mediaType: MediaType | undefined, { headers }: ApiRequest): Headers {
  const type = mediaType && writtenType(mediaType, headers.accept)
  return type === undefined || type === JSON_TYPE ? NONE : { 'content-type': type }
}

function firstFitting (mediaType: MediaType): Example | undefined {
  for (const example of mediaType.examples) {
    if (example.source === 'fixture' || fitsMediaType(example.value, mediaType)) return example
    const parsed = typeof example.value === 'string' && isJson(writtenName(mediaType.name)) ? parse(example.value) : undefined
    if (parsed !== undefined && fitsMediaType(parsed, mediaType)) return { name: example.name, value: parsed, source: example.source, get where () { return example.where } }
  }
  return undefined
}

function parse (text: string): unknown {
  const reading = parseJson(text)
  return reading.kind === 'value' ? reading.value : undefined
}
