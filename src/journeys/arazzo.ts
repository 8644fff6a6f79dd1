import type { WorldSetup } from './target.ts'

/** An Arazzo document (1.0 and 1.1) once its form has been validated. The members are named as there. */
export interface ArazzoDocument {
  readonly arazzo: string
  readonly $self?: string
  readonly info: { readonly title: string }
  readonly sourceDescriptions: readonly ArazzoSource[]
  readonly workflows: readonly ArazzoWorkflow[]
  readonly components?: ArazzoComponents
}

export interface ArazzoSource {
  readonly name: string
  readonly url: string
  readonly type?: 'openapi' | 'arazzo' | 'asyncapi'
}

export interface ArazzoComponents {
  readonly inputs?: Readonly<Record<string, unknown>>
  readonly parameters?: Readonly<Record<string, ArazzoParameter>>
  readonly successActions?: Readonly<Record<string, ArazzoAction>>
  readonly failureActions?: Readonly<Record<string, ArazzoAction>>
}

export interface ArazzoWorkflow {
  readonly workflowId: string
  readonly summary?: string
  readonly description?: string
  readonly inputs?: unknown
  readonly dependsOn?: readonly string[]
  readonly steps: readonly ArazzoStep[]
  readonly successActions?: ReadonlyArray<ArazzoAction | Reusable>
  readonly failureActions?: ReadonlyArray<ArazzoAction | Reusable>
  readonly outputs?: Readonly<Record<string, unknown>>
  readonly parameters?: ReadonlyArray<ArazzoParameter | Reusable>
  readonly 'x-standin-world'?: WorldSetup
}

export interface ArazzoStep {
  readonly stepId: string
  readonly description?: string
  readonly operationId?: string
  readonly operationPath?: string
  readonly workflowId?: string
  readonly channelPath?: string
  /** A request to a URL, as Redocly's respect has it. */
  readonly 'x-operation'?: { readonly method: string, readonly url: string }
  readonly parameters?: ReadonlyArray<ArazzoParameter | Reusable>
  readonly requestBody?: ArazzoBody
  readonly successCriteria?: readonly ArazzoCriterion[]
  readonly onSuccess?: ReadonlyArray<ArazzoAction | Reusable>
  readonly onFailure?: ReadonlyArray<ArazzoAction | Reusable>
  readonly outputs?: Readonly<Record<string, unknown>>
  readonly timeout?: number
  readonly dependsOn?: readonly string[]
  readonly 'x-standin-wait'?: string
  readonly 'x-standin-callback'?: { readonly name?: string, readonly within?: string }
  readonly 'x-standin-download'?: { readonly url: unknown, readonly size?: unknown }
  readonly 'x-standin-refusal'?: string
}

export interface Reusable {
  readonly reference: string
  readonly value?: unknown
}

export interface ArazzoParameter {
  readonly name: string
  readonly in?: ParameterPlace
  readonly value: unknown
}

export type ParameterPlace = 'path' | 'query' | 'querystring' | 'header' | 'cookie'

export interface ArazzoBody {
  readonly contentType?: string
  readonly payload?: unknown
  readonly replacements?: readonly ArazzoReplacement[]
}

export interface ArazzoReplacement {
  readonly target: string
  readonly targetSelectorType?: SelectorType
  readonly value: unknown
}

export type SelectorType = string | { readonly type: string, readonly version?: string }

export interface ArazzoCriterion {
  readonly context?: string
  readonly condition: string
  readonly type?: SelectorType
  readonly version?: string
}

export interface ArazzoAction {
  readonly name: string
  readonly type: 'end' | 'goto' | 'retry'
  readonly workflowId?: string
  readonly stepId?: string
  readonly parameters?: ReadonlyArray<ArazzoParameter | Reusable>
  readonly retryAfter?: number
  readonly retryLimit?: number
  readonly criteria?: readonly ArazzoCriterion[]
}
