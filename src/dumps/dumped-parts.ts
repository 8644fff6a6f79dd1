import type { RestingSnapshot, TriggerSnapshot, WaitingCallback } from '../callbacks/callbacks-snapshot.ts'
import { isObject } from '../documents/is-object.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import { bodyValue } from '../messages/raw-body.ts'
import type { KeptStub } from '../scenarios/parse-kept-stub.ts'
import type { Stub } from '../scenarios/stub.ts'
import type { Exchange } from '../worlds/exchange.ts'
import type { SnapshotResource } from '../worlds/snapshot.ts'
import type { StoredStub } from '../worlds/stub-verbs.ts'
import type { DumpedExchange, DumpedResource, DumpedTrigger, DumpedWaiting } from './dump.ts'

export function dumpResource ({ isCreated, resource }: SnapshotResource): DumpedResource {
  return { ...resource, createdByRequest: isCreated }
}

export function dumpStub (stub: StoredStub): KeptStub {
  // A cast: the store holds only what the parser made.
  const { called, drawn, given, id, used } = stub as Stub
  return { id, given, used, called, drawn }
}

/**
 * Returns a remembered answer without what only this process knows; `undefined` for a body that is made as it is sent.
 */
export function dumpAnswer (answer: unknown): unknown {
  if (!isObject(answer) || !isObject(answer.response)) return answer
  const { awaited, validatedAs, ...response } = answer.response
  return isFileContent(response.body) ? undefined : { ...answer, response }
}

export function dumpWaiting ({ delivery, trigger }: WaitingCallback): DumpedWaiting {
  return { delivery, trigger: trigger && dumpTrigger(trigger) }
}

export function dumpResting ({ trigger, url }: RestingSnapshot) {
  return { url, trigger: dumpTrigger(trigger) }
}

function dumpTrigger ({ request: facts, ...trigger }: TriggerSnapshot): DumpedTrigger {
  const { credentials, operation, receivedAt, ...request } = facts
  return { ...trigger, request: { ...request, operation: operation?.id } }
}

export function dumpExchange ({ credentials, ...exchange }: Exchange): DumpedExchange {
  const responseBody = isFileContent(exchange.responseBody) ? undefined : bodyValue(exchange.responseBody)
  return { ...exchange, requestBody: bodyValue(exchange.requestBody), responseBody }
}
