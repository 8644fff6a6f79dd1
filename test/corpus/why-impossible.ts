import { Ajv2020 } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { isObject } from '../../src/documents/is-object.ts'
import type { SchemaReference } from '../../src/contract/contract.ts'
import { getByPointer } from '../../src/documents/json-pointer.ts'
import { kindsOf, valuesOf } from '../../src/responses/facets.ts'
import { createPatternText } from '../../src/responses/pattern-text.ts'
import { NOTHING, SchemaReader } from '../../src/responses/schema-reader.ts'
import type { Together } from '../../src/responses/schema-reader.ts'
import type { Schema } from '../../src/schemas/schema.ts'
import type { Direction } from '../../src/schemas/schema-variant.ts'
import { Random } from '../../src/worlds/random.ts'
import { formatMakers } from '../../src/responses/text-maker.ts'

/** The depth of required members from which a schema counts as endless. */
const DEEP = 30

/** Returns why no value can match a schema; `undefined` where no known reason applies. */
export function whyImpossible (reference: SchemaReference, direction: Direction): string | undefined {
  const reader = new SchemaReader(reference.document, direction)
  return why({ schemas: [getByPointer(reference.document, reference.pointer)], decided: NOTHING }, { reader, path: [] })
}

interface Search {
  readonly reader: SchemaReader
  readonly path: readonly string[]
}

function why (together: Together, search: Search): string | undefined {
  const { reader, path } = search
  const at = path.length === 0 ? '' : ` at /${path.slice(0, 5).join('/')}`
  if (path.length > DEEP) return `what is required has no end${at}`
  const { choices: [choice], facets, isImpossible } = reader.lay(together)
  if (isImpossible) return `it must be there and must not${at}`
  if (
    facets.some(
      ({ oneOf }) =>
        Array.isArray(oneOf) &&
        oneOf.length > 1 &&
        oneOf.every(branch => isEmptyOnly(branch, reader))
    )
  ) { return `each of its alternatives takes nothing but {}, which fits all${at}` }
  if (choice !== undefined) {
    return whyNone(
      choice
        .branches()
        .map(branch => ({
          schemas: [...together.schemas, ...branch],
          decided: new Set([...together.decided, choice.source])
        })),
      search
    )
  }
  const kinds = kindsOf(facets)
  if (kinds.length === 0) return `its types exclude each other${at}`
  const values = valuesOf(facets, kinds)
  if (values !== undefined) return values.length === 0 ? `none of the values listed is of its type${at}` : undefined
  if (kinds.join() === 'string') return whyText(facets, at)
  if (kinds.join() === 'array') return whyItems(facets, search)
  return kinds.join() === 'object' ? whyMembers(facets, search) : undefined
}

/** How many texts of each kind are tried. */
const TEXTS = 100

/** Tries texts for a pattern with a format. That none matches both is no proof, but the best evidence. */
function whyText (facets: readonly Schema[], at: string): string | undefined {
  const formats = facets.map(({ format }) => format).filter(format => typeof format === 'string')
  const patterns = facets.map(({ pattern }) => pattern).filter(pattern => typeof pattern === 'string')
  if (formats.length === 0 || patterns.length === 0) return undefined
  const random = new Random('texts')
  const lengths = { shortest: 0, longest: Infinity }
  const drawMatching = createPatternText(patterns, lengths)
  const draws = [(random: Random) => drawMatching(random), ...formats.flatMap(formatMakers)]
  const fits = new Ajv2020({ strict: false, logger: false, formats: fullFormats }).compile({
    allOf: facets.map(({ format, pattern }) => ({
      ...(typeof format === 'string' && { format }),
      ...(typeof pattern === 'string' && { pattern })
    }))
  })
  const isFound = draws.some(draw => {
    return Array.from({ length: TEXTS }, () => draw(random, lengths)).some(text => fits(text))
  })
  return isFound ? undefined : `no text was found that has both its pattern and its format${at}`
}

/** Returns whether a schema accepts no object but `{}`. */
function isEmptyOnly (schema: unknown, reader: SchemaReader): boolean {
  const { choices, facets } = reader.lay({ schemas: [schema], decided: NOTHING })
  return (
    choices.length === 0 &&
    kindsOf(facets).join() === 'object' &&
    facets.some(
      ({ additionalProperties, patternProperties, properties }) =>
        additionalProperties === false &&
        properties === undefined &&
        patternProperties === undefined
    )
  )
}

/** Returns a reason where each of several alternatives is impossible. */
function whyNone (branches: readonly Together[], search: Search): string | undefined {
  const reasons: string[] = []
  for (const branch of branches) {
    const reason = why(branch, { ...search, path: [...search.path, ...search.path.slice(-1)] })
    if (reason === undefined) return undefined
    reasons.push(reason)
  }
  return reasons[0]
}

function whyItems (facets: readonly Schema[], search: Search): string | undefined {
  if (!facets.some(({ minItems }) => Number(minItems) > 0)) return undefined
  const schemas = facets.map(({ items }) => items).filter(items => items !== undefined)
  return why({ schemas, decided: NOTHING }, { ...search, path: [...search.path, '0'] })
}

/** Returns the schema of a member; `undefined` where the facet says nothing of it. */
function memberSchema (facet: Schema, name: string): unknown {
  const { additionalProperties, patternProperties, properties } = facet
  if (isObject(properties) && Object.hasOwn(properties, name)) return properties[name]
  return isObject(patternProperties) ? undefined : additionalProperties
}

function whyMembers (facets: readonly Schema[], search: Search): string | undefined {
  const required = new Set(facets.flatMap(({ required }) => Array.isArray(required) ? required.map(String) : []))
  for (const name of required) {
    const schemas = facets.map(facet => memberSchema(facet, name)).filter(schema => schema !== undefined)
    if (search.reader.isHidden(schemas)) continue
    if (schemas.includes(false)) {
      const place = search.path.length === 0 ? '' : ` at /${search.path.slice(0, 5).join('/')}`
      return `${name} is required, and additionalProperties: false beside it forbids it${place}`
    }
    const reason = why({ schemas, decided: NOTHING }, { ...search, path: [...search.path, name] })
    if (reason !== undefined) return reason
  }
  return undefined
}
