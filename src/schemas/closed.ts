/** A JSON Schema as the admin API's document has it. */
export type Schema = Readonly<Record<string, unknown>>

export const INSTANT = { type: 'string', format: 'date-time' }

/** The schema of an object that has all of its members and no others. */
export function closed (description: string, properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
  return { description, type: 'object', additionalProperties: false, required: Object.keys(properties).filter(name => !optional.includes(name)), properties }
}

/** The answer of an operation that has nothing to tell. */
export function noContent (description: string): Schema {
  return { 204: { type: 'null', description } }
}

/** The value of a schema, or null. */
export function nullable (schema: Schema): Schema {
  if (typeof schema.type !== 'string') return { anyOf: [schema, { type: 'null' }] }
  const values = Array.isArray(schema.enum) ? { enum: [...schema.enum, null] } : {}
  return { ...schema, ...values, type: [schema.type, 'null'] }
}
