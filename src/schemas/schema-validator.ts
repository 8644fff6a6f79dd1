import type { OpenApiDocument, SchemaReference } from '../contract/contract.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import { resolveBareRef } from '../documents/resolve-ref.ts'
import { UnusableSchema } from '../errors.ts'
import { SchemaCompiler } from './schema-compiler.ts'
import type { SchemaProblem, ReportSchemaProblem, Validate } from './schema-compiler.ts'
import { isSchema } from './schema-keywords.ts'
import type { Direction } from './schema-variant.ts'

type SchemaPlace = Pick<SchemaReference, 'document' | 'pointer'>

const compilers = new WeakMap<OpenApiDocument, SchemaCompiler>()
const listeners = new WeakMap<OpenApiDocument, ReportSchemaProblem>()

/**
 * Creates a validator of a schema that stays where it is in its document. It compiles the schema
 * when it is first used. A request does not require `readOnly` members, a response no `writeOnly`
 * ones (OpenAPI 3.0, Schema Object, Fixed Fields).
 */
export function schemaValidator (reference: SchemaReference, direction?: Direction): Validate {
  let validate: Validate | undefined
  return value => {
    validate ??= compile(reference, direction)
    return validate(value)
  }
}

/** Returns the one compiler of a document's schemas. */
export function compilerOf (document: OpenApiDocument): SchemaCompiler {
  let compiler = compilers.get(document)
  if (compiler === undefined) {
    compiler = new SchemaCompiler(document, problem => listeners.get(document)?.(problem))
    compilers.set(document, compiler)
  }
  return compiler
}

/**
 * Sets the listener that receives each problem of a document's schemas once: what cannot be used in
 * them, and is left out. A schema is looked at when it is first used.
 */
export function onUnusable (document: OpenApiDocument, report: ReportSchemaProblem): void {
  listeners.set(document, report)
}

/**
 * Lists what has been left out so far of the schemas at and below a pointer, because it cannot be
 * used.
 */
export function listUnusable ({ document, pointer }: SchemaPlace): readonly SchemaProblem[] {
  const below = `${pointer}/`
  return compilerOf(document).problems.filter(problem => `${problem.pointer}/`.startsWith(below))
}

function compile (reference: SchemaReference, direction: Direction | undefined): Validate {
  const { contract, document } = reference
  const pointer = targetOf(reference)
  if (!isSchema(getByPointer(document, pointer))) {
    throw new UnusableSchema(contract, pointer, 'there is no schema at this place')
  }
  return compilerOf(document).compile(pointer, direction)
}

/**
 * Returns where the schema is that a bare reference refers to, so that it is not compiled again for
 * each reference.
 */
function targetOf ({ document, definition, pointer }: SchemaReference): string {
  return resolveBareRef(document, { value: definition, pointer }).pointer
}
