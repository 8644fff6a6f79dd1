import type { Operation, SchemaReference } from '../contract/contract.ts'
import { generatorOf } from '../responses/generate-value.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import { World } from '../worlds/world.ts'
import { itemsOf, isNullable, keywordOf, typeOf } from './types-of.ts'
import { successOf } from './success-of.ts'
import type { Direction } from '../schemas/schema-variant.ts'

/** What there is at first of what is counted, or said to be so. */
const NOTHING: Readonly<Record<string, unknown>> = { integer: 0, number: 0, boolean: false }

/** Gives values that fit schemas, the same ones at every run. */
export class Samples {
  readonly #world = new World('samples', { seed: 1, startsAt: 0, indexes: [], maxResources: 0, maxExchanges: 0 })

  /** A value for what a server fills: what stands in an example, else the default, else nothing of it where that will do, else a generated one. */
  of (schema: SchemaReference, example?: unknown): unknown {
    if (example !== undefined && example !== null && fitsSchema(schema, example)) return example
    const plain = [keywordOf(schema, 'example'), keywordOf(schema, 'default'), itemsOf(schema) && [], isNullable(schema) ? null : undefined, NOTHING[typeOf(schema) ?? '']]
    const found = plain.find(value => value !== undefined && fitsSchema(schema, value))
    return found === undefined ? this.any(schema, 'examples') : found
  }

  /** A value such as clients might send. */
  any (schema: SchemaReference, from: 'examples' | 'chance', direction: Direction = 'response'): unknown {
    try {
      return generatorOf(schema, direction)(this.#world, from).value
    } catch {
      // No value can be made of a schema that cannot be used: what needs one is tried without, and left out.
      return null
    }
  }

  close (): void {
    this.#world.close()
  }
}

/** The first example of what an operation answers when all is well. */
export function exampleOf (operation: Operation | undefined): unknown {
  const success = operation && successOf(operation)
  return success?.response.content.flatMap(({ examples }) => examples).find(({ value }) => value !== undefined)?.value
}

function fitsSchema (schema: SchemaReference, value: unknown): boolean {
  try {
    return schemaValidator(schema)(value) === undefined
  } catch {
    // A schema that cannot be compiled: what is made of it is tried as part of a reply.
    return true
  }
}
