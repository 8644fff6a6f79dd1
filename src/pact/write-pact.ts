import { hash } from 'node:crypto'
import { exactJson } from '../exact-json.ts'
import type { JsonObject } from '../documents/is-object.ts'
import type { Generators, Interaction, PactBody, PactMessage } from './interaction.ts'
import type { Matcher, Rules } from './matcher.ts'
import type { PactVersion } from './pact-versions.ts'

/** What a pact is written of. */
export interface PactContent {
  readonly consumer: string
  readonly provider: string
  readonly interactions: readonly Interaction[]
  readonly messages: readonly PactMessage[]
}

/** Writes a pact. One of version 3 cannot have messages beside interactions: they are left out. */
export function writePact (content: PactContent, version: PactVersion, tool: string): JsonObject {
  const { consumer, interactions, messages, provider } = content
  const metadata = {
    pactSpecification: { version: `${version}.0${version === '3' ? '.0' : ''}` },
    standin: { version: tool }
  }
  const written = version === '4'
    ? [...interactions.map(interactionV4), ...messages.map(messageV4)]
    : interactions.map(interactionV3)
  return { consumer: { name: consumer }, provider: { name: provider }, interactions: written, metadata }
}

function interactionV4 ({ description, request, response, states }: Interaction): JsonObject {
  const { body, generators, headers, method, path, query, rules } = request
  return {
    type: 'Synchronous/HTTP',
    key: keyOf(description, states),
    description,
    ...states.length > 0 && { providerStates: states },
    request: {
      method,
      path,
      ...notEmpty('query', query),
      ...notEmpty('headers', eachAsList(headers)),
      ...body && { body: bodyV4(body) },
      ...notEmpty('matchingRules', requestRules(rules)),
      ...notEmpty('generators', generatorsOf(generators))
    },
    response: {
      status: response.status,
      ...notEmpty('headers', eachAsList(response.headers)),
      ...response.body && { body: bodyV4(response.body) },
      ...notEmpty('matchingRules', messageRules(response.rules))
    }
  }
}

function messageV4 ({ body, description, metadata, rules, states }: PactMessage): JsonObject {
  return {
    type: 'Asynchronous/Messages',
    key: keyOf(description, states),
    description,
    ...states.length > 0 && { providerStates: states },
    contents: bodyV4(body),
    metadata,
    ...notEmpty('matchingRules', notEmpty('body', rules))
  }
}

/** The same interaction has the same key in every run. */
function keyOf (description: string, states: Interaction['states']): string {
  return hash('sha256', exactJson.stringify([description, states.map(({ name }) => name)]), 'hex').slice(0, 16)
}

function bodyV4 ({ content, contentType, kind }: PactBody): JsonObject {
  return { contentType, encoded: kind === 'base64' ? 'base64' : false, content }
}

function interactionV3 ({ description, request, response, states }: Interaction): JsonObject {
  const { body, generators, headers, method, path, query, rules } = request
  return {
    description,
    ...states.length > 0 && { providerStates: states },
    request: {
      method,
      path,
      ...notEmpty('query', query),
      ...notEmpty('headers', headers),
      ...body && { body: body.content },
      ...notEmpty('matchingRules', inV3(requestRules(rules))),
      ...notEmpty('generators', generatorsOf(generators))
    },
    response: {
      status: response.status,
      ...notEmpty('headers', response.headers),
      ...response.body && { body: response.body.content },
      ...notEmpty('matchingRules', inV3(messageRules(response.rules)))
    }
  }
}

function requestRules ({ body, header, path, query }: Interaction['request']['rules']): JsonObject {
  return {
    ...path !== undefined && { path: { combine: 'AND', matchers: [{ match: 'regex', regex: path }] } },
    ...notEmpty('query', query),
    ...messageRules({ body, header })
  }
}

function messageRules ({ body, header }: Interaction['response']['rules']): JsonObject {
  return { ...notEmpty('header', header), ...notEmpty('body', body) }
}

function generatorsOf ({ body, path, query }: Generators): JsonObject {
  return {
    ...path !== undefined && { path: generator(path) },
    ...notEmpty('query', eachGenerator(query)),
    ...notEmpty('body', eachGenerator(body))
  }
}

function eachGenerator (expressions: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(Object.entries(expressions).map(([place, expression]) => [place, generator(expression)]))
}

function generator (expression: string): JsonObject {
  return { type: 'ProviderState', expression, dataType: 'STRING' }
}

/** Version 3 has other words for booleans and instants. */
function inV3 (rules: JsonObject): JsonObject {
  const text = exactJson.stringify(rules, undefined)
  const parsed = JSON.parse(text, (_name, value: unknown) => isMatcher(value) ? matcherV3(value) : value) as JsonObject
  return parsed
}

function isMatcher (value: unknown): value is Matcher {
  return typeof value === 'object' && value !== null && 'match' in value && typeof value.match === 'string'
}

function matcherV3 (matcher: Matcher): JsonObject {
  switch (matcher.match) {
    case 'boolean': return { match: 'type' }
    case 'datetime': return { match: 'timestamp', timestamp: matcher.format }
    case 'date': return { match: 'date', date: matcher.format }
    default: return { ...matcher }
  }
}

function eachAsList (headers: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]))
}

function notEmpty (name: string, members: Rules | JsonObject): JsonObject {
  return Object.keys(members).length === 0 ? {} : { [name]: members }
}
