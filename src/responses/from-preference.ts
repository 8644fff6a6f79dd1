import type { Operation } from '../contract/contract.ts'
import { statusOf, successResponse } from '../contract/success-response.ts'
import { nearest } from '../documents/nearest.ts'
import { UnknownPreference } from '../errors.ts'
import type { ApiResponse } from '../messages/message.ts'
import { findResponse } from '../validation/response-validator.ts'
import { operationSettings } from '../worlds/settings.ts'
import type { OperationSettings } from '../worlds/settings.ts'
import { withSeed } from '../worlds/with-seed.ts'
import { responsesByStatus } from './documented-responses.ts'
import type { DocumentedResponses } from './documented-responses.ts'
import { parsePrefer, writePreference } from './parse-prefer.ts'
import type { Preferences } from './parse-prefer.ts'
import type { ResponseSource, SourceScope } from './response-source.ts'

/**
 * Responds with what a client prefers by `Prefer: code=429, example=name, dynamic=true, seed=7`, as Prism does, and
 * names what was applied. Where the client prefers nothing, the world's settings for the operation decide.
 * Throws `UnknownPreference` for a status or an example that the operation does not have.
 */
export function fromPreference (operation: Operation): ResponseSource {
  const responsesOf = responsesByStatus(operation)
  return scope => {
    const { request, world } = scope
    if (request.operation !== operation) return undefined
    const { prefer } = request.headers
    const asked = prefer === undefined ? NOTHING : parsePrefer(prefer)
    const isAsked = asked.code !== undefined || asked.example !== undefined || asked.dynamic === true
    const set = toPreferences(operationSettings(world.settings, operation))
    const preferences = asked === NOTHING ? set : combine(isAsked ? asked : set, asked, set)
    if (preferences === NOTHING) return undefined
    const candidates = candidateStatuses(operation, preferences)
      .map(responsesOf)
      .filter(responses => responses !== undefined)
    const response = choose(candidates, preferences, scope)
    if (response === undefined && preferences.example !== undefined) return rejectExample(operation, preferences)
    return response && isAsked ? withApplied(response, asked) : response
  }
}

const NOTHING: Preferences = { code: undefined, example: undefined, dynamic: undefined, seed: undefined }

function toPreferences (settings: OperationSettings | undefined): Preferences {
  if (settings === undefined) return NOTHING
  const { code, dynamic, example } = settings
  return { code: code === undefined ? undefined : String(code), example, dynamic, seed: undefined }
}

/** Adds to a status and an example whether the body is generated: as the client asks, or else as it is set. */
function combine ({ code, example }: Preferences, asked: Preferences, set: Preferences): Preferences {
  return { code, example, dynamic: asked.dynamic ?? set.dynamic, seed: asked.seed }
}

/** Lists the statuses to choose from: the preferred one, or else the best success and then all others. */
function candidateStatuses (operation: Operation, { code }: Preferences): number[] {
  if (code !== undefined) {
    const status = Number(code)
    const isKnown = /^[1-5]\d\d$/.test(code) && findResponse(operation, status) !== undefined
    return isKnown ? [status] : rejectCode(operation, code)
  }
  const success = successResponse(operation)
  if (success === undefined) return []
  return [success, ...operation.responses.filter(other => other !== success)].map(statusOf)
}

function choose (
  candidates: readonly DocumentedResponses[],
  { code, dynamic, example, seed }: Preferences,
  { request, world }: SourceScope
): ApiResponse | undefined {
  if (example !== undefined) {
    const holder = candidates.find(responses => responses.hasExample(example))
    return holder?.example(request, world, example)
  }
  if (code === undefined && dynamic !== true) return undefined
  const [first] = candidates
  if (seed === undefined) return dynamic === true ? first?.generated(request, world) : first?.any(request, world)
  const documented = dynamic === true ? undefined : first?.example(request, world)
  return documented ?? first?.generated(request, withSeed(world, seed))
}

function withApplied (response: ApiResponse, { code, dynamic, example }: Preferences): ApiResponse {
  const applied: string[] = []
  if (code !== undefined) applied.push(writePreference('code', code))
  if (example !== undefined) applied.push(writePreference('example', example))
  else if (dynamic === true) applied.push('dynamic=true')
  return { ...response, headers: { ...response.headers, 'preference-applied': applied.join(', ') } }
}

function rejectCode ({ id, responses }: Operation, code: string): never {
  const known = responses.map(({ status }) => status)
  throw new UnknownPreference(`${id} documents no status ${code}${hint(code, known)}`)
}

function rejectExample (operation: Operation, { code, example = '' }: Preferences): never {
  const responses = code === undefined ? operation.responses : [findResponse(operation, Number(code))]
  const content = responses.flatMap(response => response?.content ?? [])
  const known = new Set(content.flatMap(({ examples }) => examples.map(({ name }) => name)))
  const ofStatus = code === undefined ? '' : ` of status ${code}`
  throw new UnknownPreference(`${operation.id} has no example "${example}"${ofStatus}${hint(example, [...known])}`)
}

function hint (word: string, known: readonly string[]): string {
  if (known.length === 0) return '; it has none'
  const near = nearest(word, known)
  const suggestion = near === undefined ? '' : `, did you mean ${near}?`
  return `${suggestion} (it has ${known.join(', ')})`
}
