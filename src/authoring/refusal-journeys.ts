import type { Parameter } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { isValid } from '../init/samples.ts'
import type { ArazzoWorkflow } from '../journeys/arazzo.ts'
import { isJson } from '../messages/media-type.ts'
import { findResponse } from '../validation/response-validator.ts'
import { arrange } from './arrange.ts'
import { bindNeeds } from './bind-needs.ts'
import { actual } from './bound.ts'
import type { DeclaredOperation } from './declared-operation.ts'
import { inWorld } from './in-world.ts'
import type { JourneyAuthor } from './journey-author.ts'
import { setAt, stepName, unbound, valueAt } from './request-draft.ts'
import type { RequestDraft } from './request-draft.ts'

/** A request that an operation has to refuse. */
interface WrongDraft {
  /** The id of its step: `without-EntityType`. */
  readonly id: string
  readonly draft: RequestDraft
  readonly refusal: 'invalid' | 'unauthorized'
}

/** Writes a journey for each documented status with which an operation refuses requests that break its contract. */
export async function refusalJourneys (author: JourneyAuthor, declared: DeclaredOperation): Promise<ArazzoWorkflow[]> {
  const { operation } = declared
  const statuses = new Map<number, WrongDraft[]>()
  const drafts: { good?: RequestDraft } = {}
  await inWorld(author, async scribe => {
    const sent = await arrange(scribe, declared)
    const [first] = author.draftsOf(operation)
    drafts.good = sent?.draft ?? (first && bindNeeds(first, declared, scribe))
    for (const wrong of listWrong(drafts.good)) {
      const { response: { status } } = await scribe.try(wrong.draft)
      if (status >= 400 && status < 500 && findResponse(operation, status) !== undefined) {
        statuses.set(status, [...statuses.get(status) ?? [], wrong])
      }
    }
    return undefined
  })
  const workflows: ArazzoWorkflow[] = []
  for (const [status, wrongs] of [...statuses].sort(([a], [b]) => a - b)) {
    workflows.push(...await inWorld(author, async scribe => {
      for (const { draft, id, refusal } of wrongs) {
        await scribe.send(unbound(draft), id, { 'x-standin-refusal': refusal })
      }
      return scribe.workflow(`${operation.name}-${status}`, `Requests that are refused with ${status}.`)
    }))
  }
  return workflows
}

function listWrong (good: RequestDraft | undefined): WrongDraft[] {
  if (good === undefined) return []
  return [...wrongParameters(good), ...wrongBodies(good), ...wrongCredentials(good)]
}

/** Lists requests that lack a required parameter, or whose parameter does not fit its schema. */
function wrongParameters (good: RequestDraft): WrongDraft[] {
  const wrongs: WrongDraft[] = []
  for (const { in: place, name, required, schema } of good.operation.parameters) {
    const expression = `$request.${place}.${name}`
    const id = stepName(name)
    if (required && place !== 'path') {
      wrongs.push({ id: `without-${id}`, draft: setAt(good, expression, undefined), refusal: 'invalid' })
    }
    const wrong = schema && WRONG.find(value => !isValid(schema, value) && isSendable(value, place))
    if (wrong !== undefined) {
      wrongs.push({ id: `wrong-${id}`, draft: setAt(good, expression, wrong), refusal: 'invalid' })
    }
  }
  const unacceptable = setAt(good, '$request.header.Accept', 'image/x-none')
  return [...wrongs, { id: 'not-acceptable', draft: unacceptable, refusal: 'invalid' }]
}

/** The values that are tried until one does not fit a schema. */
const WRONG: readonly unknown[] = ['not-valid', '-1', '']

function isSendable (value: unknown, place: Parameter['in']): boolean {
  return value !== '' || place === 'query'
}

/** Lists requests whose body lacks a required member, has a wrong one, is no JSON, or is of another type. */
function wrongBodies (good: RequestDraft): WrongDraft[] {
  const { body, operation } = good
  if (body === undefined) return []
  const withBody = (id: string, changed: RequestDraft['body']): WrongDraft =>
    ({ id, draft: { ...good, body: changed }, refusal: 'invalid' })
  const isRequired = operation.body?.required === true
  const isJsonBody = isJson(body.contentType)
  return [
    ...isRequired ? [withBody('without-body', undefined)] : [],
    ...wrongMembers(good),
    ...isJsonBody ? [withBody('malformed-body', { ...body, payload: '{"' })] : [],
    withBody('other-media-type', { contentType: 'application/x-none', payload: 'text' })
  ]
}

/** Lists requests whose body does not fit its schema because of one member. */
function wrongMembers (good: RequestDraft): WrongDraft[] {
  const { body, operation } = good
  const schema = operation.body?.content.find(({ name }) => name === body?.contentType)?.schema
  if (!isObject(body?.payload) || schema === undefined) return []
  const wrongs: WrongDraft[] = []
  for (const name of Object.keys(body.payload)) {
    const pointer = `$request.body#/${escapePointer(name)}`
    const isText = typeof actual(valueAt(good, pointer)) === 'string'
    const changes = [
      { kind: 'without', value: undefined },
      { kind: 'wrong', value: isText ? 17 : 'not-valid' },
      { kind: 'unknown', value: isText ? 'not-valid' : {} }
    ]
    for (const { kind, value } of changes) {
      const draft = setAt(good, pointer, value)
      const isWrong = !isValid(schema, actual(draft.body?.payload))
      if (isWrong) wrongs.push({ id: `${kind}-${stepName(name)}`, draft, refusal: 'invalid' })
    }
  }
  return wrongs
}

/** Lists the request without the credentials that the security of its operation requires. */
function wrongCredentials (good: RequestDraft): WrongDraft[] {
  const schemes = good.operation.security[0] ?? []
  if (schemes.length === 0) return []
  const names = schemes.map(({ definition }) => definition.type === 'apiKey' ? definition.name : 'Authorization')
  const parameters = good.parameters.filter(({ name }) => !names.includes(name))
  return [{ id: 'without-credential', draft: { ...good, parameters }, refusal: 'unauthorized' }]
}
