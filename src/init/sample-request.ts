import type { Operation, Parameter, SecurityScheme } from '../contract/contract.ts'
import { FORM, isJson } from '../messages/media-type.ts'
import { queryText } from './query-text.ts'
import type { Samples } from './samples.ts'

/** A request as clients might send it. */
export interface SampleRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** As it goes out; `undefined` where there is none. */
  readonly payload: string | undefined
}

export interface SampleChoices {
  readonly samples: Samples
  /** Whether what is sent is the example or by chance. */
  readonly from: 'examples' | 'chance'
  /** The parameters of the path that have to have a value. */
  readonly path?: Readonly<Record<string, string>>
  /** Parameters of the query beside those that are required. */
  readonly query?: Readonly<Record<string, unknown>>
  /** What becomes of the body before it goes out. */
  readonly change?: (body: unknown) => unknown
}

/** Makes up a request that an operation takes, with a credential where it asks for one. */
export function sampleRequest (operation: Operation, choices: SampleChoices): SampleRequest {
  const { change = body => body, from, path = {}, query = {}, samples } = choices
  const valueOf = ({ schema }: Parameter) => schema === undefined ? 'a' : samples.any(schema, from, 'request')
  const required = operation.parameters.filter(parameter => parameter.required)
  const [headers, cookies] = (['header', 'cookie'] as const).map(place => required.filter(parameter => parameter.in === place).map(parameter => [parameter.name, textOf(valueOf(parameter))] as const))
  const inQuery = new Map(required.filter(parameter => parameter.in === 'query').map(parameter => [parameter.name, valueOf(parameter)] as const))
  for (const [name, value] of Object.entries(query)) inQuery.set(name, value)
  const credentials = credentialsFor(operation.security[0] ?? [])
  const cookieText = [...cookies ?? [], ...credentials.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const content = contentOf(operation)
  const body = content?.schema === undefined ? undefined : change(samples.any(content.schema, from, 'request'))

  const url = operation.path.replace(/\{([^{}]+)\}/g, (_match, name: string) => {
    const parameter = operation.parameters.find(one => one.in === 'path' && one.name === name)
    return encodeURIComponent(path[name] ?? (parameter === undefined ? 'a' : textOf(valueOf(parameter))))
  })
  return {
    method: operation.method,
    url: url + queryText([...inQuery, ...credentials.query], operation.parameters),
    headers: {
      ...Object.fromEntries([...headers ?? [], ...credentials.headers]),
      ...cookieText !== '' && { cookie: cookieText },
      ...body !== undefined && { 'content-type': contentTypeOf(content?.name) }
    },
    payload: body === undefined ? undefined : bodyText(body, content?.name)
  }
}

function contentOf ({ body }: Operation): NonNullable<Operation['body']>['content'][number] | undefined {
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
  if (name !== FORM && name !== MULTIPART) return JSON.stringify(body)
  const members = typeof body === 'object' && body !== null ? Object.entries(body) : []
  if (name === MULTIPART) return [...members.map(([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${textOf(value)}\r\n`), `--${BOUNDARY}--\r\n`].join('')
  return new URLSearchParams(Object.fromEntries(members.map(([name, value]) => [name, textOf(value)]))).toString()
}

type Pairs = Array<readonly [name: string, value: string]>

function credentialsFor (schemes: readonly SecurityScheme[]): { headers: Pairs, query: Pairs, cookies: Pairs } {
  const found: { headers: Pairs, query: Pairs, cookies: Pairs } = { headers: [], query: [], cookies: [] }
  for (const { definition } of schemes) {
    if (definition.type === 'apiKey') {
      const place = definition.in === 'header' ? found.headers : definition.in === 'query' ? found.query : found.cookies
      place.push([definition.name, 'key'])
      continue
    }
    const isBasic = definition.type === 'http' && definition.scheme.toLowerCase() === 'basic'
    found.headers.push(['authorization', isBasic ? `Basic ${Buffer.from('a:b').toString('base64')}` : 'Bearer token'])
  }
  return found
}

function textOf (value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
