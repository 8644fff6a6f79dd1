import type { Schema } from '../schemas/schema.ts'
import { listOf, named, refTo } from './place.ts'

/** A text. */
export const TEXT: Schema = { type: 'string' }

/** `true` or `false`. */
export const FLAG: Schema = { type: 'boolean' }

/** An ISO 8601 duration of weeks, days, hours, minutes and seconds. */
export const DURATION: Schema = {
  type: 'string',
  pattern: '^P(?=\\d|T)',
  examples: ['PT5S', 'PT1M', 'P7D']
}

/** A whole number from a minimum. */
export function integerFrom (minimum: number): Schema {
  return { type: 'integer', minimum }
}

/** A template: any JSON value with expressions. */
export const TEMPLATE = refTo('Template')

/** A reply, or the name of one. */
export const REPLY = refTo('Reply')

/** Names of statuses. */
export const STATUSES = listOf(TEXT)

/** Templates by name. */
export const TEMPLATES = named(TEMPLATE)

/** Templates of members by name, or one expression for all of them. */
export const MEMBERS: Schema = {
  anyOf: [{ type: 'string', pattern: '^\\$(?!\\$)' }, { type: 'object', ...TEMPLATE }]
}
