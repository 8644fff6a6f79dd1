import { hash } from 'node:crypto'
import type { CallbackDefinition, HeaderDefinition } from '../contract/contract.ts'
import { createHeaderCheck } from '../messages/header-check.ts'
import type { Headers } from '../messages/message.ts'
import { headerValues } from '../responses/header-values.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import type { Violation } from '../schemas/violation.ts'
import type { Sign } from '../security/sign.ts'
import type { MadeHeaders } from '../simulation/compile-headers.ts'
import type { Delivery, DeliveryChange } from '../worlds/delivery.ts'
import type { World } from '../worlds/world.ts'
import { bodyViolations } from './body-violations.ts'
import { encodeBody } from './encode-body.ts'

/** A message that can be sent, and what is kept of it with its delivery. */
export interface DeliveryMessage {
  /** The body as it is sent; `undefined` for none. */
  readonly body: string | undefined
  /** Returns the headers of an attempt, by its time in milliseconds since 1970: its signature depends on it. */
  readonly headersAt: (at: number) => Headers
  readonly change: DeliveryChange
}

/** The content of a message. */
export interface MessageContent {
  /** The id of its event. */
  readonly id: string
  readonly body: unknown
  readonly headers?: MadeHeaders | undefined
  readonly sign?: Sign | undefined
}

/**
 * Creates the message of a delivery, which stays the same for every attempt but for its signature. Headers that the
 * contract requires are filled where they are not given.
 */
export function createMessage (
  definition: CallbackDefinition,
  { body, headers, id, sign }: MessageContent,
  world: World
): DeliveryMessage {
  const encoded = encodeBody(body, definition.body)
  const given: Headers = {
    'user-agent': 'standin',
    ...encoded && { 'content-type': encoded.contentType },
    ...headers?.headers
  }
  const now = world.clock.now()
  const text = encoded?.text ?? ''
  const signature = (at: number): Headers | undefined =>
    sign?.({ id: eventIdIn(given) ?? id, seconds: Math.floor(at / 1_000), body: text })
  const known = { ...given, ...signature(now) }
  const all = { ...fillRequired(definition, known, world), ...known }
  const violations = [
    ...bodyViolations(encoded, definition.body),
    ...headers?.headerFlaws ?? [],
    ...headerViolations(definition.headers, all)
  ]
  return {
    body: encoded?.text,
    headersAt: at => ({ ...all, ...signature(at) }),
    change: { body, contentType: encoded?.contentType, headers: all, violations }
  }
}

/** Creates the message of a delivery again from what is kept of it. */
export function restoreMessage (
  definition: CallbackDefinition,
  { body, headers, id }: Delivery,
  sign: Sign | undefined,
  world: World
): DeliveryMessage {
  const text = encodeBody(body, definition.body)?.text
  const event = eventIdIn(headers) ?? eventIdOf(id, world)
  const signature = (at: number): Headers | undefined =>
    sign?.({ id: event, seconds: Math.floor(at / 1_000), body: text ?? '' })
  return { body: text, headersAt: at => ({ ...headers, ...signature(at) }), change: {} }
}

/** Returns the id of the event of a delivery: a UUID that follows from the world's seed, and draws no number of it. */
export function eventIdOf (delivery: string, world: World): string {
  const digest = hash('sha256', world.seedFor(`event ${delivery}`), 'hex')
  const parts = [digest.slice(0, 8), digest.slice(8, 12), `4${digest.slice(13, 16)}`, `a${digest.slice(17, 20)}`]
  return [...parts, digest.slice(20, 32)].join('-')
}

/** Returns the id of the span of the next attempt at a delivery, which follows from the world's seed too. */
export function spanIdOf ({ attempts, id }: Delivery, world: World): string {
  return hash('sha256', world.seedFor(`span ${id} ${attempts.length}`), 'hex').slice(0, 16)
}

/** Returns the id that a document gives in the header of Standard Webhooks. */
function eventIdIn (headers: Headers): string | undefined {
  const id = headers['webhook-id']
  return typeof id === 'string' ? id : undefined
}

function fillRequired ({ headers, method }: CallbackDefinition, known: Headers, world: World): Headers {
  const missing = headers.filter(({ name, required }) => required && !(name in known))
  return missing.length === 0 ? {} : headerValues({ headers: missing }, { method })(world).defaultHeaders
}

function headerViolations (declared: readonly HeaderDefinition[], headers: Headers): readonly Violation[] {
  const violations = new ViolationList()
  for (const header of declared) createHeaderCheck(header)(headers, violations)
  return violations.list()
}
