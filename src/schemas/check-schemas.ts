import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ErrorObject } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import { exactJson } from '../exact-json.ts'
import type { Contract } from '../contract/contract.ts'
import { parseJsonPointer } from '../documents/json-pointer.ts'
import type { Report } from '../documents/problem.ts'
import { walkDocument } from '../documents/walk-document.ts'
import { addLargeNumbers, takeLargeNumbers } from './large-numbers.ts'
import { shorten } from './shorten.ts'

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

/** Keeps the first error of each value: a wrong `type` alone may have three. */
function firstByPlace (errors: readonly ErrorObject[]): ErrorObject[] {
  const byPlace = new Map<string, ErrorObject>()
  for (const error of errors) if (!byPlace.has(error.instancePath)) byPlace.set(error.instancePath, error)
  // The errors within a referenced schema are listed too.
  return [...byPlace.values()].filter(({ keyword }) => keyword !== '$ref' && keyword !== '$dynamicRef')
}

function describe ({ instancePath, data, keyword, params }: ErrorObject): string {
  const name = parseJsonPointer(instancePath)?.at(-1) ?? 'schema'
  const expected = toExpected(keyword, params)
  return `"${name}" must be ${expected}, but is ${shorten(exactJson.stringify(data))}`
}

function toExpected (keyword: string, params: ErrorObject['params']): string {
  if (keyword === 'type') return String(params.type).replaceAll(',', ' or ')
  return keyword === 'enum' ? `one of ${String(params.allowedValues)}` : 'valid JSON Schema'
}
