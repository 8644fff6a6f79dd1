import { listCallbackTargets } from '../callbacks/callback-target.ts'
import type { CallbackTarget } from '../callbacks/callback-target.ts'
import { sampleBody } from '../callbacks/sample-body.ts'
import { InvalidRequest, UnknownCallbackName } from '../errors.ts'
import type { Scope } from '../simulation/scope.ts'
import { withSubject } from '../simulation/subject-in.ts'
import { subjectOf } from '../simulation/subject-of.ts'
import { hint } from '../schemas/create-unknown.ts'
import { createMissing, createViolation } from '../schemas/create-violation.ts'
import { withViolations } from '../schemas/with-violations.ts'
import type { Delivery } from '../worlds/delivery.ts'
import type { AdminOptions } from './admin-options.ts'
import { findResource } from './find-resource.ts'

/** The body of a request to fire a callback. */
export interface FireRequest {
  /** The URL. The default of a webhook is in the settings. */
  readonly url?: string
  /** The body that is sent; by default the declared one, an example or a generated one. */
  readonly body?: unknown
  /** The resource that the callback is about. */
  readonly resource?: { readonly type: string, readonly id: string }
}

/** Fires a callback or a webhook by its name, such as `tally.reportReady`. */
type FireCallback = (name: string, fireRequest: FireRequest, scope: Scope) => Promise<Delivery>

/** Creates the function that fires the callbacks and webhooks of the documents. */
export function createFireCallback ({
  callbacksOf,
  contracts,
  simulations,
  types
}: AdminOptions): FireCallback {
  let targets: Map<string, CallbackTarget> | undefined
  return (name, fireRequest, scope) => {
    targets ??= listCallbackTargets(contracts, simulations)
    const target = targets.get(name)
    if (target === undefined) throw new UnknownCallbackName(name, hint(name, [...targets.keys()]))
    const { world } = scope
    const { definition, id, webhook } = target
    const url = fireRequest.url ?? (webhook && world.settings.webhooks[webhook])
    if (url === undefined) {
      throw withViolations(InvalidRequest, [createMissing({ in: 'body', pointer: '/url' })])
    }
    const { resource } = fireRequest
    const found = resource && findResource(resource, types, world)
    if (found !== undefined) checkType(found.type.id, target)
    const { body = createBody(target, found, scope) } = fireRequest
    return callbacksOf(world).fire({ id, definition, url, resource }, body)
  }
}

function checkType (type: string, { declared }: CallbackTarget): void {
  if (declared === undefined || declared.type.id === type) return
  const location = { in: 'body', pointer: '/resource/type' } as const
  const expected = `be ${declared.type.id}, the type of the callback`
  throw withViolations(InvalidRequest, [
    createViolation(location, { rule: 'type', expected }, type)
  ])
}

function createBody (
  { declared, definition, simulation }: CallbackTarget,
  found: ReturnType<typeof findResource> | undefined,
  scope: Scope
): unknown {
  if (found === undefined || declared === undefined || simulation === undefined) {
    return sampleBody(definition.body, scope.world)
  }
  const subject = subjectOf(found.resource, found.type, scope.now)
  return declared.body(withSubject({ ...scope, limits: simulation.limits }, subject))
}
