import type { OpenAPIV3_1 as OpenApi } from 'openapi-types'
import type { ContractSource, Encoding, HeaderDefinition, MediaType, RequestBody, ResponseDefinition, SchemaDefinition, SchemaReference } from './contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { listExamples } from './list-examples.ts'
import { resolveRef } from '../documents/resolve-ref.ts'

/** What names responses: a status, a range of them, or the default. */
export const STATUS = /^(?:[1-5]\d\d|[1-5]XX|default)$/

/** Lists an operation's responses, those for one status before ranges, and `default` last. */
export function listResponses (source: ContractSource, responses: OpenApi.ResponsesObject | undefined, at: string): ResponseDefinition[] {
  return namedParts(responses).flatMap(([status, part]) => {
    if (!STATUS.test(status)) return []
    const response = resolveRef<OpenApi.ResponseObject>(source.document, part, `${at}/${escapePointer(status)}`)
    if (response === undefined) return []
    const { value, pointer } = response
    return [{
      status,
      description: typeof value.description === 'string' ? value.description : '',
      pointer,
      headers: listHeaders(source, value.headers, `${pointer}/headers`),
      content: listContent(source, value.content, `${pointer}/content`)
    }]
  }).toSorted((a, b) => rank(a.status) - rank(b.status))
}

function rank (status: string): number {
  if (status === 'default') return 2
  return status.endsWith('XX') ? 1 : 0
}

/** Reads what an operation takes as its body. */
export function readBody (source: ContractSource, part: OpenApi.RequestBodyObject | OpenApi.ReferenceObject | undefined, at: string): RequestBody | undefined {
  const body = part === undefined ? undefined : resolveRef<OpenApi.RequestBodyObject>(source.document, part, at)
  if (body === undefined || !isObject(body.value.content)) return undefined
  return { required: body.value.required === true, content: listContent(source, body.value.content, `${body.pointer}/content`) }
}

/** Makes a reference to a schema that stays where it is. */
export function toSchemaReference ({ name, document }: ContractSource, schema: unknown, pointer: string): SchemaReference | undefined {
  if (schema === undefined) return undefined
  // JSON Schema knows `true` and `false` as well; an object that means the same spares all others the case.
  const definition = (isObject(schema) ? schema : {}) as SchemaDefinition
  return { contract: name, document, pointer, definition }
}

function listContent (source: ContractSource, content: OpenApi.ResponseObject['content'], at: string): MediaType[] {
  return namedParts(content).flatMap(([name, definition]) => {
    if (name.startsWith('x-') && !name.includes('/')) return []
    const pointer = `${at}/${escapePointer(name)}`
    return [{
      name: withoutParameters(name),
      parameters: parametersIn(name),
      schema: toSchemaReference(source, definition.schema, `${pointer}/schema`),
      items: 'itemSchema' in definition ? toSchemaReference(source, definition.itemSchema, `${pointer}/itemSchema`) : undefined,
      examples: listExamples(source, definition, pointer),
      encoding: listEncodings(source, definition.encoding, `${pointer}/encoding`)
    }]
  })
}

/** `application/json; charset=utf-8` is `application/json`. */
function withoutParameters (mediaType: string): string {
  return mediaType.replace(/;.*$/, '').trim().toLowerCase()
}

function parametersIn (mediaType: string): MediaType['parameters'] {
  const pairs = mediaType.toLowerCase().split(';').slice(1).map(part => part.trim().split('=', 2))
  return Object.fromEntries(pairs.filter(([name]) => name !== '' && name !== 'charset').map(([name, value = '']) => [name, value.replaceAll('"', '')]))
}

function listEncodings (source: ContractSource, encodings: OpenApi.MediaTypeObject['encoding'], at: string): Record<string, Encoding> {
  return Object.fromEntries(Object.entries(encodings ?? {}).map(([name, { contentType, headers, style, explode }]) => [name, {
    contentTypes: contentType?.split(',').map(withoutParameters) ?? [],
    headers: listHeaders(source, headers, `${at}/${escapePointer(name)}/headers`),
    style: style ?? (explode === undefined ? undefined : 'form'),
    explode: explode ?? (style ?? 'form') === 'form'
  }]))
}

function listHeaders (source: ContractSource, headers: OpenApi.ResponseObject['headers'], at: string): HeaderDefinition[] {
  return namedParts(headers).flatMap(([name, part]) => {
    const header = resolveRef<OpenApi.HeaderObject>(source.document, part, `${at}/${escapePointer(name)}`)
    // "If a response header is defined with the name Content-Type, it SHALL be ignored" (3.1, Response Object).
    if (header === undefined || name.toLowerCase() === 'content-type') return []
    const { value, pointer } = header
    return [{
      name: name.toLowerCase(),
      required: value.required === true,
      explode: value.explode === true,
      schema: toSchemaReference(source, value.schema, `${pointer}/schema`),
      example: value.example ?? firstExample(source, value.examples)
    }]
  })
}

function firstExample (source: ContractSource, examples: OpenApi.HeaderObject['examples']): unknown {
  const [, part] = namedParts(examples)[0] ?? []
  return part === undefined ? undefined : resolveRef<OpenApi.ExampleObject>(source.document, part, '')?.value.value
}

/** The parts of a document that stand under names; what is no object is left out. */
export function namedParts<Part> (parts: Readonly<Record<string, Part>> | undefined): Array<[name: string, part: Part]> {
  return isObject(parts) ? Object.entries(parts as Readonly<Record<string, Part>>).filter(([, part]) => isObject(part)) : []
}
