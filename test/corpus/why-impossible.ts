import { isObject } from '../../src/contract/is-object.ts'
import type { SchemaReference } from '../../src/contract/contract.ts'
import { getByPointer } from '../../src/contract/json-pointer.ts'
import { kindsOf, valuesOf } from '../../src/responses/facets.ts'
import { NOTHING, SchemaReader } from '../../src/responses/schema-reader.ts'
import type { Schema, Together } from '../../src/responses/schema-reader.ts'
import type { Direction } from '../../src/validation/schema-copies.ts'

/** So deep, a schema is taken to have no end where all that is required leads down. */
const DEEP = 30

/** Says why no value can fit a schema; `undefined` where none of the reasons is found that are looked for. */
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
  if (choice !== undefined) return whyNone(choice.branches().map(branch => ({ schemas: [...together.schemas, ...branch], decided: new Set([...together.decided, choice.source]) })), search)
  const kinds = kindsOf(facets)
  if (kinds.length === 0) return `its types exclude each other${at}`
  const values = valuesOf(facets, kinds)
  if (values !== undefined) return values.length === 0 ? `none of the values listed is of its type${at}` : undefined
  if (kinds.join() === 'array') return whyItems(facets, search)
  return kinds.join() === 'object' ? whyMembers(facets, search) : undefined
}

/** Of alternatives, each must be impossible. */
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
  return why({ schemas: facets.flatMap(({ items }) => items === undefined ? [] : [items]), decided: NOTHING }, { ...search, path: [...search.path, '0'] })
}

function whyMembers (facets: readonly Schema[], search: Search): string | undefined {
  const required = new Set(facets.flatMap(({ required }) => Array.isArray(required) ? required.map(String) : []))
  for (const name of required) {
    const schemas = facets.flatMap(({ additionalProperties, patternProperties, properties }) => {
      if (isObject(properties) && Object.hasOwn(properties, name)) return [properties[name]]
      return additionalProperties === undefined || isObject(patternProperties) ? [] : [additionalProperties]
    })
    if (search.reader.isHidden(schemas)) continue
    if (schemas.includes(false)) return `${name} is required, and additionalProperties: false beside it forbids it${search.path.length === 0 ? '' : ` at /${search.path.slice(0, 5).join('/')}`}`
    const reason = why({ schemas, decided: NOTHING }, { ...search, path: [...search.path, name] })
    if (reason !== undefined) return reason
  }
  return undefined
}
