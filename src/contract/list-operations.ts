import { METHODS, toMethod } from './contract.ts'
import type { ContractSource, OpenApiDocument, Operation, OperationDefinition } from './contract.ts'
import { escapePointer } from './json-pointer.ts'
import { listCallbacks } from './list-callbacks.ts'
import { listParameters } from './list-parameters.ts'
import { listResponses, readBody } from './list-responses.ts'
import { listSecurity } from './list-security.ts'
import { resolveRef } from './resolve-ref.ts'

/** Lists every operation of a document that has been checked, in its order, with all that they refer to at hand. */
export function listOperations (source: ContractSource): Operation[] {
  return listPathItems(source.document).flatMap(({ path, item, pointer }) =>
    METHODS.flatMap(method => {
      const definition = item[method]
      if (definition === undefined) return []
      return [toOperation(source, { path, item, itemPointer: pointer, method, definition })]
    })
  )
}

type PathItem = { [method in (typeof METHODS)[number]]?: OperationDefinition } & { parameters?: unknown }

interface OperationSource {
  readonly path: string
  readonly item: PathItem
  readonly itemPointer: string
  readonly method: (typeof METHODS)[number]
  readonly definition: OperationDefinition
}

function listPathItems (document: OpenApiDocument): Array<{ path: string, item: PathItem, pointer: string }> {
  return Object.entries(document.paths ?? {}).flatMap(([path, part]) => {
    if (part === undefined || path.startsWith('x-')) return []
    const item = resolveRef<PathItem>(document, part, `/paths/${escapePointer(path)}`)
    return item === undefined ? [] : [{ path, item: item.value, pointer: item.pointer }]
  })
}

function toOperation (source: ContractSource, { path, item, itemPointer, method, definition }: OperationSource): Operation {
  const pointer = `${itemPointer}/${method}`
  const upperCase = toMethod(method)
  const name = definition.operationId ?? `${upperCase} ${path}`
  return {
    id: `${source.name}.${name}`,
    api: source.name,
    name,
    method: upperCase,
    path,
    pointer,
    definition,
    parameters: listParameters(source, [
      { list: item.parameters, pointer: `${itemPointer}/parameters` },
      { list: definition.parameters, pointer: `${pointer}/parameters` }
    ]),
    body: readBody(source, definition.requestBody, `${pointer}/requestBody`),
    responses: listResponses(source, definition.responses, `${pointer}/responses`),
    security: listSecurity(source.document, definition.security ?? source.document.security ?? []),
    callbacks: listCallbacks(source, definition.callbacks, `${pointer}/callbacks`)
  }
}
