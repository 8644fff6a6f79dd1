import type { Pool } from 'undici'
import type { ServiceTarget } from './service-target.ts'

/** A service that requests are passed on to, and how. */
export interface Service {
  readonly target: ServiceTarget
  readonly pool: Pool
  /** The pseudonym by which requests tell that they have come through this stand-in. */
  readonly via: string
  /** The most bytes of a body that are copied, to be checked and kept. */
  readonly copyLimit: number
  /** Whether a response that breaks its contract is replaced, where that is known before its head is sent. */
  readonly replacesInvalid: boolean
}
