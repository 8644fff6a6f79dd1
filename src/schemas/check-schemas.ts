import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ErrorObject } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import type { Contract } from '../contract/contract.ts'
import { parsePointer } from '../documents/json-pointer.ts'
import type { Report } from '../documents/problem.ts'
import { walkDocument } from '../documents/walk-document.ts'

const META_SCHEMA = 'https://json-schema.org/draft/2020-12/schema'

/** Reports what in the schemas of a document is not as JSON Schema (2020-12) has it. */
export function checkSchemas ({ document }: Pick<Contract, 'document'>, report: Report): void {
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true })
  ajvFormats.default(ajv)
  const validate = ajv.getSchema(META_SCHEMA)
  walkDocument(document, ({ kind, value, pointer, within }) => {
    // What a schema holds is looked at together with it.
    if (kind !== 'schema' || within === 'schema' || validate?.(value) !== false) return
    for (const error of withoutAlternatives(validate.errors ?? [])) report(pointer + error.instancePath, describe(error))
  })
}

/** Of what is wrong with a value in several ways, the first; `type` alone may be wrong in three. */
function withoutAlternatives (errors: readonly ErrorObject[]): ErrorObject[] {
  const byPlace = new Map<string, ErrorObject>()
  for (const error of errors) if (!byPlace.has(error.instancePath)) byPlace.set(error.instancePath, error)
  // An element of a list that is no such list need not be told as well.
  return [...byPlace.values()].filter(({ keyword }) => keyword !== '$ref' && keyword !== '$dynamicRef')
}

function describe ({ instancePath, data, keyword, params }: ErrorObject): string {
  const name = parsePointer(instancePath)?.at(-1) ?? 'schema'
  const what = keyword === 'type' ? `: expected ${String(params.type).replaceAll(',', ' or ')}` : keyword === 'enum' ? `: expected one of ${String(params.allowedValues)}` : ''
  return `"${name}" is no part of a JSON Schema as it stands, ${shorten(JSON.stringify(data))}${what}`
}

function shorten (text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
