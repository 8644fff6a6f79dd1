import type { Operation } from '../contract/contract.ts'
import { nearest } from '../documents/nearest.ts'
import { statusOf, successResponse } from '../contract/success-response.ts'
import { UnknownPreference } from '../errors.ts'
import { findResponse } from '../validation/response-validator.ts'
import type { ApiRequest, ApiResponse } from '../messages/message.ts'
import type { OperationSettings } from '../worlds/settings.ts'
import type { World } from '../worlds/world.ts'
import { answersByStatus } from './answers-by-status.ts'
import type { DocumentedAnswers } from './documented-answers.ts'
import { parsePrefer, writePreference } from './prefer.ts'
import type { Preferences } from './prefer.ts'
import type { ResponseSource } from './response-source.ts'

/**
 * Answers what a client asks for with `Prefer: code=429, example=name, dynamic=true`, as Prism does, and says what was applied;
 * where it asks for nothing, what the world's settings have for the operation.
 * Throws `UnknownPreference` for a status or an example that the operation does not have.
 */
export function fromPreference (operation: Operation): ResponseSource {
  const answersFor = answersByStatus(operation)
  return ({ request, world }) => {
    if (request.operation !== operation) return undefined
    const { prefer } = request.headers
    const asked = prefer === undefined ? NOTHING : parsePrefer(prefer)
    const isAsked = asked.code !== undefined || asked.example !== undefined || asked.dynamic
    const preferences = isAsked ? asked : toPreferences(world.settings.operations[operation.id])
    if (preferences === NOTHING) return undefined
    const candidates = candidateStatuses(operation, preferences).flatMap(status => answersFor(status) ?? [])
    const response = choose(candidates, preferences, request, world)
    if (response === undefined && preferences.example !== undefined) return refuseExample(operation, preferences)
    return response && isAsked ? withApplied(response, preferences) : response
  }
}

const NOTHING: Preferences = { code: undefined, example: undefined, dynamic: false }

function toPreferences (settings: OperationSettings | undefined): Preferences {
  if (settings === undefined) return NOTHING
  const { code, dynamic = false, example } = settings
  return { code: code === undefined ? undefined : String(code), example, dynamic }
}

/** The statuses to answer with: the one that is asked for, or else the best success and then all others. */
function candidateStatuses (operation: Operation, { code }: Preferences): number[] {
  if (code !== undefined) {
    const status = Number(code)
    const isKnown = /^[1-5]\d\d$/.test(code) && findResponse(operation, status) !== undefined
    return isKnown ? [status] : refuseCode(operation, code)
  }
  const success = successResponse(operation)
  return success === undefined ? [] : [success, ...operation.responses.filter(other => other !== success)].map(statusOf)
}

function choose (candidates: readonly DocumentedAnswers[], { code, example, dynamic }: Preferences, request: ApiRequest, world: World): ApiResponse | undefined {
  if (example !== undefined) {
    const holder = candidates.find(answers => answers.hasExample(example))
    return holder?.example(request, world, example)
  }
  if (dynamic) return candidates[0]?.generated(request, world, 'chance')
  return code === undefined ? undefined : candidates[0]?.any(request, world)
}

function withApplied (response: ApiResponse, { code, example, dynamic }: Preferences): ApiResponse {
  const applied = [
    ...code === undefined ? [] : [writePreference('code', code)],
    ...example === undefined ? [] : [writePreference('example', example)],
    ...dynamic && example === undefined ? ['dynamic=true'] : []
  ]
  return { ...response, headers: { ...response.headers, 'preference-applied': applied.join(', ') } }
}

function refuseCode ({ id, responses }: Operation, code: string): never {
  const known = responses.map(({ status }) => status)
  throw new UnknownPreference(`${id} documents no status ${code}${hint(code, known)}`)
}

function refuseExample (operation: Operation, { code, example = '' }: Preferences): never {
  const responses = code === undefined ? operation.responses : [findResponse(operation, Number(code))]
  const known = new Set(responses.flatMap(response => response?.content ?? []).flatMap(({ examples }) => examples.map(({ name }) => name)))
  throw new UnknownPreference(`${operation.id} has no example "${example}"${code === undefined ? '' : ` of status ${code}`}${hint(example, [...known])}`)
}

function hint (word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  if (known.length === 0) return '; it has none'
  return `${near === undefined ? '' : `, did you mean ${near}?`} (it has ${known.join(', ')})`
}
