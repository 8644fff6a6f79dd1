import type { OpenAPIV3_1 as OpenApi } from 'openapi-types'
import type { CallbackDefinition, ContractSource, OperationDefinition } from './contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { listHeaderParameters, namedParts } from './list-content.ts'
import { listMethods } from './list-methods.ts'
import { readBody } from './list-responses.ts'
import { resolveRef } from '../documents/resolve-ref.ts'

type Callbacks = OpenApi.OperationObject['callbacks']

/** Lists each method of each URL expression of an operation's callbacks. */
export function listCallbacks (source: ContractSource, callbacks: Callbacks, at: string): CallbackDefinition[] {
  const listed: CallbackDefinition[] = []
  for (const [name, part] of namedParts(callbacks)) {
    const pointer = `${at}/${escapePointer(name)}`
    const callback = resolveRef<OpenApi.CallbackObject>(source.document, part, pointer)
    for (const [expression, item] of namedParts(callback?.value)) {
      if (callback === undefined || expression.startsWith('x-')) continue
      const itemPointer = `${callback.pointer}/${escapePointer(expression)}`
      listed.push(...listItem(source, item, { name, expression, pointer: itemPointer }))
    }
  }
  return listed
}

/** Lists each method of a document's webhooks, which have no URL of their own. */
export function listWebhooks (source: ContractSource): CallbackDefinition[] {
  return namedParts(source.document.webhooks).flatMap(([name, item]) =>
    listItem(source, item, { name, expression: '', pointer: `/webhooks/${escapePointer(name)}` }))
}

type PathItem = OpenApi.PathItemObject | OpenApi.ReferenceObject
type CallbackName = Pick<CallbackDefinition, 'name' | 'expression' | 'pointer'>

function listItem (source: ContractSource, part: PathItem, named: CallbackName): CallbackDefinition[] {
  const item = resolveRef<JsonObject>(source.document, part, named.pointer)
  const methods = item === undefined ? [] : listMethods(item).filter(({ definition }) => isObject(definition))
  return methods.map(({ method, definition: part, pointer }) => {
    // An object that may break OpenAPI: its invalid members are omitted where they are read.
    const definition = part as OperationDefinition
    const body = readBody(source, definition.requestBody, `${pointer}/requestBody`)
    const headers = listHeaderParameters(source, [
      { list: item?.value.parameters, pointer: `${item?.pointer}/parameters` },
      { list: definition.parameters, pointer: `${pointer}/parameters` }
    ])
    return { ...named, method, pointer, definition, headers, body }
  })
}
