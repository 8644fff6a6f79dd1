import type { Ajv2020 } from 'ajv/dist/2020.js'
import type { Declaration } from '../simulation/declaration.ts'
import { addFormats } from '../schemas/add-formats.ts'
import { loadAjv } from '../schemas/load-ajv.ts'
import { patternEngine } from '../schemas/compile-pattern.ts'

/** Tests a value. */
export type Fits = (value: unknown) => boolean

let compiler: Ajv2020 | undefined

/** Compiles the JSON Schema (2020-12) of a stub; rejects a schema that is not valid. */
export function compileSchema (declaration: Declaration): Fits {
  const { value } = declaration
  if (
    typeof value !== 'boolean' &&
    (typeof value !== 'object' || value === null || Array.isArray(value))
  ) {
    return declaration.refuse('must be a JSON Schema')
  }
  compiler ??= createCompiler()
  try {
    return compiler.compile(value)
  } catch (error) {
    return declaration.refuse(
      `is not a JSON Schema: ${error instanceof Error ? error.message : String(error)}`
    )
  } finally {
    // Ajv would keep every schema forever.
    compiler.removeSchema(value)
  }
}

function createCompiler (): Ajv2020 {
  const { Ajv2020, formats } = loadAjv()
  const ajv = new Ajv2020({
    strictSchema: true,
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    logger: false,
    code: { regExp: patternEngine }
  })
  addFormats(ajv, formats)
  return ajv
}
