import { generateSync } from 'json-schema-faker'
import type { GenerateSyncOptions, JsonSchema } from 'json-schema-faker'
import type { OpenApiDocument, SchemaReference } from '../contract/contract.ts'
import { schemaValidator } from '../validation/schemas.ts'
import { Random } from '../worlds/random.ts'
import type { World } from '../worlds/world.ts'
import { BoundedSchemas } from './bounded-schema.ts'

/** How a value is made: the examples of its schemas may serve, or all of it is drawn. */
export type GeneratedFrom = 'examples' | 'chance'

export type GenerateValue = (world: World, from: GeneratedFrom) => unknown

/** How often another value is tried when one does not fit its schema; the later ones are simpler. */
const ATTEMPTS: ReadonlyArray<GenerateSyncOptions> = [
  ...Array(4).fill({ useExamplesValue: true, optionalsProbability: 1 }),
  ...Array(3).fill({ optionalsProbability: 0.5 }),
  ...Array(3).fill({ optionalsProbability: 0 })
]

/** Lists are short, and depth is bounded by `BoundedSchemas`: the generator's own bound would break the schema. */
const OPTIONS: GenerateSyncOptions = {
  maxDepth: 1_000,
  maxItems: 3,
  formats: {
    byte: random => Buffer.from(`${random.int(0, 2 ** 31)}`).toString('base64'),
    regex: () => '^[a-z]+$',
    'uri-template': () => 'https://example.com/{id}'
  }
}

const schemasOf = new WeakMap<OpenApiDocument, BoundedSchemas>()

/**
 * Makes the function that makes values of a schema. They follow from the world's seed, and fit the schema unless ten in a row do not;
 * then the first is given, and the check of answers says what is wrong with it.
 */
export function generatorOf (reference: SchemaReference): GenerateValue {
  const validate = schemaValidator(reference)
  return (world, from) => {
    const random = new Random(world.seedFor(`generated ${world.generated++}`))
    let first: unknown
    for (const options of ATTEMPTS) {
      const value = tryOnce(reference, { ...OPTIONS, ...options, seed: random.next(), ...from === 'chance' && { useExamplesValue: false } })
      if (value === undefined) continue
      if (validate(value) === undefined) return value
      first ??= value
    }
    return first ?? null
  }
}

function tryOnce ({ document, pointer }: SchemaReference, options: GenerateSyncOptions): unknown {
  const schemas = schemasIn(document)
  try {
    // What stands in a document is not checked to be a schema before; the generator throws where it is none.
    return generateSync(schemas.at(pointer) as JsonSchema, { ...options, refResolver: reference => schemas.resolve(reference) as JsonSchema })
  } catch {
    return undefined
  }
}

function schemasIn (document: OpenApiDocument): BoundedSchemas {
  let schemas = schemasOf.get(document)
  if (schemas === undefined) schemasOf.set(document, schemas = new BoundedSchemas(document))
  return schemas
}
