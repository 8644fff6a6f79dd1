import type { Contract, MediaType, Operation, SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer, getByPointer, parseJsonPointer } from '../documents/json-pointer.ts'
import type { Problem } from '../documents/problem.ts'
import { NESTED_TOO_DEEPLY } from './schema-compiler.ts'
import { SchemaCopies } from './schema-copies.ts'
import { plainVariant } from './schema-variant.ts'

/**
 * Lists what the schemas of a document hold that cannot be used, and is left out: what JSON Schema
 * 2020-12 does not allow, references to nothing, regular expressions that do not compile; and what
 * is allowed, but surely not meant. It looks at all schemas, used or not.
 */
export function listSchemaProblems (contract: Contract): Problem[] {
  const problems = new Map<string, Problem>()
  const copies = new SchemaCopies(contract.document, (pointer, message) => {
    problems.set(`${pointer} ${message}`, contract.warningAt(pointer, `${lastOf(pointer)} ${message}`))
  })
  for (const pointer of listSchemaPointers(contract)) {
    try {
      copies.keyOf(pointer, plainVariant(undefined))
      copies.makeCopies()
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      problems.set(pointer, contract.warningAt(pointer, `${lastOf(pointer)} ${NESTED_TOO_DEEPLY}`))
    }
  }
  return [...problems.values()]
}

function listSchemaPointers ({ document, operations }: Contract): string[] {
  const schemas = getByPointer(document, '/components/schemas')
  const names = Object.keys(isObject(schemas) ? schemas : {})
  const named = names.map(name => `/components/schemas/${escapePointer(name)}`)
  const used = operations.flatMap(listReferences).map(({ pointer }) => pointer)
  return [...new Set([...named, ...used])]
}

function listReferences ({ parameters, querystring, body, responses, callbacks }: Operation): SchemaReference[] {
  return [
    ...parameters.map(({ schema }) => schema),
    querystring?.mediaType.schema,
    ...listOfContent(body?.content),
    ...responses.flatMap(({ headers }) => headers.map(({ schema }) => schema)),
    ...responses.flatMap(({ content }) => listOfContent(content)),
    ...callbacks.flatMap(({ body }) => listOfContent(body?.content))
  ].filter(reference => reference !== undefined)
}

function listOfContent (content: readonly MediaType[] = []): Array<SchemaReference | undefined> {
  return content.flatMap(({ schema, items }) => [schema, items])
}

/** Returns `"minimum"` for `/components/schemas/Pet/minimum`. */
function lastOf (pointer: string): string {
  return JSON.stringify(parseJsonPointer(pointer)?.at(-1) ?? '')
}
