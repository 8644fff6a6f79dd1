import type { OpenApiDocument, SchemaReference } from '../contract/contract.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import { resolveRef } from '../documents/resolve-ref.ts'
import { UnusableSchema } from '../errors.ts'
import { SchemaCompiler } from './schema-compiler.ts'
import type { SchemaProblem, TellProblem, Validate } from './schema-compiler.ts'
import type { Direction } from './schema-copies.ts'
import { isSchema } from './schema-keywords.ts'

const compilers = new WeakMap<OpenApiDocument, SchemaCompiler>()
const listeners = new WeakMap<OpenApiDocument, TellProblem>()

/**
 * Makes a validator of a schema that stays where it is in its document. It compiles when it is first used, and keeps what it compiled.
 * In a request, what is `readOnly` is not required; in a response, what is `writeOnly` (OpenAPI 3.0, Schema Object, Fixed Fields).
 */
export function schemaValidator (reference: SchemaReference, direction?: Direction): Validate {
  let validate: Validate | undefined
  return value => {
    validate ??= compile(reference, direction)
    return validate(value)
  }
}

/** The one compiler of a document's schemas. */
export function compilerOf (document: OpenApiDocument): SchemaCompiler {
  let compiler = compilers.get(document)
  if (compiler === undefined) compilers.set(document, compiler = new SchemaCompiler(document, problem => listeners.get(document)?.(problem)))
  return compiler
}

/** Lets a listener be told, once, of each thing that is left out of the schemas of a document because it cannot be used; each is found when its schema is first used. */
export function onUnusable (document: OpenApiDocument, tell: TellProblem): void {
  listeners.set(document, tell)
}

/** What has been left out so far of the schemas that begin at a place, because it cannot be used. */
export function listUnusable ({ document, pointer }: Pick<SchemaReference, 'document' | 'pointer'>): readonly SchemaProblem[] {
  return compilerOf(document).problems.filter(problem => problem.pointer === pointer || problem.pointer.startsWith(`${pointer}/`))
}

function compile ({ contract, document, definition, pointer: written }: SchemaReference, direction: Direction | undefined): Validate {
  // What is referred to would be compiled again for each reference.
  const pointer = Object.keys(definition).join() === '$ref' ? resolveRef(document, definition, written)?.pointer ?? written : written
  if (!isSchema(getByPointer(document, pointer))) throw new UnusableSchema(contract, pointer, 'there is no schema at this place')
  return compilerOf(document).compile(pointer, direction)
}
