import type { ContractSource, Operation, OperationDefinition } from './contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { listCallbacks } from './list-callbacks.ts'
import { listMethods } from './list-methods.ts'
import type { PathMethod } from './list-methods.ts'
import { listParameters } from './list-parameters.ts'
import { listResponses, namedParts, readBody } from './list-responses.ts'
import { listSecurity } from './list-security.ts'
import { resolveRef } from '../documents/resolve-ref.ts'
import type { Located } from '../documents/resolve-ref.ts'

/** Lists every operation of a document, in its order, with all that they refer to at hand. What cannot be used is left out. */
export function listOperations (source: ContractSource): Operation[] {
  const taken: Taken = { names: new Set(), templates: new Set() }
  return namedParts(source.document.paths as Readonly<Record<string, PathItem>> | undefined).flatMap(([path, part]) => {
    if (path.startsWith('x-')) return []
    const item = resolveRef<PathItem>(source.document, part, `/paths/${escapePointer(path)}`)
    if (item === undefined) return []
    return listMethods(item).flatMap(method => {
      const template = `${method.method} ${path.replace(/\{[^}]*\}/g, '{}')}`
      if (!isObject(method.definition) || taken.templates.has(template)) return []
      taken.templates.add(template)
      return [toOperation(source, { path, item, ...method }, taken.names)]
    })
  })
}

type PathItem = Record<string, unknown>

/** What the operations before have taken for themselves. */
interface Taken {
  readonly names: Set<string>
  readonly templates: Set<string>
}

interface OperationSource extends PathMethod {
  readonly path: string
  readonly item: Located<PathItem>
}

function toOperation (source: ContractSource, { path, item, method, definition: part, pointer }: OperationSource, taken: Set<string>): Operation {
  const definition = part as OperationDefinition  // what is wrong within is left out where it is read
  const own: unknown = definition.operationId
  const name = typeof own === 'string' && own !== '' && !taken.has(own) ? own : `${method} ${path}`
  taken.add(name)
  return {
    id: `${source.name}.${name}`,
    api: source.name,
    name,
    method,
    path: path.startsWith('/') ? path : `/${path}`,
    pointer,
    definition,
    parameters: listParameters(source, path, [
      { list: item.value.parameters, pointer: `${item.pointer}/parameters` },
      { list: definition.parameters, pointer: `${pointer}/parameters` }
    ]),
    body: readBody(source, definition.requestBody, `${pointer}/requestBody`),
    responses: listResponses(source, definition.responses, `${pointer}/responses`),
    security: listSecurity(source.document, definition.security ?? source.document.security ?? []),
    callbacks: listCallbacks(source, definition.callbacks, `${pointer}/callbacks`)
  }
}
