import { isUtf8 } from 'node:buffer'
import { exactJson } from '../exact-json.ts'
import type { MediaType } from '../contract/contract.ts'
import { keptBodyBytes } from '../har/kept-body-bytes.ts'
import { isJson, mediaTypeOf } from '../messages/media-type.ts'
import { bodyRules } from './body-rules.ts'
import type { PactBody } from './interaction.ts'
import { ruleOf } from './matcher.ts'
import type { Rules } from './matcher.ts'
import type { Placeholders } from './placeholders.ts'
import type { ProviderState } from './provider-state.ts'
import { SchemaView } from './schema-view.ts'

/** What a body is converted with. */
export interface BodyContext {
  readonly contentType: string | undefined
  readonly declared: MediaType | undefined
  readonly placeholders: Placeholders
  readonly states: readonly ProviderState[]
  /**
   * Whether lists whose items are alike are shortened.
   * @default true
   */
  readonly shortens?: boolean
}

/** A body, and the rules by which others may differ from it. */
export interface ConvertedBody {
  readonly body: PactBody
  readonly rules: Rules
}

/** Converts a body with its rules; `undefined` for none. */
export function toBody (kept: unknown, context: BodyContext): ConvertedBody | undefined {
  const { contentType = '', declared, placeholders, shortens = true, states } = context
  const bytes = keptBodyBytes(kept, contentType)
  if (bytes === undefined || bytes.length === 0) return undefined
  const mediaType = mediaTypeOf(contentType)
  if (isJson(mediaType)) {
    const value = placeholders.in(exactJson.parse(bytes.toString()))
    const statuses = new Set(states.map(({ name }) => / is (.+)$/.exec(name)?.[1]))
    const fixed = (text: string): boolean => statuses.has(text)
    const view = SchemaView.of(declared?.schema, value)
    const { example, rules } = bodyRules(value, view, { fixed, shortens })
    const body: PactBody = { contentType: mediaType, content: example, kind: 'json' }
    return { body, rules }
  }
  if (!isUtf8(bytes)) {
    const body: PactBody = { contentType, content: bytes.toString('base64'), kind: 'base64' }
    return { body, rules: {} }
  }
  const body: PactBody = { contentType, content: placeholders.text(bytes.toString()), kind: 'text' }
  const isPlain = mediaType.startsWith('text/') && mediaType !== 'text/xml'
  return { body, rules: isPlain ? { $: ruleOf({ match: 'regex', regex: '^[\\s\\S]+$' }) } : {} }
}
