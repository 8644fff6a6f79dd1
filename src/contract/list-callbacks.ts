import type { OpenAPIV3_1 as OpenApi } from 'openapi-types'
import { METHODS, toMethod } from './contract.ts'
import type { CallbackDefinition, ContractSource } from './contract.ts'
import { escapePointer } from './json-pointer.ts'
import { readBody } from './list-responses.ts'
import { resolveRef } from './resolve-ref.ts'

/** Lists each method of each URL expression of an operation's callbacks. */
export function listCallbacks (source: ContractSource, callbacks: OpenApi.OperationObject['callbacks'], at: string): CallbackDefinition[] {
  return Object.entries(callbacks ?? {}).flatMap(([name, part]) => {
    const callback = resolveRef<OpenApi.CallbackObject>(source.document, part, `${at}/${escapePointer(name)}`)
    if (callback === undefined) return []
    return Object.entries(callback.value).flatMap(([expression, item]) =>
      listMethods(source, item, `${callback.pointer}/${escapePointer(expression)}`).map(method => ({ name, expression, ...method }))
    )
  })
}

function listMethods (source: ContractSource, part: OpenApi.PathItemObject | OpenApi.ReferenceObject, at: string): Array<Omit<CallbackDefinition, 'name' | 'expression'>> {
  const item = resolveRef<{ [method in (typeof METHODS)[number]]?: OpenApi.OperationObject }>(source.document, part, at)
  if (item === undefined) return []
  return METHODS.flatMap(method => {
    const definition = item.value[method]
    if (definition === undefined) return []
    const pointer = `${item.pointer}/${method}`
    return [{ method: toMethod(method), pointer, definition, body: readBody(source, definition.requestBody, `${pointer}/requestBody`) }]
  })
}
