import { Ajv2020 } from 'ajv/dist/2020.js'
import type { AnySchemaObject, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import type { OpenApiDocument } from '../../src/contract/contract.ts'

/** Answers what is wrong with a value of an answer; `undefined` where it fits. */
export type PlainValidate = (value: unknown) => string | undefined

/**
 * Validators of the schemas of a document, by pointer, that share nothing with the server's; `null` where a
 * schema cannot be compiled as it stands.
 */
export function plainValidator (document: OpenApiDocument): (pointer: string) => PlainValidate | null {
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, validateSchema: false, logger: false })
  ajvFormats.default(ajv)
  try {
    // A document is no schema, but holds them.
    ajv.addSchema(document as AnySchemaObject, 'document')
  } catch {
    return () => null
  }
  return pointer => {
    const validate = compile(ajv, pointer)
    if (validate === undefined) return null
    return value => {
      if (validate(value)) return undefined
      const [error] = (validate.errors ?? []).filter(error => !isOnlyOfRequests(error))
      return error && `${error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`
    }
  }
}

function compile (ajv: Ajv2020, pointer: string): ValidateFunction | undefined {
  try {
    return ajv.getSchema(`document#${pointer.split('/').map(encodeURIComponent).join('/')}`)
  } catch {
    return undefined
  }
}

/** What is `writeOnly` need not be in an answer, though it is required (OpenAPI 3.1, Schema Object). */
function isOnlyOfRequests ({ keyword, params, parentSchema }: ErrorObject): boolean {
  return keyword === 'required' && parentSchema?.properties?.[params.missingProperty]?.writeOnly === true
}
