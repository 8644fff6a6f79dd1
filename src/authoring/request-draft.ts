import type { Operation } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { getByPointer, parseJsonPointer } from '../documents/json-pointer.ts'
import type { ArazzoStep } from '../journeys/arazzo.ts'
import type { Step } from '../journeys/journey.ts'
import type { JourneyRequest } from '../journeys/target.ts'
import { writeRequest } from '../journeys/write-request.ts'
import { actual, listBound, withoutSteps, written } from './bound.ts'
import type { Bound } from './bound.ts'

/** A request that is being written, with bound values in it. */
export interface RequestDraft {
  readonly operation: Operation
  readonly parameters: readonly DraftParameter[]
  readonly body: DraftBody | undefined
}

export interface DraftParameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly value: unknown
}

export interface DraftBody {
  readonly contentType: string
  readonly payload: unknown
}

const EXPRESSION = /^\{?\$request\.(?:(path|query|header|cookie)\.([^#}]+)|body#(\/[^}]*))\}?$/

/** Returns a draft with another value at a runtime expression; as it was where the expression names no part of it. */
export function setAt (draft: RequestDraft, expression: unknown, value: unknown): RequestDraft {
  const [, place, name = '', pointer] = EXPRESSION.exec(String(expression)) ?? []
  if (pointer !== undefined) return setInBody(draft, pointer, value)
  if (place === undefined) return draft
  if (value === undefined) {
    return { ...draft, parameters: draft.parameters.filter(parameter => !isNamed(parameter, place, name)) }
  }
  if (!draft.parameters.some(parameter => isNamed(parameter, place, name))) {
    const at = place as DraftParameter['in']  // as the pattern has it
    return { ...draft, parameters: [...draft.parameters, { name, in: at, value }] }
  }
  const parameters = draft.parameters.map(parameter =>
    isNamed(parameter, place, name) ? { ...parameter, value } : parameter)
  return { ...draft, parameters }
}

/** Returns the value at a runtime expression of a draft. */
export function valueAt ({ body, parameters }: RequestDraft, expression: unknown): unknown {
  const [, place, name = '', pointer] = EXPRESSION.exec(String(expression)) ?? []
  if (pointer !== undefined) return getByPointer(body?.payload, pointer)
  return parameters.find(parameter => isNamed(parameter, place, name))?.value
}

function isNamed (parameter: DraftParameter, place: string | undefined, name: string): boolean {
  const isHeader = place === 'header'
  const isSame = isHeader ? parameter.name.toLowerCase() === name.toLowerCase() : parameter.name === name
  return parameter.in === place && isSame
}

function setInBody (draft: RequestDraft, pointer: string, value: unknown): RequestDraft {
  const names = parseJsonPointer(pointer) ?? []
  if (draft.body === undefined && value === undefined) return draft
  const { contentType, payload } = draft.body ?? { contentType: 'application/json', payload: {} }
  return { ...draft, body: { contentType, payload: setMember(payload, names, value) } }
}

function setMember (tree: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value
  if (Array.isArray(tree)) {
    return tree.map((item, index) => String(index) === name ? setMember(item, rest, value) : item)
  }
  const members = isObject(tree) ? tree : {}
  const { [name]: member, ...others } = members
  const changed = setMember(member, rest, value)
  if (changed === undefined) return others
  // The order of the members stays as in the example.
  return name in members ? { ...members, [name]: changed } : { ...others, [name]: changed }
}

/** Lists the bound values of a draft. */
export function boundIn ({ body, parameters }: RequestDraft): Bound[] {
  return listBound([body?.payload, parameters.map(({ value }) => value)])
}

/** Returns the request of a draft as it is sent in a trial. */
export function trialRequest ({ body, operation, parameters }: RequestDraft): JourneyRequest {
  const step: Step = {
    ...NO_STEP,
    act: { kind: 'operation', operation },
    parameters: parameters.map(({ in: place, name, value }) => ({ name, in: place, value: () => actual(value) })),
    body: body && { contentType: body.contentType, value: () => actual(body.payload) }
  }
  const context = { inputs: {}, steps: new Map(), workflows: new Map(), outputs: {} }
  return writeRequest(step, { ...context, exchange: undefined, message: undefined })
}

const NO_STEP = {
  id: 'trial',
  description: undefined,
  place: { line: 1, column: 1 },
  criteria: [],
  onSuccess: [],
  onFailure: [],
  outputs: [],
  timeoutMs: undefined,
  dependsOn: [],
  waitMs: 0,
  callback: undefined,
  download: undefined,
  refusal: undefined
}

/** Returns the parts of a step that send the request of a draft. */
export function draftStep ({ body, operation, parameters }: RequestDraft): Partial<ArazzoStep> {
  const { definition: { operationId }, pointer } = operation
  return {
    ...operationId === undefined
      ? { operationPath: `{$sourceDescriptions.${operation.api}.url}#${pointer}` }
      : { operationId },
    ...parameters.length > 0 && {
      parameters: parameters.map(({ in: place, name, value }) => ({ name, in: place, value: written(value) }))
    },
    ...body !== undefined && {
      requestBody: { contentType: body.contentType, payload: written(body.payload) }
    }
  }
}

/** Returns a draft whose values from steps before are plain ones; inputs stay bound. */
export function unbound (draft: RequestDraft): RequestDraft {
  return {
    ...draft,
    parameters: draft.parameters.map(parameter => ({ ...parameter, value: withoutSteps(parameter.value) })),
    body: draft.body && { ...draft.body, payload: withoutSteps(draft.body.payload) }
  }
}

/** Writes a name as the id of a step or a workflow may have it. */
export function stepName (name: string): string {
  return name.replace(/[^A-Za-z0-9_-]+/g, '-')
}
