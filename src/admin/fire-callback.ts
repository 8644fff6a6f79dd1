import { listCallbackTargets } from '../callbacks/callback-targets.ts'
import type { CallbackTarget } from '../callbacks/callback-targets.ts'
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

/** How a callback is to be fired. */
export interface FireRequest {
  /** Where it goes; for a webhook, where the settings say, if it is left out. */
  readonly url?: string
  /** What is sent; what is declared for it with its resource, or else an example or a generated body, if it is left out. */
  readonly body?: unknown
  /** The resource that it speaks of. */
  readonly resource?: { readonly type: string, readonly id: string }
}

/** Makes the function that fires callbacks and webhooks of the documents by their names. */
export function createFireCallback ({
  callbacksOf,
  contracts,
  simulations,
  types
}: AdminOptions): (name: string, fireRequest: FireRequest, scope: Scope) => Promise<Delivery> {
  let targets: Map<string, CallbackTarget> | undefined
  return (name, fireRequest, scope) => {
    targets ??= listCallbackTargets(contracts, simulations)
    const target = targets.get(name)
    if (target === undefined) throw new UnknownCallbackName(name, hint(name, [...targets.keys()]))
    const { world } = scope
    const url =
      fireRequest.url ??
      (target.webhook === undefined ? undefined : world.settings.webhooks[target.webhook])
    if (url === undefined) {
      throw withViolations(InvalidRequest, [createMissing({ in: 'body', pointer: '/url' })])
    }
    const { definition, id } = target
    return callbacksOf(world).fire(
      { id, definition, url, resource: fireRequest.resource },
      createBody(target, fireRequest, { types }, scope)
    )
  }
}

function createBody (
  { declared, definition, simulation }: CallbackTarget,
  { body, resource: named }: FireRequest,
  { types }: Pick<AdminOptions, 'types'>,
  scope: Scope
): unknown {
  const found = named && findResource(named, types, scope.world)
  if (found !== undefined && declared !== undefined && found.type.id !== declared.type.id) {
    throw withViolations(InvalidRequest, [
      createViolation(
        { in: 'body', pointer: '/resource/type' },
        { rule: 'type', expected: `be ${declared.type.id}, of which the callback speaks` },
        found.type.id
      )
    ])
  }
  if (body !== undefined) return body
  if (found === undefined || declared === undefined || simulation === undefined) {
    return sampleBody(definition.body, scope.world)
  }
  const subject = subjectOf(found.resource, found.type, scope.now)
  return declared.body(withSubject({ ...scope, limits: simulation.limits }, subject))
}
