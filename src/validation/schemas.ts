import { Ajv2020 } from 'ajv/dist/2020.js'
import type { AnySchemaObject, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import type { OpenApiDocument, SchemaReference } from '../contract/contract.ts'
import { resolveRef } from '../contract/resolve-ref.ts'
import { UnusableSchema } from '../errors.ts'
import { FORMATS } from './formats.ts'
import { toSchemaDocument } from './schema-document.ts'

/** Answers what is wrong with a value; `undefined` when it fits. */
export type Validate = (value: unknown) => readonly ErrorObject[] | undefined

/** The name of the document within its own Ajv; `$ref`s such as `#/components/…` are relative to it. */
const DOCUMENT = 'contract'

const compilers = new WeakMap<OpenApiDocument, Ajv2020>()

/** Makes a validator of a schema that stays where it is in its document. It compiles when it is first used, and keeps what it compiled. */
export function schemaValidator (reference: SchemaReference): Validate {
  let validate: ValidateFunction | undefined
  return value => {
    validate ??= compile(reference)
    // Ajv leaves its errors on the function, for the next call to replace.
    return validate(value) ? undefined : validate.errors ?? []
  }
}

function compile ({ contract, document, definition, pointer: written }: SchemaReference): ValidateFunction {
  // Ajv would compile what is referred to again for each reference.
  const pointer = Object.keys(definition).join() === '$ref' ? resolveRef(document, definition, written)?.pointer ?? written : written
  try {
    const validate = compilerOf(document).getSchema(`${DOCUMENT}#${toFragment(pointer)}`)
    if (validate !== undefined) return validate
  } catch (error) {
    throw new UnusableSchema(contract, pointer, error instanceof Error ? error.message : String(error))
  }
  throw new UnusableSchema(contract, pointer, 'there is no schema at this place')
}

function compilerOf (document: OpenApiDocument): Ajv2020 {
  let ajv = compilers.get(document)
  if (ajv === undefined) {
    ajv = createCompiler(document)
    compilers.set(document, ajv)
  }
  return ajv
}

function createCompiler (document: OpenApiDocument): Ajv2020 {
  // Ajv would coerce "1" to 1 and fill in defaults; a contract test must see the difference.
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, validateSchema: false, logger: false })
  ajvFormats.default(ajv)
  for (const [name, format] of Object.entries(FORMATS)) ajv.addFormat(name, format)
  // A document is no schema, but holds them; Ajv only looks for what `$ref`s name.
  return ajv.addSchema(toSchemaDocument(document) as AnySchemaObject, DOCUMENT)
}

/** A JSON pointer as the fragment of a URI (RFC 6901, section 6). */
function toFragment (pointer: string): string {
  return pointer.split('/').map(encodeURIComponent).join('/')
}
