import type { Schema } from './schema.ts'

type Members = Readonly<Record<string, Schema>>

export const INSTANT = { type: 'string', format: 'date-time' }

/**
 * Returns the schema of an object with these members and no others, all required but the optional
 * ones.
 */
export function closed (description: string, properties: Members, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter(name => !optional.includes(name))
  return { description, type: 'object', additionalProperties: false, required, properties }
}

/** Returns the responses of an operation whose response has no body. */
export function noContent (description: string): Schema {
  return { 204: { type: 'null', description } }
}

/** Returns a schema that also allows null. */
export function nullable (schema: Schema): Schema {
  if (typeof schema.type !== 'string') return { anyOf: [schema, { type: 'null' }] }
  const values = Array.isArray(schema.enum) ? { enum: [...schema.enum, null] } : {}
  return { ...schema, ...values, type: [schema.type, 'null'] }
}
