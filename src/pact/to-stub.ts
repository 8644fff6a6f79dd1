import type { Operation } from '../contract/contract.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { isJson, mediaTypeOf } from '../messages/media-type.ts'
import { literal } from '../simulation/literal.ts'
import { matchOperation } from './match-operation.ts'
import type { ReadInteraction } from './read-pact.ts'
import { RuleSchemas, rulesOfPart } from './rule-schema.ts'

/** A stub that an interaction becomes, and what it cannot say. */
export interface PactStub {
  readonly stub: JsonObject
  readonly warnings: readonly string[]
}

/** Headers that say how a body is carried, or that any client has. */
const NOT_MATCHED = new Set(['content-type', 'content-length', 'accept', 'host', 'user-agent', 'connection'])

/** Converts an interaction to a stub: its request, as far as rules can be said, and its response as the reply. */
export function toStub (interaction: ReadInteraction, operations: readonly Operation[]): PactStub {
  const { request, response, states } = interaction
  const warnings: string[] = []
  const matched = matchOperation(operations, request.method, request.path)
  const when: Record<string, unknown> = {}
  const schemas: JsonObject = {}
  const values = Object.entries(matched?.path ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])
  const path: Record<string, string> = Object.fromEntries(values)
  if (Object.keys(path).length > 0) {
    if (rulesOfPart(request.rules, 'path').size === 0) when.path = path
    else warnings.push('the path has a rule: any values of its parameters match')
  }
  addTexts('query', Object.fromEntries(new URLSearchParams(request.query)), { interaction, schemas, when, warnings })
  const headers = Object.entries(request.headers).filter(([name]) => !NOT_MATCHED.has(name))
  addTexts('headers', Object.fromEntries(headers), { interaction, schemas, when, warnings })
  addBody(interaction, { schemas, when, warnings })
  if (Object.keys(schemas).length > 0) when.schemas = schemas
  if (states.length > 0) {
    warnings.push(`it responds in any state, not only where ${states.map(({ name }) => `"${name}"`).join(' and ')}`)
  }
  const operation = matched?.operation.id ?? { method: request.method, path: request.path }
  const stub: JsonObject = {
    operation,
    ...Object.keys(when).length > 0 && { when },
    reply: replyOf(response),
    ...matched === undefined && { contract: 'off' }
  }
  return { stub, warnings }
}

interface StubParts {
  readonly when: Record<string, unknown>
  readonly schemas: JsonObject
  readonly warnings: string[]
}

/** Adds the conditions of parts whose values are texts: an equal text, or a text that a rule allows. */
function addTexts (
  part: 'query' | 'headers',
  values: Readonly<Record<string, string>>,
  { interaction, schemas, warnings, when }: StubParts & { readonly interaction: ReadInteraction }
): void {
  const rules = rulesOfPart(interaction.request.rules, part === 'query' ? 'query' : 'header')
  const byName = new Map([...rules].map(([name, rule]) => [part === 'query' ? name : name.toLowerCase(), rule]))
  const equal: Record<string, string> = {}
  const ruled: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    const rule = byName.get(name)
    if (rule === undefined) {
      equal[name] = value
      continue
    }
    const [matcher] = Array.isArray(rule.matchers) ? rule.matchers as JsonObject[] : []
    const isRegex = matcher?.match === 'regex' || (matcher?.match === undefined && matcher?.regex !== undefined)
    ruled[name] = isRegex ? { pattern: matcher?.regex } : {}
    if (!isRegex && matcher?.match !== 'type') warnings.push(`${part} ${name}: any value matches`)
  }
  if (Object.keys(equal).length > 0) when[part] = equal
  if (Object.keys(ruled).length > 0) schemas[part] = { required: Object.keys(ruled), properties: ruled }
}

function addBody ({ request: { body, rules } }: ReadInteraction, { schemas, warnings, when }: StubParts): void {
  if (body === undefined) return
  if (!isJson(mediaTypeOf(body.contentType))) {
    warnings.push('the body is no JSON: any body matches')
    return
  }
  const ofBody = rulesOfPart(rules, 'body')
  if (ofBody.size === 0) {
    when.body = body.value
    when.exact = ['body']
    return
  }
  const writer = new RuleSchemas(ofBody)
  schemas.body = writer.of(body.value)
  for (const name of writer.loosened) warnings.push(`body: the rule "${name}" is taken for that of a type`)
}

function replyOf ({ body, headers, status }: ReadInteraction['response']): JsonObject {
  const isText = body !== undefined && !isJson(mediaTypeOf(body.contentType))
  const shown = Object.entries(headers).filter(([name]) => isText || name !== 'content-type')
  return {
    status,
    ...shown.length > 0 && { headers: literal(Object.fromEntries(shown)) },
    ...body !== undefined && isText && { base64: body.bytes.toString('base64') },
    ...body !== undefined && !isText && { body: literal(body.value) }
  }
}
