import type { RequestBody } from '../contract/contract.ts'
import { isJson } from '../validation/media-type.ts'

/** A callback's body as it is written: its media type and its text. */
export interface EncodedBody {
  readonly contentType: string
  readonly text: string
}

/** Writes a value in the first media type that a callback declares: a form, text as it is where that is no JSON, or else JSON. */
export function encodeBody (value: unknown, declared: RequestBody | undefined): EncodedBody | undefined {
  if (value === undefined) return undefined
  const contentType = declared?.content[0]?.name ?? 'application/json'
  if (contentType === 'application/x-www-form-urlencoded') return { contentType, text: encodeForm(value) }
  if (typeof value === 'string' && !isJson(contentType)) return { contentType, text: value }
  return { contentType, text: JSON.stringify(value) }
}

/** Objects become `name[member]`, as OpenAPI's style deepObject has it; the items of a list repeat its name. */
function encodeForm (value: unknown): string {
  const form = new URLSearchParams()
  for (const [name, member] of Object.entries(value ?? {})) appendField(form, name, member)
  return form.toString()
}

function appendField (form: URLSearchParams, name: string, value: unknown): void {
  if (value === undefined) return
  if (Array.isArray(value)) {
    for (const item of value) appendField(form, name, item)
  } else if (typeof value === 'object' && value !== null) {
    for (const [member, inner] of Object.entries(value)) appendField(form, `${name}[${member}]`, inner)
  } else {
    form.append(name, String(value ?? ''))
  }
}
