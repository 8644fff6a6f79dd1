import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ErrorObject } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import { exactJson } from '../exact-json.ts'
import type { Contract } from '../contract/contract.ts'
import { parseJsonPointer } from '../documents/json-pointer.ts'
import type { Report } from '../documents/problem.ts'
import { walkDocument } from '../documents/walk-document.ts'
import { addLargeNumbers } from './add-large-numbers.ts'
import { APPLICATORS, ASSERTIONS } from './schema-keywords.ts'
import { shorten } from './shorten.ts'
import { takeLargeNumbers } from './take-large-numbers.ts'

const META_SCHEMA = 'https://json-schema.org/draft/2020-12/schema'

/** Reports what is not valid JSON Schema (2020-12) in a document's schemas. */
export function checkSchemas ({ document }: Pick<Contract, 'document'>, report: Report): void {
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, code: { process: takeLargeNumbers } })
  ajvFormats.default(ajv)
  addLargeNumbers(ajv)
  const validate = ajv.getSchema(META_SCHEMA)
  walkDocument(document, ({ kind, value, pointer, within }) => {
    // A schema is validated together with those that it holds.
    if (kind !== 'schema' || within === 'schema' || validate?.(value) !== false) return
    for (const error of firstByPlace(validate.errors ?? [])) {
      report(pointer + error.instancePath, describe(error))
    }
  })
}

/** Keeps the first error of each value, besides those of `type`, which are reported when the document is read. */
function firstByPlace (errors: readonly ErrorObject[]): ErrorObject[] {
  const byPlace = new Map<string, ErrorObject>()
  for (const error of errors) {
    const isOfType = error.schemaPath.includes('/properties/type/') || error.schemaPath.includes('/simpleTypes/')
    if (!isOfType && !byPlace.has(error.instancePath)) byPlace.set(error.instancePath, error)
  }
  // The errors within a referenced schema are listed too.
  return [...byPlace.values()].filter(({ keyword }) => keyword !== '$ref' && keyword !== '$dynamicRef')
}

function describe ({ instancePath, data, keyword, params }: ErrorObject): string {
  const path = parseJsonPointer(instancePath) ?? []
  const [name, holder] = [path.at(-1) ?? 'schema', path.at(-2)]
  const expected = keywordRule(holder, name) ?? toExpected(keyword, params)
  return `"${name}" must be ${expected}, but is ${shorten(exactJson.stringify(data))}`
}

/** Returns what a keyword must be; `undefined` for a schema of that name, such as a property `type`. */
function keywordRule (holder: string | undefined, name: string): string | undefined {
  const isSchema = holder !== undefined && APPLICATORS[holder] === 'schemas by name'
  return isSchema || !Object.hasOwn(ASSERTIONS, name) ? undefined : ASSERTIONS[name]?.expected
}

const TITLES: Readonly<Record<string, string>> = { array: 'a list', object: 'an object', boolean: 'true or false' }

function toExpected (keyword: string, params: ErrorObject['params']): string {
  if (keyword !== 'type') return 'a valid schema'
  const types: readonly string[] = [params.type].flat()
  return types.map(type => TITLES[type] ?? `a ${type}`).join(' or ')
}
