import type { CallbackTarget } from '../callbacks/callback-target.ts'
import { eventIdOf } from '../callbacks/delivery-message.ts'
import { encodeBody } from '../callbacks/encode-body.ts'
import type { EncodedBody } from '../callbacks/encode-body.ts'
import { sampleBody } from '../callbacks/sample-body.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { UnknownProviderState } from '../errors.ts'
import { hint } from '../schemas/create-unknown.ts'
import type { ResourceTypes, Scope } from '../simulation/scope.ts'
import { subjectOf } from '../simulation/subject-of.ts'
import { withSubject } from '../simulation/subject-in.ts'
import { idParameter, parseStateName } from './provider-state.ts'
import type { ProviderState } from './provider-state.ts'

/** The name of the message that a callback sends. */
const SENT = / is sent(?: \(\d+\))?$/

/** A verifier's request for a message. */
export interface MessageRequest {
  readonly description: string
  readonly providerStates?: readonly ProviderState[]
}

/** Returns the message of the callback that it is named after. Throws `UnknownProviderState` where there is none. */
export function pactMessage (
  request: MessageRequest,
  scope: Scope,
  known: KnownMessages
): EncodedBody {
  const { body, definition } = makeBody(request, scope, known)
  return encodeBody(body, definition.body) ?? { contentType: 'application/json', text: '' }
}

/** The callbacks whose messages can be asked for. */
export interface KnownMessages {
  readonly targets: ReadonlyMap<string, CallbackTarget>
  readonly types: ResourceTypes
}

function makeBody (
  { description, providerStates = [] }: MessageRequest,
  scope: Scope,
  { targets, types }: KnownMessages
): { readonly body: unknown, readonly definition: CallbackTarget['definition'] } {
  const name = description.replace(SENT, '')
  const target = targets.get(name)
  if (target === undefined) throw new UnknownProviderState(description, hint(name, [...targets.keys()]))
  const { declared, definition, simulation } = target
  const event = { id: eventIdOf(description, scope.world) }
  const known = { ...scope, event, limits: simulation?.limits ?? scope.limits }
  for (const { name, params = {} } of providerStates) {
    const state = parseStateName(name)
    const type = state.kind === 'resource' ? types.get(state.type) : undefined
    const resource = type && scope.world.store.get(type.id, idOf(type.id, params))
    if (type === undefined || typeof resource !== 'object' || declared?.type.id !== type.id) continue
    return { body: declared.body(withSubject(known, subjectOf(resource, type, scope.now))), definition }
  }
  return { body: sampleBody(definition.body, scope.world), definition }
}

function idOf (type: string, params: JsonObject): string {
  return String(params[idParameter(type)] ?? params.id)
}
