import { statusOf } from '../contract/success-response.ts'
import type { Example, MediaType, ResponseDefinition, SchemaReference } from '../contract/contract.ts'
import { isJson, mediaTypeOf } from '../validation/media-type.ts'
import type { ApiRequest, ApiResponse } from '../validation/message.ts'
import { shapeOf } from '../validation/shape.ts'
import type { World } from '../worlds/world.ts'
import { chooseMediaType, inOrderOfTaste } from './choose-media-type.ts'
import { generatorOf } from './generate-value.ts'
import type { GeneratedFrom, GenerateValue } from './generate-value.ts'
import { headerValues } from './header-values.ts'
import type { Headers } from './header-values.ts'
import { sampleBytes } from './sample-bytes.ts'
import { writtenType } from './written-type.ts'

const NONE: Headers = {}

/** The answers that one documented response of an operation allows, ready to be given. */
export class DocumentedAnswers {
  readonly status: number
  readonly #content: readonly MediaType[]
  readonly #headers: (world: World) => Headers
  readonly #known = new Map<Example, ApiResponse>()
  readonly #generators = new Map<MediaType, GenerateValue>()

  constructor (definition: ResponseDefinition, status = statusOf(definition)) {
    this.status = status
    this.#content = inOrderOfTaste(definition.content)
    this.#headers = headerValues(definition)
  }

  /** The example of a name, or the first; `undefined` where there is none. */
  example (request: ApiRequest, world: World, name?: string): ApiResponse | undefined {
    const content = name === undefined ? this.#content : this.#content.filter(({ examples }) => examples.some(example => example.name === name))
    const mediaType = chooseMediaType(content, request.headers.accept)
    const example = name === undefined ? mediaType?.examples[0] : mediaType?.examples.find(example => example.name === name)
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
    const body = mediaType && this.#generate(mediaType, world, from, headers['content-type'])
    return { status: this.status, headers, defaultHeaders: this.#headers(world), body, source: 'generated' }
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
    const answer: ApiResponse = { status: this.status, headers: contentHeaders(mediaType, request), defaultHeaders, body: example.value, source: example.source, example: example.name }
    this.#known.set(example, answer)
    return answer
  }

  #generate (mediaType: MediaType, world: World, from: GeneratedFrom, contentType = JSON_TYPE): unknown {
    const schema = mediaType.items ?? mediaType.schema
    const file = sampleBytes(contentType)
    if (file !== undefined && !isStructured(schema)) return file
    if (schema === undefined) return isJson(mediaTypeOf(contentType)) ? {} : ''
    let generate = this.#generators.get(mediaType)
    if (generate === undefined) this.#generators.set(mediaType, generate = generatorOf(schema))
    // Each item of a sequence has a schema of its own.
    return mediaType.items === undefined ? generate(world, from) : [generate(world, from), generate(world, from)]
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
