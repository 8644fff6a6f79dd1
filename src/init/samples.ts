import type { SchemaReference } from '../contract/contract.ts'
import { generatorOf } from '../responses/generate-value.ts'
import type { Direction } from '../schemas/schema-variant.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import { World } from '../worlds/world.ts'
import { isNullable, itemsOf, keywordOf, typeOf } from './types-of.ts'

/** Initial values of numbers and flags. */
const INITIAL: Readonly<Record<string, unknown>> = { integer: 0, number: 0, boolean: false }

/** Creates values that are valid for schemas, the same ones at every run. */
export class Samples {
  readonly #world = new World('samples', { seed: 1, startsAt: 0, indexes: [], maxResources: 0, maxExchanges: 0 })

  /**
   * Returns a value that a server could begin with: the example, else the default, else an empty list, null, zero or
   * false, whichever is valid first; else a generated value.
   */
  of (schema: SchemaReference, example?: unknown): unknown {
    if (example !== undefined && example !== null && isValid(schema, example)) return example
    const plain = [
      keywordOf(schema, 'example'),
      keywordOf(schema, 'default'),
      itemsOf(schema) && [],
      isNullable(schema) ? null : undefined,
      INITIAL[typeOf(schema) ?? '']
    ]
    const found = plain.find(value => value !== undefined && isValid(schema, value))
    return found === undefined ? this.any(schema, 'examples') : found
  }

  /** Returns a value that a client could send. */
  any (schema: SchemaReference, from: 'examples' | 'chance', direction: Direction = 'response'): unknown {
    try {
      return generatorOf(schema, direction)(this.#world, from).value
    } catch {
      // No value fits the schema: the operation is tried without one, and left out.
      return null
    }
  }

  close (): void {
    this.#world.close()
  }
}

/**
 * Returns whether a schema accepts a value. A schema that cannot be compiled does: the value is
 * tried in a response later.
 */
export function isValid (schema: SchemaReference, value: unknown): boolean {
  try {
    return schemaValidator(schema)(value) === undefined
  } catch {
    return true
  }
}
