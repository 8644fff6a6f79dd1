import type { JsonObject } from '../documents/is-object.ts'

/** A JSON Schema that is an object, as read from a document or stated in code. */
export type Schema = Readonly<JsonObject>
