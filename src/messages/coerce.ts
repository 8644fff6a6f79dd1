import { toExactNumber } from '../exact-json.ts'
import type { Shape } from '../schemas/shape.ts'

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/**
 * Converts text to the kind of value that a schema describes; text that is no such value stays
 * text, which the schema rejects.
 */
export function coerce (text: string, { kinds }: Shape): unknown {
  if (kinds.size === 0 || (kinds.size === 1 && kinds.has('string'))) return text
  if ((kinds.has('integer') || kinds.has('number')) && NUMBER.test(text)) return toNumber(text)
  if (kinds.has('boolean') && (text === 'true' || text === 'false')) return text === 'true'
  if (kinds.has('null') && text === 'null') return null
  return text
}

/** Converts text to a number unless it is too large for a double. */
function toNumber (text: string): number | bigint | string {
  return Number.isFinite(Number(text)) ? toExactNumber(text) : text
}
