import type { Operation } from '../contract/contract.ts'
import type { SourcePosition } from '../documents/source-position.ts'
import type { ParameterPlace } from './arazzo.ts'
import type { JourneyContext } from './journey-context.ts'
import type { Refusal } from './refusals.ts'
import type { WorldSetup } from './target.ts'

/** Computes a value while a journey runs; `undefined` where there is none. */
export type Evaluate = (context: JourneyContext) => unknown

/** An Arazzo document, compiled: its expressions are functions, and its references are resolved. */
export interface Journey {
  /** The file as messages show it: `journeys/mews.arazzo.yaml`. */
  readonly file: string
  readonly title: string
  readonly workflows: readonly Workflow[]
}

export interface Workflow {
  readonly id: string
  readonly summary: string | undefined
  readonly file: string
  readonly place: SourcePosition
  readonly inputs: WorkflowInputs
  /** The workflows that run before it, in the same world. */
  readonly dependsOn: readonly Workflow[]
  readonly steps: readonly Step[]
  readonly outputs: readonly NamedValue[]
  readonly setup: WorldSetup
  /** Whether another workflow runs it as a step or an action. */
  readonly isPart: boolean
}

export interface WorkflowInputs {
  /** The names that are declared, with their defaults. */
  readonly properties: readonly InputProperty[]
  /** Lists what is wrong with inputs, each as a sentence without an end. */
  check (values: Readonly<Record<string, unknown>>): readonly string[]
}

export interface InputProperty {
  readonly name: string
  readonly default: unknown
  /** The source of a value that is new in each run: `x-standin-value`. */
  readonly generated: 'callbackUrl' | 'uuid' | undefined
  /** Whether it may be a text; otherwise, a text that is given for it is read as JSON. */
  readonly isText: boolean
  /** Whether it is a credential: its schema has `format: password`. */
  readonly isSecret: boolean
}

export interface NamedValue {
  readonly name: string
  readonly value: Evaluate
}

export interface Step {
  readonly id: string
  readonly description: string | undefined
  readonly place: SourcePosition
  readonly act: StepAct
  readonly parameters: readonly StepParameter[]
  readonly body: StepBody | undefined
  readonly criteria: readonly Criterion[]
  readonly onSuccess: readonly StepAction[]
  readonly onFailure: readonly StepAction[]
  readonly outputs: readonly NamedValue[]
  readonly timeoutMs: number | undefined
  /** The ids of the steps that must have passed before. */
  readonly dependsOn: readonly string[]
  /** How long to wait before the request, in milliseconds. */
  readonly waitMs: number
  readonly callback: AwaitedCallback | undefined
  readonly download: Download | undefined
  /** How its request is to be refused; `replay` is a request that gets the response of an earlier one. */
  readonly refusal: Refusal | undefined
}

export type StepAct =
  | { readonly kind: 'operation', readonly operation: Operation }
  | { readonly kind: 'url', readonly method: string, readonly url: Evaluate }
  | { readonly kind: 'workflow', readonly workflow: Workflow }

export interface StepParameter {
  readonly name: string
  /** Absent for the inputs of a workflow. */
  readonly in: ParameterPlace | undefined
  readonly value: Evaluate
}

export interface StepBody {
  /** `undefined` for the media type that the operation prefers. */
  readonly contentType: string | undefined
  readonly value: Evaluate
}

/** A condition that passes or fails. */
export interface Criterion {
  /** As it is written: `$statusCode == 200`. */
  readonly text: string
  readonly place: SourcePosition
  /** Returns why it fails; `undefined` where it passes. */
  fault (context: JourneyContext): string | undefined
}

/** A callback to wait for after the response of a step. */
export interface AwaitedCallback {
  /** The name of the callback in its document; `undefined` for any. */
  readonly name: string | undefined
  readonly withinMs: number
}

/** The files to download after a step. */
export interface Download {
  /** A URL, or a list of URLs. */
  readonly url: Evaluate
  /** The size of the file in bytes, or a list; `undefined` where nothing states it. */
  readonly size: Evaluate | undefined
}

export interface StepAction {
  readonly name: string
  readonly type: 'end' | 'goto' | 'retry'
  readonly criteria: readonly Criterion[]
  readonly stepId: string | undefined
  readonly workflow: Workflow | undefined
  /** The inputs of the workflow. */
  readonly parameters: readonly StepParameter[]
  readonly retryAfterMs: number
  readonly retryLimit: number
}
