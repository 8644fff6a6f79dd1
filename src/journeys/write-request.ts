import type { MediaType, Operation, Parameter } from '../contract/contract.ts'
import { sentPath } from '../contract/route-url.ts'
import { exactJson } from '../exact-json.ts'
import { isJson, isMultipart, mediaTypeOf } from '../messages/media-type.ts'
import { writeBody } from '../messages/write-body.ts'
import { writeMultipart } from '../messages/write-multipart.ts'
import { writeParameter } from '../messages/write-parameter.ts'
import { jsonFirst, writtenName } from '../responses/choose-media-type.ts'
import type { ParameterPlace } from './arazzo.ts'
import { MissingValue } from './compile-value.ts'
import type { Step } from './journey.ts'
import type { JourneyContext } from './journey-context.ts'
import type { JourneyRequest } from './target.ts'

/** A parameter with its value. */
interface Given {
  readonly name: string
  readonly in: ParameterPlace
  readonly value: unknown
}

/** Creates the request of a step. Throws `MissingValue` where a part that it needs has no value. */
export function writeRequest (step: Step, context: JourneyContext): JourneyRequest {
  const given = listGiven(step, context)
  const { act } = step
  const operation = act.kind === 'operation' ? act.operation : undefined
  const textsIn = (place: ParameterPlace): string[] => given
    .filter(parameter => parameter.in === place)
    .map(parameter => writeGiven(parameter, operation))
  const query = [...textsIn('query'), ...textsIn('querystring')].filter(text => text !== '').join('&')
  const path = act.kind === 'url' ? textOf(act.url(context), 'the URL') : writePath(operation, given)
  const cookie = textsIn('cookie').join('; ')
  const body = step.body === undefined ? undefined : writePayload(step.body, operation, context)
  const headers = given
    .filter(parameter => parameter.in === 'header')
    .map(parameter => [parameter.name.toLowerCase(), writeGiven(parameter, operation)] as const)
  return {
    operation,
    method: act.kind === 'url' ? act.method : operation?.method ?? 'GET',
    url: query === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`,
    headers: {
      ...cookie !== '' && { cookie },
      ...body !== undefined && { 'content-type': body.contentType },
      ...Object.fromEntries(headers)
    },
    body: body?.bytes,
    values: {
      path: valuesIn('path', given),
      query: valuesIn('query', given),
      body: body?.value
    }
  }
}

/** Lists the parameters that have a value: one whose expression has none is left out. */
function listGiven ({ parameters }: Step, context: JourneyContext): Given[] {
  const given: Given[] = []
  for (const { in: place, name, value } of parameters) {
    const evaluated = value(context)
    if (place === undefined) continue
    if (evaluated !== undefined) given.push({ name, in: place, value: evaluated })
    else if (place === 'path') throw new MissingValue(`the path parameter "${name}" has no value`)
  }
  return given
}

function valuesIn (place: ParameterPlace, given: readonly Given[]): Readonly<Record<string, unknown>> {
  const own = given.filter(parameter => parameter.in === place)
  return Object.fromEntries(own.map(({ name, value }) => [name, value]))
}

function writePath (operation: Operation | undefined, given: readonly Given[]): string {
  return sentPath(operation?.path ?? '').replace(/\{([^}]*)\}/g, (whole, name: string) => {
    const found = given.find(parameter => parameter.in === 'path' && parameter.name === name)
    return found === undefined ? whole : writeGiven(found, operation)
  })
}

/** Writes a parameter in the style that its operation declares; one that is not declared as plain text. */
function writeGiven ({ in: place, name, value }: Given, operation: Operation | undefined): string {
  if (place === 'querystring') return String(value)
  const declared = operation?.parameters.find(parameter => parameter.in === place && parameter.name === name)
  const parameter = declared ?? undeclared(name, place)
  const text = writeParameter(parameter, value) ?? writeParameter(undeclared(name, place), exactJson.stringify(value))
  return place === 'cookie' ? `${name}=${text ?? ''}` : text ?? ''
}

function undeclared (name: string, place: Parameter['in']): Parameter {
  const isForm = place === 'query' || place === 'cookie'
  return {
    name,
    in: place,
    required: false,
    style: isForm ? 'form' : 'simple',
    explode: isForm,
    allowEmptyValue: false,
    mediaType: undefined,
    schema: undefined
  }
}

interface Payload {
  readonly contentType: string
  readonly bytes: string | Buffer
  readonly value: unknown
}

function writePayload (
  body: NonNullable<Step['body']>,
  operation: Operation | undefined,
  context: JourneyContext
): Payload | undefined {
  const value = body.value(context)
  const declared = declaredType(body.contentType, operation)
  const contentType = body.contentType ?? (declared === undefined ? 'application/json' : writtenName(declared.name))
  if (value === undefined) return undefined
  if (isMultipart(contentType)) {
    const { body: bytes, contentType: written } = writeMultipart(value, contentType, declared)
    return { contentType: written, bytes, value }
  }
  // A text is a body as it is written: a template of JSON, of XML or of a form.
  if (typeof value === 'string') return { contentType, bytes: value, value: parsed(value, contentType) }
  const written = isJson(mediaTypeOf(contentType)) ? undefined : writeBody(value, contentType, declared?.schema)
  return { contentType, bytes: written ?? exactJson.stringify(value), value }
}

function declaredType (contentType: string | undefined, operation: Operation | undefined): MediaType | undefined {
  const content = operation?.body?.content ?? []
  if (contentType === undefined) return jsonFirst(content)[0]
  return content.find(({ name }) => name === mediaTypeOf(contentType))
}

function parsed (text: string, contentType: string): unknown {
  if (!isJson(mediaTypeOf(contentType))) return text
  try {
    return exactJson.parse(text)
  } catch {
    return text
  }
}

function textOf (value: unknown, what: string): string {
  if (typeof value === 'string') return value
  throw new MissingValue(`${what} has no value`)
}
