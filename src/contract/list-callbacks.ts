import type { OpenAPIV3_1 as OpenApi } from 'openapi-types'
import type { CallbackDefinition, ContractSource, OperationDefinition } from './contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { listMethods } from './list-methods.ts'
import { namedParts, readBody } from './list-responses.ts'
import { resolveRef } from '../documents/resolve-ref.ts'

/** Lists each method of each URL expression of an operation's callbacks. */
export function listCallbacks (source: ContractSource, callbacks: OpenApi.OperationObject['callbacks'], at: string): CallbackDefinition[] {
  return namedParts(callbacks).flatMap(([name, part]) => {
    const callback = resolveRef<OpenApi.CallbackObject>(source.document, part, `${at}/${escapePointer(name)}`)
    if (callback === undefined) return []
    return namedParts(callback.value).filter(([expression]) => !expression.startsWith('x-')).flatMap(([expression, item]) =>
      listCallbackMethods(source, item, `${callback.pointer}/${escapePointer(expression)}`).map(method => ({ name, expression, ...method }))
    )
  })
}

/** Lists each method of a document's webhooks, which have no URL of their own. */
export function listWebhooks (source: ContractSource): CallbackDefinition[] {
  return namedParts(source.document.webhooks).flatMap(([name, item]) =>
    listCallbackMethods(source, item, `/webhooks/${escapePointer(name)}`).map(method => ({ name, expression: '', ...method })))
}

function listCallbackMethods (source: ContractSource, part: OpenApi.PathItemObject | OpenApi.ReferenceObject, at: string): Array<Omit<CallbackDefinition, 'name' | 'expression'>> {
  const item = resolveRef<Record<string, unknown>>(source.document, part, at)
  if (item === undefined) return []
  return listMethods(item).flatMap(({ method, definition: part, pointer }) => {
    if (!isObject(part)) return []
    const definition = part as OperationDefinition  // what is wrong within is left out where it is read
    return [{ method, pointer, definition, body: readBody(source, definition.requestBody, `${pointer}/requestBody`) }]
  })
}
