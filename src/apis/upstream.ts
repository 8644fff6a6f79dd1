import type { FastifyReply } from 'fastify'
import type { ProxyMode } from '../messages/proxy-mode.ts'
import type { SourceResponse } from '../responses/response-source.ts'
import type { Scope } from '../simulation/scope.ts'
import type { World } from '../worlds/world.ts'
import type { Recorded } from './record-exchange.ts'

/** The service that requests to an API are passed on to. */
export interface Upstream {
  /** Which requests are passed on where no settings say it. */
  readonly mode: ProxyMode
  /** Whether requests that violate the contract are refused instead. */
  readonly isEnforced: boolean
  /** Passes a request on. Resolves when the response has begun to come, or with the reason why none comes. */
  pass (scope: Scope): Promise<SourceResponse>
}

/** A response of a service that is to be sent to the client. */
export interface PassedSending {
  /** The exchange, but for what is known only when the response has come to its end. */
  readonly exchange: Recorded
  readonly world: World
  readonly reply: FastifyReply
}

/** The body of a response of a service, which may still be coming. */
export abstract class PassedBody {
  /** Sends the response as it comes, and records the exchange when it has ended; its end is sent once that is saved. */
  abstract send (sending: PassedSending): void | Promise<void>

  /** Reads the start of the body, for a response that is not sent as it is. */
  abstract readStart (): Promise<Buffer>
}
