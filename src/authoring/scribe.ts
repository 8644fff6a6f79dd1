import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import type { ArazzoStep, ArazzoWorkflow } from '../journeys/arazzo.ts'
import { parsedBody } from '../journeys/parsed-body.ts'
import type { StandinTarget } from '../journeys/standin-target.ts'
import type { JourneyResponse, WorldSetup } from '../journeys/target.ts'
import { Bound } from './bound.ts'
import type { JourneyAuthor } from './journey-author.ts'
import { draftStep, stepName, trialRequest } from './request-draft.ts'
import type { RequestDraft } from './request-draft.ts'

/** A step that is being written: its parts can still be added to. */
export type DraftStep = { -readonly [Member in keyof ArazzoStep]: ArazzoStep[Member] }

/** A request that was sent in a trial, with the step that sends it in the journey. */
export interface Sent {
  readonly draft: RequestDraft
  readonly response: JourneyResponse
  readonly body: unknown
  /** `undefined` where it was only tried. */
  readonly step: DraftStep
}

/** A resource that a step has created. */
export interface CreatedResource {
  readonly sent: Sent
  readonly type: string
  /** The id, bound to an output where the response shows it. */
  readonly id: unknown
  /** The members, shown and hidden. */
  readonly members: JsonObject
}

/** Sends the requests of a journey to a world, and writes a step for each. */
export class Scribe {
  readonly author: JourneyAuthor
  readonly target: StandinTarget
  readonly setup: WorldSetup
  readonly steps: DraftStep[] = []
  /** The last resource of each type. */
  readonly created = new Map<string, CreatedResource>()

  constructor (author: JourneyAuthor, target: StandinTarget, setup: WorldSetup) {
    this.author = author
    this.target = target
    this.setup = setup
  }

  /** Sends a request without writing a step yet. */
  async try (draft: RequestDraft): Promise<Sent> {
    const response = await this.target.send(trialRequest(draft))
    const step: DraftStep = { stepId: '', ...draftStep(draft) }
    return { draft, response, body: parsedBody(response.bytes, response.headers), step }
  }

  /** Writes the step of a request that was sent: it must get the same status. */
  write (sent: Sent, id: string, parts: Partial<ArazzoStep> = {}): Sent {
    const { response: { status }, step } = sent
    step.stepId = this.#freeId(stepName(id))
    step.successCriteria = [{ condition: `$statusCode == ${status}` }]
    Object.assign(step, parts)
    this.steps.push(step)
    return sent
  }

  async send (draft: RequestDraft, id: string, parts: Partial<ArazzoStep> = {}): Promise<Sent> {
    return this.write(await this.try(draft), id, parts)
  }

  /** Adds a condition to a step. */
  expect ({ step }: Sent, condition: string): void {
    step.successCriteria = [...step.successCriteria ?? [], { condition }]
  }

  /** Adds an output to a step. Returns its value, bound to it. */
  output ({ step }: Sent, name: string, expression: string, value: unknown): Bound {
    step.outputs = { ...step.outputs, [name]: expression }
    return new Bound(value, `$steps.${step.stepId}.outputs.${name}`)
  }

  /** Returns the resource of a type that was created last. */
  async newest (type: string): Promise<{ readonly id: string, readonly members: JsonObject } | undefined> {
    const name = this.author.typeOf(type)?.id ?? type
    const { resources } = await this.target.admin('GET', `/resources/${encodeURIComponent(name)}?limit=1000`)
    const newest: unknown = Array.isArray(resources) ? resources.at(-1) : undefined
    if (!isObject(newest)) return undefined
    const { hidden, id, shown } = newest
    return { id: String(id), members: { ...isObject(shown) && shown, ...isObject(hidden) && hidden } }
  }

  /** Returns the workflow, with the inputs that its steps name. */
  workflow (workflowId: string, summary: string): ArazzoWorkflow {
    const steps: readonly ArazzoStep[] = this.steps
    const text = JSON.stringify(steps)
    const used = [...this.author.inputs].filter(([name]) => new RegExp(`\\$inputs\\.${name}(?![\\w-])`).test(text))
    return {
      workflowId: stepName(workflowId),
      summary,
      ...used.length > 0 && { inputs: { type: 'object', properties: Object.fromEntries(used) } },
      ...Object.keys(this.setup).length > 0 && { 'x-standin-world': this.setup },
      steps
    }
  }

  async close (): Promise<void> {
    await this.target.close()
  }

  #freeId (id: string): string {
    const taken = this.steps.map(({ stepId }) => stepId)
    if (!taken.includes(id)) return id
    for (let number = 2; ; number++) {
      if (!taken.includes(`${id}-${number}`)) return `${id}-${number}`
    }
  }
}
