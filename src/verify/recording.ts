import type { Contract, Operation } from '../contract/contract.ts'
import type { Refusal } from '../journeys/refusals.ts'
import type { JourneyRequest, JourneyResponse, ReceivedCallback } from '../journeys/target.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'

/** A request that was sent to one side, with its response. */
export interface VerifyExchange {
  readonly request: JourneyRequest
  readonly response: JourneyResponse
  /** When the request was sent, in milliseconds by the time of its side. */
  readonly at: number
  /** When the response had come, by the time of its side. */
  readonly until: number
  /** Whether it is the download of a file. */
  readonly isDownload: boolean
  /** The step that sent it; `undefined` for a request of a check's own. */
  readonly step?: string | undefined
  /** How the request is to be refused, where it is so on purpose. */
  readonly refusal?: Refusal | undefined
  /** Whether it was sent without credentials on purpose. */
  readonly isAnonymous?: boolean
}

/** All that one journey saw of one side. */
export interface Recording {
  /** In the order in which they were sent. */
  readonly exchanges: readonly VerifyExchange[]
  /** The callbacks that came, in order. */
  readonly callbacks: readonly ReceivedCallback[]
  /** The URL to which the journey had callbacks sent. */
  readonly callbackUrl: string
}

/** An API as it is verified: the contract, and the simulation that the document declares. */
export interface VerifiedApi {
  readonly contract: Contract
  readonly simulation: ApiSimulation
}

/** All that a check may know beside a recording. */
export interface CheckContext {
  /** The APIs by the names of their contracts. */
  readonly apis: ReadonlyMap<string, VerifiedApi>
  /** The recording of the same journey on the stand-in, where it ran there too. */
  readonly standin?: Recording | undefined
  /** The longest time that a response may take, in milliseconds; `undefined` for any. */
  readonly maxResponseTimeMs?: number | undefined
}

/** Returns whether a response is of status 2xx. */
export function isAccepted ({ response: { status } }: VerifyExchange): boolean {
  return status >= 200 && status < 300
}

/** Returns the API of an operation. */
export function apiOf ({ api }: Operation, { apis }: CheckContext): VerifiedApi | undefined {
  return apis.get(api)
}

/** Returns the exchange of the stand-in for the same step of a journey. */
export function twinOf (exchange: VerifyExchange, { standin }: CheckContext): VerifyExchange | undefined {
  if (exchange.step === undefined) return undefined
  return standin?.exchanges.find(({ isDownload, step }) => step === exchange.step && isDownload === exchange.isDownload)
}
