import type { CallbackTarget } from '../callbacks/callback-target.ts'
import { findMediaType } from '../messages/find-media-type.ts'
import { positionOf } from '../simulation/position.ts'
import type { ResourceTypes } from '../simulation/scope.ts'
import type { Delivery } from '../worlds/delivery.ts'
import type { World } from '../worlds/world.ts'
import { shapeOf } from './body-rules.ts'
import type { PactMessage } from './interaction.ts'
import { Placeholders } from './placeholders.ts'
import { idParameter } from './provider-state.ts'
import type { ProviderState } from './provider-state.ts'
import { toBody } from './to-body.ts'
import type { Trial } from './trial.ts'

export interface MessageOptions {
  /** The callbacks and webhooks of the API, by the name of their deliveries. */
  readonly targets: ReadonlyMap<string, CallbackTarget>
  readonly types: ResourceTypes
  readonly trial: Trial
}

/** Turns the callbacks of a world that were delivered, and kept their contract, into messages, each once. */
export async function collectMessages (
  { store }: Pick<World, 'store'>,
  { targets, trial, types }: MessageOptions
): Promise<PactMessage[]> {
  const messages = new Map<string, PactMessage>()
  for (const delivery of store.deliveries()) {
    const target = targets.get(delivery.callback)
    if (target === undefined || delivery.state !== 'delivered' || delivery.violations.length > 0) continue
    const state = stateOf(delivery, store, types)
    for (const states of state === undefined ? [[]] : [[state], []]) {
      const message = toMessage(delivery, target, states)
      if (message === undefined) break
      const key = [message.description, shapeOf(message.body.content), state?.name].join('\n')
      if (messages.has(key)) break
      if (!await trial.sends(message)) continue
      messages.set(key, message)
      break
    }
  }
  return [...messages.values()]
}

function toMessage (
  { body, callback, contentType }: Delivery,
  { definition }: CallbackTarget,
  states: readonly ProviderState[]
): PactMessage | undefined {
  const placeholders = new Placeholders({ keepForm: false })
  const declared = findMediaType(definition.body?.content ?? [], contentType ?? '')
  const converted = toBody(body, { contentType, declared, placeholders, states })
  if (converted === undefined) return undefined
  const shownStates = states.map(({ name, params }) => {
    return { name, params: placeholders.in(params) as ProviderState['params'] }
  })
  return {
    description: `${callback} is sent`,
    states: shownStates,
    body: converted.body,
    metadata: { contentType: converted.body.contentType },
    rules: converted.rules
  }
}

/** Returns the state of the resource that a callback was about, when it was sent. */
function stateOf (
  { attempts, resource: named }: Delivery,
  store: World['store'],
  types: ResourceTypes
): ProviderState | undefined {
  const type = types.get(named?.type ?? '')
  const resource = named === undefined ? undefined : store.get(named.type, named.id)
  if (type === undefined || typeof resource !== 'object') return undefined
  const { status } = positionOf(resource, type, attempts[0]?.at ?? resource.created)
  const { hidden, id, members } = resource
  return {
    name: status === undefined ? `${type.id} exists` : `${type.id} is ${status}`,
    params: { [idParameter(type.id)]: id, ...members, ...Object.keys(hidden).length > 0 && { hidden } }
  }
}
