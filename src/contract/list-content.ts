import type { OpenAPIV3_1 as OpenApi } from 'openapi-types'
import type {
  ContractSource, Encoding, Example, HeaderDefinition, MediaType, SchemaDefinition, SchemaReference
} from './contract.ts'
import { exampleValue } from './example-value.ts'
import { followExample } from './follow-example.ts'
import { parametersOf } from './parameters-of.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { resolveRef } from '../documents/resolve-ref.ts'
import type { Located } from '../documents/resolve-ref.ts'
import { toHeaderText, withoutEnds } from './to-header-text.ts'

type Content = OpenApi.ResponseObject['content']
type Encodings = OpenApi.MediaTypeObject['encoding']
type Headers = OpenApi.ResponseObject['headers']

/** Lists the media types of a body in the document's order. */
export function listContent (source: ContractSource, content: Content, at: string): MediaType[] {
  // Extensions have no slash in their names: `x-note`, but `x-vendor/json`.
  const named = namedParts(content).filter(([name]) => !name.startsWith('x-') || name.includes('/'))
  const listed: MediaType[] = []
  for (const [key, part] of named) {
    const found = resolveRef<OpenApi.MediaTypeObject>(source.document, part, `${at}/${escapePointer(key)}`)
    if (found === undefined) continue
    const { value: definition, pointer } = found
    const name = toHeaderText(key)
    const itemSchema = 'itemSchema' in definition ? definition.itemSchema : undefined
    listed.push({
      name: withoutParameters(name),
      parameters: parametersIn(name),
      schema: toSchemaReference(source, definition.schema, `${pointer}/schema`),
      items: toSchemaReference(source, itemSchema, `${pointer}/itemSchema`),
      examples: listExamples(source, definition, { pointer, mediaType: withoutParameters(name) }),
      encoding: listEncodings(source, definition.encoding, `${pointer}/encoding`)
    })
  }
  return listed
}

/** Returns a media type without its parameters: `application/json; charset=utf-8` is `application/json`. */
function withoutParameters (mediaType: string): string {
  return mediaType.replace(/;.*$/, '').trim().toLowerCase()
}

function parametersIn (mediaType: string): MediaType['parameters'] {
  const { charset, ...parameters } = parametersOf(mediaType)
  return parameters
}

/** The part that has examples, and the media type that they are written in, if any. */
interface ExamplesPlace {
  readonly pointer: string
  readonly mediaType?: string
}

/** Lists a part's examples in the document's order; the nameless one, called `default`, is first. */
function listExamples (
  source: ContractSource, { example, examples }: OpenApi.MediaTypeObject, place: ExamplesPlace
): Example[] {
  const listed: Example[] = []
  const add = ({ value: written, ...part }: ExamplePart) => {
    const value = followExample(source.document, written)
    if (value !== undefined) listed.push(toExample(source, { ...part, value }))
  }
  add({ name: 'default', value: example, pointer: `${place.pointer}/example` })
  for (const [name, part] of Object.entries(isObject(examples) ? examples : {})) {
    const at = `${place.pointer}/examples/${escapePointer(name)}`
    const found = resolveRef<JsonObject>(source.document, part as JsonObject, at)
    const stated = found === undefined ? undefined : exampleValue(found.value, place.mediaType)
    if (found === undefined || stated === undefined) continue
    add({ name, value: stated.value, pointer: `${found.pointer}/${stated.member}` })
  }
  return listed
}

interface ExamplePart {
  readonly name: string
  readonly value: unknown
  readonly pointer: string
}

function toExample (source: ContractSource, { name, value, pointer }: ExamplePart): Example {
  return {
    name,
    value,
    source: 'example',
    // A getter, because finding a line parses the file again, which would slow down every start.
    get where () {
      const { file = source.file, line } = source.locate(pointer)
      return `${file}:${line}`
    }
  }
}

function listEncodings (source: ContractSource, encodings: Encodings, at: string): Record<string, Encoding> {
  const listed = Object.entries(encodings ?? {}).map(([name, { contentType, headers, style, explode }]) => {
    const encoding: Encoding = {
      contentTypes: contentType?.split(',').map(withoutParameters) ?? [],
      headers: listHeaders(source, headers, `${at}/${escapePointer(name)}/headers`),
      style: style ?? (explode === undefined ? undefined : 'form'),
      explode: explode ?? (style ?? 'form') === 'form'
    }
    return [name, encoding] as const
  })
  return Object.fromEntries(listed)
}

/** Lists the headers of a response or of a part of a form. */
export function listHeaders (source: ContractSource, headers: Headers, at: string): HeaderDefinition[] {
  const listed: HeaderDefinition[] = []
  for (const [writtenName, part] of namedParts(headers)) {
    const name = withoutEnds(writtenName).toLowerCase()
    // "If a response header is defined with the name Content-Type, it SHALL be ignored" (3.1, Response Object).
    if (name === 'content-type') continue
    const entry = `${at}/${escapePointer(writtenName)}`
    const header = resolveRef<OpenApi.HeaderObject>(source.document, part, entry)
    if (header !== undefined) listed.push(readHeader(source, header, { name, writtenName, entry }))
  }
  return listed
}

/** Lists the headers among the parameters of a callback; one of a later list replaces one of the same name. */
export function listHeaderParameters (
  source: ContractSource,
  lists: ReadonlyArray<{ readonly list: unknown, readonly pointer: string }>
): HeaderDefinition[] {
  const listed = new Map<string, HeaderDefinition>()
  for (const { list, pointer } of lists) {
    for (const [index, part] of (Array.isArray(list) ? list : []).entries()) {
      const entry = `${pointer}/${index}`
      const header = resolveRef<OpenApi.ParameterObject>(source.document, part, entry)
      if (header?.value.in !== 'header' || typeof header.value.name !== 'string') continue
      const writtenName = header.value.name
      const name = withoutEnds(writtenName).toLowerCase()
      if (name !== 'content-type') listed.set(name, readHeader(source, header, { name, writtenName, entry }))
    }
  }
  return [...listed.values()]
}

type HeaderName = Pick<HeaderDefinition, 'name' | 'writtenName' | 'entry'>

function readHeader (
  source: ContractSource,
  { pointer, value }: Located<OpenApi.HeaderObject>,
  named: HeaderName
): HeaderDefinition {
  const [content] = listContent(source, value.content, `${pointer}/content`)
  const examples = listExamples(source, value as OpenApi.MediaTypeObject, { pointer })  // examples are alike in both
  return {
    ...named,
    pointer,
    required: value.required === true,
    explode: value.explode === true,
    mediaType: content?.name,
    schema: toSchemaReference(source, value.schema, `${pointer}/schema`) ?? content?.schema,
    examples: content === undefined ? examples : [...examples, ...content.examples]
  }
}

/** Returns a reference to a schema, which stays where it is in the document. */
export function toSchemaReference (
  { name, document }: ContractSource, schema: unknown, pointer: string
): SchemaReference | undefined {
  if (schema === undefined) return undefined
  // JSON Schema also has `true` and `false`; an empty object spares every reader that case.
  const definition = (isObject(schema) ? schema : {}) as SchemaDefinition
  return { contract: name, document, pointer, definition }
}

/** Lists the members that are objects, with their names. */
export function namedParts<Part> (
  parts: Readonly<Record<string, Part>> | undefined
): Array<[name: string, part: Part]> {
  if (!isObject(parts)) return []
  return Object.entries(parts as Readonly<Record<string, Part>>).filter(([, part]) => isObject(part))
}
