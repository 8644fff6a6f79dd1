import type { ReceivedCallback, Target, Targets } from '../journeys/target.ts'
import type { JourneyExchange, JourneyObserver } from '../journeys/workflow-result.ts'
import type { Recording, VerifyExchange } from './recording.ts'

interface OpenRecording extends Recording {
  readonly exchanges: VerifyExchange[]
  readonly callbacks: ReceivedCallback[]
  /** The ids of the workflows that ran on the target. */
  readonly workflows: Set<string>
}

/** Receives what one target saw, when its journey has ended and before the target is closed. */
export type OnRecorded = (recording: Recording & { readonly workflows: ReadonlySet<string> }, target: Target) => unknown

/** Records what the journeys on the targets of one side see. */
export class Recorder implements JourneyObserver {
  readonly #open = new Map<Target, OpenRecording>()
  readonly #graceMs: number
  readonly #onRecorded: OnRecorded

  /** The grace is how long callbacks are waited for at the end, by the time of the target. */
  constructor (graceMs: number, onRecorded: OnRecorded) {
    this.#graceMs = graceMs
    this.#onRecorded = onRecorded
  }

  /** Returns targets that are recorded. */
  record ({ close, open }: Targets): Targets {
    return {
      open: async setup => {
        const target = await open(setup)
        const { callbackUrl } = target
        this.#open.set(target, { exchanges: [], callbacks: [], callbackUrl, workflows: new Set() })
        const end = target.close.bind(target)
        target.close = async () => {
          await this.#finish(target)
          await end()
        }
        return target
      },
      close
    }
  }

  exchanged = (exchange: JourneyExchange, target: Target): void => {
    const recording = this.#open.get(target)
    recording?.workflows.add(exchange.workflow.id)
    recording?.exchanges.push(toVerifyExchange(exchange, target))
  }

  calledBack = (callback: ReceivedCallback, _step: unknown, target: Target): void => {
    this.#open.get(target)?.callbacks.push(callback)
  }

  async #finish (target: Target): Promise<void> {
    const recording = this.#open.get(target)
    if (recording === undefined) return
    this.#open.delete(target)
    if (asksForCallbacks(recording)) {
      const end = target.now() + this.#graceMs
      for (let left = this.#graceMs; left >= 0; left = end - target.now()) {
        const callback = await target.nextCallback(left)
        if (callback === undefined) break
        recording.callbacks.push(callback)
      }
    }
    await this.#onRecorded(recording, target)
  }
}

function toVerifyExchange (
  { at, isDownload, request, response, step, workflow }: JourneyExchange,
  target: Target
): VerifyExchange {
  const refusal = isDownload ? undefined : step.refusal
  return {
    request,
    response,
    at,
    until: target.now(),
    isDownload,
    step: `${workflow.id} ${step.id}`,
    refusal,
    isAnonymous: refusal === 'unauthorized'
  }
}

/** Returns whether a request names the URL for callbacks. */
function asksForCallbacks ({ callbackUrl, exchanges }: Recording): boolean {
  return exchanges.some(({ request: { body = '', url } }) =>
    body.toString().includes(callbackUrl) || url.includes(encodeURIComponent(callbackUrl)) || url.includes(callbackUrl))
}
