import { listCallbackTargets } from '../callbacks/callback-target.ts'
import type { CallbackTarget } from '../callbacks/callback-target.ts'
import { sampleBody } from '../callbacks/sample-body.ts'
import { isFramingHeader } from '../contract/is-framing-header.ts'
import { isHeaderName, isHeaderText } from '../contract/to-header-text.ts'
import { escapePointer } from '../documents/json-pointer.ts'
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
  /** Headers beside those that are declared, which they override. */
  readonly headers?: Readonly<Record<string, string>>
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
    const { headers: own = {} } = fireRequest
    checkHeaders(own, definition.method)
    return callbacksOf(world).fire({ id, definition, url, resource }, eventId => {
      const about = { ...aboutResource(target, found, scope), event: { id: eventId } }
      const { body = createBody(target, found, about) } = fireRequest
      const made = target.declared?.headers?.(about)
      const headers = { ...made?.headers, ...lowerNames(own) }
      return { body, headers: { headers, headerFlaws: made?.headerFlaws }, sign: target.declared?.sign }
    })
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

/** Rejects headers that HTTP cannot carry, and those that the server writes itself. */
function checkHeaders (headers: Readonly<Record<string, string>>, method: string): void {
  const violations = Object.entries(headers)
    .filter(([name, value]) => {
      return !isHeaderName(name) || !isHeaderText(value) || isFramingHeader(name.toLowerCase(), method)
    })
    .map(([name, value]) => {
      const location = { in: 'body', pointer: `/headers/${escapePointer(name)}` } as const
      const expected = 'be a header that HTTP can carry, and none that frames the message'
      return createViolation(location, { rule: 'header', expected }, value)
    })
  if (violations.length > 0) throw withViolations(InvalidRequest, violations)
}

function lowerNames (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

type FoundResource = ReturnType<typeof findResource> | undefined

/** Returns the scope in which the templates of a callback are filled. */
function aboutResource ({ simulation }: CallbackTarget, found: FoundResource, scope: Scope): Scope {
  const known = { ...scope, limits: simulation?.limits ?? scope.limits }
  return found === undefined ? known : withSubject(known, subjectOf(found.resource, found.type, scope.now))
}

function createBody (
  { declared, definition }: CallbackTarget,
  found: FoundResource,
  scope: Scope
): unknown {
  if (found === undefined || declared === undefined) {
    return sampleBody(definition.body, scope.world)
  }
  return declared.body(scope)
}
