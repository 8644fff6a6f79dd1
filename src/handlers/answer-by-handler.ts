import { exactJson } from '../exact-json.ts'
import type { Operation } from '../contract/contract.ts'
import { isFramingHeader } from '../contract/is-framing-header.ts'
import { isObject } from '../documents/is-object.ts'
import { successStatus } from '../contract/success-response.ts'
import { ModuleFailed } from '../errors.ts'
import type { ResourceType, Scope } from '../simulation/scope.ts'
import { toHeaderValue } from '../simulation/to-header-value.ts'
import { hint } from '../schemas/create-unknown.ts'
import { HeaderCollector } from '../messages/header-collector.ts'
import type { ApiRequest, ApiResponse } from '../messages/message.ts'
import type { ModuleReply, ModuleRequest, OperationHandler } from './operation-handler.ts'
import { UndoableWorld } from './undoable-world.ts'

/**
 * A response, or `undefined` to leave the request to the next source; a promise where the handler returns one.
 */
export type HandlerAnswer = ApiResponse | undefined | Promise<ApiResponse | undefined>

const REPLY = ['status', 'headers', 'body']

/**
 * Returns a function that has a handler respond. It throws `ModuleFailed`, or rejects with it, and undoes what
 * the handler did.
 */
export function answerByHandler (
  operation: Operation,
  handler: OperationHandler,
  types: ReadonlyMap<string, ResourceType>
): (request: ApiRequest, scope: Scope) => HandlerAnswer {
  const usualStatus = successStatus(operation)

  return (request, scope) => {
    const world = new UndoableWorld(scope, types)
    const fail = (error: unknown): never => {
      world.undo()
      const reason = error instanceof Error ? error.message : String(error)
      throw new ModuleFailed(operation.id, reason, { cause: error })
    }
    const settle = (reply: unknown): ApiResponse | undefined => {
      const response = reply === undefined ? undefined : toResponse(reply, usualStatus, operation)
      world.keep()
      return response
    }
    try {
      const reply = handler(toModuleRequest(request), world)
      return reply instanceof Promise ? reply.then(settle).catch(fail) : settle(reply)
    } catch (error) {
      return fail(error)
    }
  }
}

function toModuleRequest (
  { body, cookies, headers, method, operation, path, query, serverUrl, url }: ApiRequest
): ModuleRequest {
  return { operation: operation.id, method, url, baseUrl: serverUrl, path, query, headers, cookies, body }
}

function toResponse (reply: unknown, usualStatus: number, { method }: Operation): ApiResponse {
  if (!isObject(reply)) {
    const given = exactJson.stringify(reply)
    throw new TypeError(`it must return an object, as { status: 200, body: … }, or undefined, but returned ${given}`)
  }
  const unknown = Object.keys(reply).find(name => !REPLY.includes(name))
  if (unknown !== undefined) {
    throw new TypeError(`its reply has the unknown member "${unknown}"${hint(unknown, REPLY)}`)
  }
  const { body, headers = {}, status = usualStatus } = reply as ModuleReply  // its members were just checked
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    throw new TypeError(`its reply has the status ${exactJson.stringify(status)}: it must be from 200 to 599`)
  }
  const collector = collectHeaders(headers, method)
  return { status, headers: collector.headers, headerFlaws: collector.flaws, body, source: 'module' }
}

/** Collects the headers of a reply, except those that only the server writes; one that is undefined is left out. */
function collectHeaders (headers: NonNullable<ModuleReply['headers']>, method: string): HeaderCollector {
  const collector = new HeaderCollector()
  for (const [given, value] of Object.entries(headers)) {
    const name = given.toLowerCase()
    if (value === undefined) continue
    if (isFramingHeader(name, method)) collector.addFlaw(name, 'be left to the server', toHeaderValue(value))
    else collector.add(name, toHeaderValue(value))
  }
  return collector
}
