import { exactJson } from '../exact-json.ts'
import type { MediaType, Operation, Parameter } from '../contract/contract.ts'
import { FORM, isJson } from '../messages/media-type.ts'
import { isIdempotencyKey } from './idempotent-by.ts'
import { queryText } from './query-text.ts'
import { sampleCredential } from './sample-credential.ts'
import type { SampleCredential } from './sample-credential.ts'
import type { Samples } from './samples.ts'

/** A request as a client could send it. */
export interface SampleRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** The body as text; `undefined` without one. */
  readonly payload: string | undefined
}

export interface SampleChoices {
  readonly samples: Samples
  /** Whether values are the document's examples, or generated. */
  readonly from: 'examples' | 'chance'
  /** Values of path parameters. */
  readonly path?: Readonly<Record<string, string>>
  /** Values of query parameters, beside those that are required. */
  readonly query?: Readonly<Record<string, unknown>>
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>
  /** Changes the body before it is written. */
  readonly change?: (body: unknown) => unknown
}

/** Creates a request that an operation accepts, with its required parameters and a credential. */
export function sampleRequest (operation: Operation, choices: SampleChoices): SampleRequest {
  const { change = body => body, from, headers: more = {}, path = {}, query: chosen = {}, samples } = choices
  const valueOf = ({ in: place, name, schema }: Parameter) => {
    // A request with the key of one before would get its response again.
    const isKey = place === 'header' && isIdempotencyKey(name)
    return schema === undefined ? 'a' : samples.any(schema, isKey ? 'chance' : from, 'request')
  }
  const requiredIn = (place: Parameter['in']) => operation.parameters
    .filter(parameter => parameter.in === place && parameter.required)
    .map(parameter => [parameter.name, valueOf(parameter)] as const)
  const credentials = (operation.security[0] ?? []).map(sampleCredential)
  const credentialsIn = (place: SampleCredential['in']) => credentials
    .filter(credential => credential.in === place)
    .map(({ name, prefix, value }): Pair => [name, prefix + value])
  const headers = [...requiredIn('header').map(asText), ...credentialsIn('header')]
  const cookies = [...requiredIn('cookie').map(asText), ...credentialsIn('cookie')]
  const required = requiredIn('query').filter(([name]) => !Object.hasOwn(chosen, name))
  const query = [...required, ...Object.entries(chosen), ...credentialsIn('query')]
  const content = contentOf(operation)
  const body = content?.schema === undefined ? undefined : change(samples.any(content.schema, from, 'request'))

  const url = operation.path.replace(/\{([^{}]+)\}/g, (_match, name: string) => {
    const parameter = operation.parameters.find(one => one.in === 'path' && one.name === name)
    return encodeURIComponent(path[name] ?? (parameter === undefined ? 'a' : textOf(valueOf(parameter))))
  })
  return {
    method: operation.method,
    url: url + queryText(query, operation.parameters),
    headers: {
      ...Object.fromEntries(headers),
      ...more,
      ...cookies.length > 0 && { cookie: cookies.map(([name, value]) => `${name}=${value}`).join('; ') },
      ...body !== undefined && { 'content-type': contentTypeOf(content?.name) }
    },
    payload: body === undefined ? undefined : bodyText(body, content?.name)
  }
}

function contentOf ({ body }: Operation): MediaType | undefined {
  const content = body?.content ?? []
  return content.find(({ name }) => isJson(name)) ?? content.find(({ name }) => name === FORM) ?? content[0]
}

const MULTIPART = 'multipart/form-data'
const BOUNDARY = 'part'

function contentTypeOf (name = '*/*'): string {
  if (name.includes('*')) return 'application/json'
  return name === MULTIPART ? `${name}; boundary=${BOUNDARY}` : name
}

function bodyText (body: unknown, name: string | undefined): string {
  if (name !== FORM && name !== MULTIPART) return exactJson.stringify(body)
  const members = typeof body === 'object' && body !== null ? Object.entries(body).map(asText) : []
  if (name === FORM) return new URLSearchParams(Object.fromEntries(members)).toString()
  const parts = members.map(([name, text]) =>
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`)
  return [...parts, `--${BOUNDARY}--\r\n`].join('')
}

type Pair = readonly [name: string, value: string]

function asText ([name, value]: readonly [name: string, value: unknown]): Pair {
  return [name, textOf(value)]
}

function textOf (value: unknown): string {
  return typeof value === 'object' ? exactJson.stringify(value) : String(value)
}
