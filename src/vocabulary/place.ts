import type { Schema } from '../schemas/schema.ts'

/** The words that can stand at a place of a document, as the JSON Schema of the object that has them. */
export interface Place<Word extends string = string> extends Schema {
  readonly description: string
  readonly type: 'object'
  readonly additionalProperties: false
  readonly required: readonly Word[]
  readonly properties: Readonly<Record<Word, Schema>>
}

/** Returns a place with its words, in the order in which messages list them. */
export function place<Word extends string> (
  description: string,
  properties: Readonly<Record<Word, Schema>>,
  required: readonly NoInfer<Word>[] = []
): Place<Word> {
  return { description, type: 'object', additionalProperties: false, required, properties }
}

/** Lists the words of a place. */
export function wordsOf<Word extends string> ({ properties }: Place<Word>): readonly Word[] {
  return Object.keys(properties) as Word[]  // which Object.keys does not know
}

/** Returns a schema with a description of its use. */
export function described (description: string, schema: Schema): Schema {
  return { description, ...schema }
}

/** Returns a reference to one of the definitions of `x-standin`. */
export function refTo (name: string): Schema {
  return { $ref: `#/definitions/${name}` }
}

/** Returns the schema of an object with names of the user's choice. */
export function named (values: Schema): Schema {
  return { type: 'object', additionalProperties: values }
}

/** Returns the schema of a list. */
export function listOf (items: Schema): Schema {
  return { type: 'array', items }
}
