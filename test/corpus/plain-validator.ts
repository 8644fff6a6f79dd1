import { Ajv2020 } from 'ajv/dist/2020.js'
import type { AnySchemaObject, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import type { OpenApiDocument } from '../../src/contract/contract.ts'

/** Validates a value of a response; returns its first mistake, or `undefined`. */
export type PlainValidate = (value: unknown) => string | undefined

/**
 * Returns a function that compiles a schema of a document by its pointer, with no code of the server. It returns
 * `null` for a schema that cannot be compiled as it is.
 */
export function plainValidator (document: OpenApiDocument): (pointer: string) => PlainValidate | null {
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, validateSchema: false, logger: false })
  ajvFormats.default(ajv)
  // The expression of ajv-formats rejects local addresses, which documents have as examples.
  ajv.addFormat('url', text => URL.canParse(text))
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

/** Returns whether an error is about a required `writeOnly` member, which responses omit (3.1, Schema Object). */
function isOnlyOfRequests ({ keyword, params, parentSchema }: ErrorObject): boolean {
  return keyword === 'required' && parentSchema?.properties?.[params.missingProperty]?.writeOnly === true
}
