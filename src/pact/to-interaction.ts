import type { Operation, ResponseDefinition, SchemaReference } from '../contract/contract.ts'
import { sentPath } from '../contract/route-url.ts'
import { escapePattern } from '../documents/escape-pattern.ts'
import { sentHeaders } from '../har/sent-headers.ts'
import { findMediaType } from '../messages/find-media-type.ts'
import { isCredentialName } from '../schemas/is-credential-name.ts'
import { findResponse } from '../validation/response-validator.ts'
import type { Exchange } from '../worlds/exchange.ts'
import { findGenerators } from './find-generators.ts'
import { headerRules } from './header-rules.ts'
import type { Interaction, MessageRules, PactRequest, PactResponse } from './interaction.ts'
import type { Placeholders } from './placeholders.ts'
import type { ProviderState } from './provider-state.ts'
import { SchemaView } from './schema-view.ts'
import { textRule } from './text-rule.ts'
import { toBody } from './to-body.ts'

/** What an exchange is written with. */
export interface InteractionContext {
  readonly operation: Operation
  readonly states: readonly ProviderState[]
  readonly placeholders: Placeholders
  readonly description: string
}

/** Converts an exchange that kept its contract. Secrets are replaced, and headers that are not declared left out. */
export function toInteraction (exchange: Exchange, context: InteractionContext): Interaction {
  const { description, placeholders, states } = context
  hideCredentials(exchange, context)
  const shownStates = states.map(({ name, params }) => {
    return params === undefined ? { name } : { name, params: placeholders.in(params) as ProviderState['params'] }
  })
  const request = toRequest(exchange, { ...context, states: shownStates })
  return { description, states: shownStates, request, response: toResponse(exchange, context) }
}

/** Remembers the secrets of a request that its contract tells of. */
function hideCredentials (exchange: Exchange, { operation, placeholders }: InteractionContext): void {
  const { headers, query, cookies } = operation.credentials
  const parts = [
    { names: headers, values: exchange.requestHeaders },
    { names: query, values: Object.fromEntries(queryOf(exchange.url)) },
    { names: cookies, values: exchange.requestCookies }
  ]
  for (const { names, values } of parts) {
    for (const [name, value] of Object.entries(values)) {
      const isSecret = names.has(name) || isCredentialName(name)
      if (isSecret && name !== 'cookie' && typeof value === 'string' && value !== '') placeholders.hide(value)
    }
  }
}

function queryOf (url: string): URLSearchParams {
  const at = url.indexOf('?')
  return new URLSearchParams(at === -1 ? '' : url.slice(at + 1))
}

function toRequest (exchange: Exchange, context: InteractionContext): PactRequest {
  const { operation, placeholders, states } = context
  const { method, requestBody, requestHeaders, url } = exchange
  const headers = requestHeadersOf(exchange, context)
  const contentType = textOf(requestHeaders['content-type'])
  const declared = findMediaType(operation.body?.content ?? [], contentType ?? '')
  const body = toBody(requestBody, { contentType, declared, placeholders, states, shortens: false })
  const query: Record<string, string[]> = {}
  for (const [name, value] of queryOf(url)) {
    if (isDeclared(operation, 'query', name)) (query[name] ??= []).push(placeholders.text(value))
  }
  const path = placeholders.text(url.replace(/\?.*/s, ''))
  return {
    method,
    path,
    query,
    headers,
    body: body?.body,
    rules: {
      header: headerRules(headers, name => parameterSchema(operation, 'header', name), operation),
      body: body?.rules ?? {},
      path: pathRule(path, operation),
      query: Object.fromEntries(Object.entries(query).map(([name, [value = '']]) => {
        return [name, textRule(value, SchemaView.of(parameterSchema(operation, 'query', name), value))]
      }))
    },
    generators: findGenerators({ path, query, body: body?.body, states })
  }
}

function isDeclared (operation: Operation, place: 'query' | 'header', name: string): boolean {
  const { credentials, parameters, querystring } = operation
  if (place === 'query' && querystring !== undefined) return true
  // A security scheme declares it without naming it.
  if (place === 'header' && name === 'authorization') return true
  const [plain] = name.split('[')
  return parameters.some(parameter => parameter.in === place && isSame(place, parameter.name, plain ?? name, name)) ||
    (place === 'query' ? credentials.query : credentials.headers).has(name)
}

function isSame (place: string, declared: string, plain: string, name: string): boolean {
  if (place === 'header') return declared.toLowerCase() === name
  return declared === name || declared === plain || declared === `${plain}[]`
}

function parameterSchema ({ parameters }: Operation, place: string, name: string): SchemaReference | undefined {
  return parameters.find(parameter => parameter.in === place && isSame(place, parameter.name, name, name))?.schema
}

/** Headers that are declared, and those that say what the bodies are. */
function requestHeadersOf (exchange: Exchange, { operation, placeholders }: InteractionContext) {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(exchange.requestHeaders)) {
    const text = textOf(value)
    if (text === undefined || name === 'cookie') continue
    const isAccept = name === 'accept' && text !== '*/*'
    if (isAccept || isDeclared(operation, 'header', name)) headers[showName(name)] = placeholders.text(text)
    if (name === 'content-type' && exchange.requestBody !== undefined) headers['Content-Type'] = text
  }
  const cookies = Object.entries(exchange.requestCookies).filter(([name]) => {
    return operation.credentials.cookies.has(name) ||
      operation.parameters.some(parameter => parameter.in === 'cookie' && parameter.name === name)
  })
  if (cookies.length > 0) {
    headers.Cookie = cookies.map(([name, value]) => `${name}=${placeholders.text(String(value))}`).join('; ')
  }
  return headers
}

/** Returns a header's name as most documents write it: `Retry-After`. */
function showName (name: string): string {
  return name.replace(/(?:^|-)[a-z]/g, letter => letter.toUpperCase())
}

function textOf (value: unknown): string | undefined {
  return value === undefined ? undefined : Array.isArray(value) ? value.join(', ') : String(value)
}

/** Returns the form of the paths of an operation; `undefined` where they have no parameter. */
function pathRule (path: string, operation: Operation): string | undefined {
  if (!operation.path.includes('{')) return undefined
  const template = sentPath(operation.path)
  const own = template.split(/(\{[^}]*\})/).map(part => part.startsWith('{') ? '[^/]+' : escapePattern(part)).join('')
  const start = path.split('/').slice(0, path.split('/').length - template.split('/').length + 1).join('/')
  return `^${escapePattern(start)}${own}$`
}

function toResponse (exchange: Exchange, context: InteractionContext): PactResponse {
  const { operation, placeholders, states } = context
  const { responseBody, status } = exchange
  const responseHeaders = sentHeaders(exchange.responseHeaders, responseBody)
  const definition = findResponse(operation, status)
  const contentType = textOf(responseHeaders['content-type'])
  const declared = contentType === undefined ? undefined : findMediaType(definition?.content ?? [], contentType)
  const body = toBody(responseBody, { contentType, declared, placeholders, states })
  const headers: Record<string, string> = {}
  if (body !== undefined && contentType !== undefined) headers['Content-Type'] = contentType
  for (const { name, writtenName } of definition?.headers ?? []) {
    const value = textOf(responseHeaders[name])
    if (value !== undefined && name !== 'content-type') headers[writtenName] = placeholders.text(value)
  }
  const rules: MessageRules = {
    header: headerRules(headers, name => responseHeaderSchema(definition, name), operation),
    body: body?.rules ?? {}
  }
  return { status, headers, body: body?.body, rules }
}

function responseHeaderSchema (definition: ResponseDefinition | undefined, name: string): SchemaReference | undefined {
  return definition?.headers.find(header => header.name === name)?.schema
}
