import type { CallbackReceiver } from '../journeys/callback-receiver.ts'
import { TargetFailed } from '../journeys/target.ts'
import type { JourneyRequest, JourneyResponse, ReceivedCallback, SendOptions } from '../journeys/target.ts'
import type { Target, Targets, WorldSetup } from '../journeys/target.ts'
import type { ServiceClient } from './service-client.ts'

export interface ServiceTargetsOptions {
  readonly client: ServiceClient
  readonly receiver: CallbackReceiver
}

/** How long to wait between two looks for a callback, in milliseconds. */
const LOOK_MS = 50

/** Creates the targets of a real service. They share one client, and each has a URL of its own for callbacks. */
export function createServiceTargets ({ client, receiver }: ServiceTargetsOptions): Targets {
  let opened = 0
  return {
    open: async setup => {
      const why = whyNotSetUp(setup)
      if (why !== undefined) throw new TargetFailed(why)
      opened++
      return new ServiceTarget(client, receiver, `verify-${opened}`)
    },
    close: () => receiver.close()
  }
}

/** Returns why a real service cannot be set up as a journey needs it; `undefined` where nothing is needed. */
export function whyNotSetUp ({ resources, scenario, settings }: WorldSetup): string | undefined {
  const needed = [
    scenario === undefined ? undefined : 'a scenario',
    settings === undefined ? undefined : 'settings',
    resources === undefined ? undefined : 'resources'
  ].filter(part => part !== undefined)
  if (needed.length === 0) return undefined
  return `it starts with ${needed.join(' and ')}, which only a stand-in can be given`
}

/** A real service, whose time is the real one. */
class ServiceTarget implements Target {
  readonly name: string
  readonly callbackUrl: string
  readonly #client: ServiceClient
  readonly #receiver: CallbackReceiver
  readonly #journey: string

  constructor (client: ServiceClient, receiver: CallbackReceiver, journey: string) {
    this.name = client.name
    this.callbackUrl = receiver.urlOf(journey)
    this.#client = client
    this.#receiver = receiver
    this.#journey = journey
  }

  now (): number {
    return this.#client.timing.now()
  }

  async send (request: JourneyRequest, { refusal, timeoutMs }: SendOptions = {}): Promise<JourneyResponse> {
    return await this.#client.send(request, { timeoutMs, isAnonymous: refusal === 'unauthorized' })
  }

  async wait (ms: number): Promise<void> {
    await this.#client.timing.wait(ms)
  }

  async nextCallback (withinMs: number): Promise<ReceivedCallback | undefined> {
    const end = this.now() + withinMs
    for (;;) {
      const callback = this.#receiver.take(this.#journey)
      if (callback !== undefined || this.now() >= end) return callback
      await this.wait(Math.min(LOOK_MS, end - this.now()))
    }
  }

  async close (): Promise<void> {}
}
