import type { Contract, MediaType, Operation, SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer, getByPointer } from '../documents/json-pointer.ts'
import type { Problem } from '../documents/problem.ts'
import { plainVariant, SchemaCopies } from './schema-copies.ts'

/**
 * Lists what cannot be used in the schemas of a document, and is left out: everything that JSON Schema 2020-12 does not know, references
 * that lead nowhere, regular expressions that are none; and what is allowed, but surely not meant. It looks at all of them, used or not.
 */
export function listSchemaProblems (contract: Contract): Problem[] {
  const problems = new Map<string, Problem>()
  const copies = new SchemaCopies(contract.document, (pointer, message) => {
    problems.set(`${pointer} ${message}`, contract.warningAt(pointer, `${lastOf(pointer)} ${message}`))
  })
  for (const pointer of listSchemaPointers(contract)) copies.keyOf(pointer, plainVariant(undefined))
  copies.makeCopies()
  return [...problems.values()]
}

function listSchemaPointers ({ document, operations }: Contract): string[] {
  const schemas = getByPointer(document, '/components/schemas')
  const named = isObject(schemas) ? Object.keys(schemas).map(name => `/components/schemas/${escapePointer(name)}`) : []
  const used = operations.flatMap(listReferences).map(({ pointer }) => pointer)
  return [...new Set([...named, ...used])]
}

function listReferences ({ parameters, body, responses, callbacks }: Operation): SchemaReference[] {
  return [
    ...parameters.map(({ schema }) => schema),
    ...listOfContent(body?.content),
    ...responses.flatMap(({ headers, content }) => [...headers.map(({ schema }) => schema), ...listOfContent(content)]),
    ...callbacks.flatMap(({ body }) => listOfContent(body?.content))
  ].filter(reference => reference !== undefined)
}

function listOfContent (content: readonly MediaType[] = []): Array<SchemaReference | undefined> {
  return content.flatMap(({ schema, items }) => [schema, items])
}

/** `"minimum"` of `/components/schemas/Pet/minimum`. */
function lastOf (pointer: string): string {
  return JSON.stringify(pointer.slice(pointer.lastIndexOf('/') + 1).replaceAll('~1', '/').replaceAll('~0', '~'))
}
