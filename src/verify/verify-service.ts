import type { Contract } from '../contract/contract.ts'
import type { Journey, Workflow } from '../journeys/journey.ts'
import type { RunOptions } from '../journeys/journey-run.ts'
import { runJourney } from '../journeys/run-journey.ts'
import type { OnResult } from '../journeys/run-journey.ts'
import type { Targets } from '../journeys/target.ts'
import type { WorkflowResult } from '../journeys/workflow-result.ts'
import type { Check } from '../reports/test-report.ts'
import { isCredentialName } from '../schemas/is-credential-name.ts'
import { compileSimulation } from '../simulation/api-simulation.ts'
import { cleanUp } from './clean-up.ts'
import type { LeftThing } from './clean-up.ts'
import { cutWaits, lateCheck } from './cut-waits.ts'
import { createDryTargets } from './dry-targets.ts'
import { judgeRecording } from './judge-recording.ts'
import type { ProposedChange } from './judge-recording.ts'
import { createPolling } from './polling.ts'
import type { PollingOptions } from './polling.ts'
import { Recorder } from './recorder.ts'
import type { CheckContext, Recording, VerifiedApi, VerifyExchange } from './recording.ts'
import { sendProbes } from './send-probes.ts'
import type { ServiceOptions } from './service-options.ts'
import { outcomeChecks } from './outcome-checks.ts'
import { openSession } from './service-session.ts'
import type { ServiceSession } from './service-session.ts'
import { createServiceTargets } from './service-targets.ts'
import { REAL_TIMING } from './timing.ts'
import type { Timing } from './timing.ts'
import { settle } from './settle.ts'
import { SINGLE_CHECKS } from './verify-checks.ts'
import type { VerifyCheck } from './verify-check.ts'
import { withPlaceholders } from './with-placeholders.ts'
import { whyNotSent } from './why-not-sent.ts'

/** The stand-in that runs beside a service, and the contracts that it serves. */
export interface StandinBeside extends Targets {
  readonly contracts: readonly Contract[]
}

/** By what a recording is judged. */
interface Judging {
  /** @default those of the session */
  readonly checks?: readonly VerifyCheck[]
  /** What the stand-in saw in the same journey. */
  readonly standin?: Recording | undefined
}

/** Opens the verification of a service. Rejects with `InvalidOption`. */
export async function verifyService (
  options: ServiceOptions,
  timing: Timing = REAL_TIMING
): Promise<ServiceVerification> {
  return new ServiceVerification(options, await openSession(options, timing))
}

/** The verification of one service: its journeys, each beside a stand-in, and the checks of what they saw. */
export class ServiceVerification {
  /** The verdicts of the checks so far. */
  readonly checks: Check[] = []
  /** The changes of the documents after which the service would conform. */
  readonly proposals: ProposedChange[] = []
  /** What was created. */
  readonly created: LeftThing[] = []
  readonly #options: ServiceOptions
  readonly #session: ServiceSession
  readonly #exchanges: VerifyExchange[] = []
  readonly #apis = new Map<string, VerifiedApi>()

  constructor (options: ServiceOptions, session: ServiceSession) {
    this.#options = options
    this.#session = session
  }

  /** How many responses of the service were judged. */
  get responses (): number {
    return this.#exchanges.length
  }

  /** Removes the secrets of the run from a text or from the texts of a value. */
  redact<T> (value: T): T {
    return this.#session.redactor.value(value)
  }

  /** Runs a journey on the service, and beside it on a stand-in. Workflows that may not be sent are skipped. */
  async run (
    journey: Journey,
    standin: StandinBeside,
    { inputs = {} }: Pick<RunOptions, 'inputs'>,
    onResult: OnResult
  ): Promise<WorkflowResult[]> {
    const { client, data, policy, receiver } = this.#session
    this.#learn(standin.contracts)
    const given = { ...data, ...inputs }
    this.#keepSecret(journey.workflows, given)
    const skipped = journey.workflows.flatMap(workflow => withoutRun(workflow, whyNotSent(workflow, policy)))
    for (const result of skipped) onResult(result)
    const workflows = journey.workflows.filter(workflow => !skipped.some(result => result.workflow === workflow))
    const cut = cutWaits(workflows, this.#pauses.maxWaitMs)
    for (const { late, workflow } of cut) {
      if (late !== undefined) this.checks.push(lateCheck(workflow, late))
    }
    const sent = { ...journey, workflows: cut.map(({ workflow }) => workflow) }
    const { onDryRequest } = this.#options
    if (onDryRequest !== undefined) {
      const dry = createDryTargets(withPlaceholders(standin), client, text => onDryRequest(this.redact(text)))
      return [...skipped, ...await runJourney(sent, dry, { inputs: given }, onResult)]
    }
    const { recordings: twins, results } = await this.#runBeside(sent, standin, given)
    const recorder = new Recorder(this.#options.graceMs ?? 1_000, async recording => {
      await this.#judge([...recording.workflows].join(', '), recording, { standin: twins.shift() })
    })
    const polling = createPolling(this.#pauses)
    const targets = recorder.record(createServiceTargets({ client, receiver }))
    const run = { inputs: given, observers: [recorder], ...polling }
    const own = await runJourney(sent, targets, run, onResult)
    this.checks.push(...outcomeChecks(own, results, given))
    return [...skipped, ...own]
  }

  /** Sends the requests of the checks' own, and ends the verification. */
  async finish (): Promise<void> {
    if (this.#options.onDryRequest === undefined && this.#options.probes !== false) {
      const recording = await sendProbes(this.#exchanges, this.#apis, this.#session)
      const single = this.#session.checks.filter(check => SINGLE_CHECKS.includes(check))
      await this.#judge('probes', recording, { checks: single })
    }
    await this.close()
  }

  async close (): Promise<void> {
    await this.#session.receiver.close()
  }

  get #pauses (): PollingOptions {
    const { firstPauseMs = 500, maxWaitMs = 300_000 } = this.#options
    return { firstPauseMs, maxWaitMs }
  }

  #learn (contracts: readonly Contract[]): void {
    for (const contract of contracts) {
      if (this.#apis.get(contract.name)?.contract === contract) continue
      this.#apis.set(contract.name, { contract, simulation: compileSimulation(contract) })
    }
  }

  /** Keeps the given values of inputs that are credentials out of reports. */
  #keepSecret (workflows: readonly Workflow[], given: Readonly<Record<string, unknown>>): void {
    for (const { isSecret, name } of workflows.flatMap(({ inputs }) => inputs.properties)) {
      const value = given[name]
      const isCredential = isSecret || isCredentialName(name)
      if (isCredential && typeof value === 'string') this.#session.redactor.add(value, `--input ${name}`)
    }
  }

  /** Runs a journey on the stand-in. Returns its results, and what it saw of each target, in order. */
  async #runBeside (
    journey: Journey,
    standin: StandinBeside,
    inputs: Readonly<Record<string, unknown>>
  ): Promise<{ recordings: Recording[], results: WorkflowResult[] }> {
    const recordings: Recording[] = []
    const recorder = new Recorder(this.#options.graceMs ?? 1_000, recording => recordings.push(recording))
    const targets = recorder.record(withPlaceholders(standin))
    const results = await runJourney(journey, targets, { inputs, observers: [recorder] })
    return { recordings, results }
  }

  async #judge (suite: string, recording: Recording, judging: Judging): Promise<void> {
    const { checks = this.#session.checks, standin } = judging
    const context: CheckContext = {
      apis: this.#apis,
      standin,
      maxResponseTimeMs: this.#options.maxResponseTimeMs
    }
    this.#exchanges.push(...recording.exchanges)
    const { client } = this.#session
    const settled = await settle(recording, context, { client, ...this.#pauses })
    const whole = { ...recording, exchanges: [...recording.exchanges, ...settled] }
    const verdicts = judgeRecording(suite, whole, { checks, context })
    this.checks.push(...verdicts.checks)
    this.proposals.push(...verdicts.proposals)
    const { deletions, left } = await cleanUp(recording, context, {
      client,
      isWanted: this.#options.cleanUp ?? true
    })
    this.created.push(...left)
    if (deletions.exchanges.length === 0) return
    const after = judgeRecording(`${suite}, deleted`, deletions, { checks: this.#session.checks, context })
    this.checks.push(...after.checks)
    this.proposals.push(...after.proposals)
  }
}

function withoutRun (workflow: Workflow, message: string | undefined): WorkflowResult[] {
  if (message === undefined) return []
  return [{ workflow, status: 'skipped', message, steps: [], inputs: {}, outputs: {}, tookMs: 0 }]
}
