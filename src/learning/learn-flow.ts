import type { Contract, Operation } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { escapePointer, parseJsonPointer } from '../documents/json-pointer.ts'
import { pascal } from '../documents/pascal.ts'
import { BodyComparison, bodySchema } from '../drift/body-comparison.ts'
import { isKnownText } from '../drift/known-formats.ts'
import { jobStatuses } from '../init/job-statuses.ts'
import { lifecyclesOf } from '../init/lifecycles-of.ts'
import { findMediaType } from '../messages/find-media-type.ts'
import { findResponse } from '../validation/response-validator.ts'
import { findInRequest } from './find-in-request.ts'
import type { JobType } from './job-type.ts'
import { listObjects } from './list-objects.ts'
import type { Downloads, LearnedFiles } from './learn-files.ts'
import { literal } from './literal.ts'
import { isAccepted } from './observe.ts'
import type { Observed } from './observe.ts'
import type { LearningRedactor } from './redactor.ts'
import { idOf, trackResources } from './track-resources.ts'
import type { Sighting, Tracked } from './track-resources.ts'

/** A type that was told by how ids go from responses to requests, with the declarations of its operations. */
export interface FlowType {
  readonly type: JobType
  /** Its entry among the resources, without its lifecycles. */
  readonly resource: JsonObject
  /** What is declared of each operation. */
  readonly operations: ReadonlyMap<Operation, JsonObject>
  readonly untold: readonly string[]
}

const ID = /^(?:_?id|uuid|guid)$/i
const ID_LIKE = /(?:id|uuid|guid)$/i
const STATUS = /(?:status|state|phase)$/i

/** Tells types of jobs by the responses that bring new ids, and the requests that name them later. */
export function learnFlow (
  exchanges: readonly Observed[],
  contract: Contract,
  { downloads, redactor }: { readonly downloads: Downloads, readonly redactor: LearningRedactor }
): FlowType[] {
  const creations = findCreations(exchanges)
  const types: FlowType[] = []
  for (const [operation, own] of Map.groupBy(creations, ({ operation }) => operation)) {
    const [first] = own
    if (first === undefined || 'x-standin' in operation.definition) continue
    const type = toType(first, contract, types.map(({ type }) => type.name))
    if (type !== undefined) types.push(toFlowType(type, own, { exchanges, downloads, redactor }))
  }
  return types
}

/** A response that showed a resource which nobody had seen before. */
interface Creation {
  readonly exchange: Observed
  readonly operation: Operation
  readonly path: readonly string[]
  readonly value: JsonObject
  readonly id: string
  readonly idName: string
  readonly statusName: string
}

function findCreations (exchanges: readonly Observed[]): Creation[] {
  const known = new Set<string>()
  const creations: Creation[] = []
  for (const exchange of exchanges) {
    const { method, operation } = exchange
    if (!isAccepted(exchange) || operation === undefined) continue
    for (const { path, value } of listObjects(exchange.response.body)) {
      const names = Object.keys(value)
      const idName = names.find(name => ID.test(name)) ?? names.find(name => ID_LIKE.test(name))
      const statusName = names.find(name => STATUS.test(name) && typeof value[name] === 'string')
      const id = idOf(value[idName ?? ''])
      if (idName === undefined || statusName === undefined || id === undefined || known.has(id)) continue
      known.add(id)
      const isNew = method !== 'GET' && !path.includes('*') && findInRequest(exchange, id) === undefined
      if (isNew) creations.push({ exchange, operation, path, value, id, idName, statusName })
    }
  }
  return creations
}

function toType (
  { exchange, idName, operation, path, statusName }: Creation,
  { name: api }: Contract,
  taken: readonly string[]
): JobType | undefined {
  const node = nodeAt(exchange, operation, path)
  const listed = node?.member(statusName)?.saying('enum').flatMap(({ value }) => value.enum as unknown[])
  const statuses = jobStatuses(listed ?? [])
  if (statuses === undefined) return undefined
  const schema = node?.schemas.find(({ pointer }) => /^\/components\/schemas\/[^/]+$/.test(pointer))?.pointer
  const wanted = parseJsonPointer(schema ?? '')?.at(-1) ?? pascal(path.at(-1) ?? api)
  return {
    name: taken.includes(wanted) ? `${wanted}${taken.length + 1}` : wanted,
    id: idName,
    status: statusName,
    creates: new Set([operation.id]),
    running: [...statuses.waiting, ...statuses.running],
    lifecycles: lifecyclesOf(statuses)
  }
}

/** Returns what the schema of a response says at a path. */
function nodeAt ({ response }: Observed, operation: Operation, path: readonly string[]) {
  const content = findResponse(operation, response.status)?.content ?? []
  const mediaType = findMediaType(content, String(response.headers['content-type'] ?? 'application/json'))
  const schema = mediaType && bodySchema(mediaType)
  if (schema === undefined) return undefined
  return new BodyComparison(schema).locate(path.map(name => `/${escapePointer(name)}`).join(''), response.body).node
}

interface FlowContext {
  readonly exchanges: readonly Observed[]
  readonly downloads: Downloads
  readonly redactor: LearningRedactor
}

function toFlowType (type: JobType, creations: readonly Creation[], context: FlowContext): FlowType {
  const { downloads, exchanges, redactor } = context
  const resources = trackResources(type, exchanges)
  const echoed = echoedMembers(creations, type)
  const operations = new Map<Operation, JsonObject>()
  const untold: string[] = []
  for (const { exchange, operation, path } of creations) {
    if (operations.has(operation)) continue
    const unique = uniqueOf({ operation, type, echoed, resources }, context)
    operations.set(operation, {
      ...unique !== undefined && { unique },
      create: { type: type.name, ...echoed.size > 0 && { members: Object.fromEntries(echoed) } },
      reply: { status: exchange.response.status, body: wrapped(exchange.response.body, path, '$resource', redactor) }
    })
  }
  for (const exchange of exchanges) {
    const { operation } = exchange
    if (operation === undefined || operations.has(operation) || 'x-standin' in operation.definition) continue
    const found = findOf(exchange, type, { resources, context })
    if (found !== undefined) operations.set(operation, found)
  }
  const { always, files, sampled, whiles } = shownMembers(type, resources, { downloads, echoed, redactor })
  if (sampled.length > 0) untold.push(`${type.name}: how ${sampled.join(', ')} come about; what is there is a sample`)
  return {
    type,
    resource: {
      id: { member: type.id, ...idForm(resources.map(({ id }) => id), resources[0]?.sightings[0]?.value[type.id]) },
      status: { member: type.status, running: type.running },
      ...Object.keys(always).length > 0 && { always },
      ...Object.keys(whiles).length > 0 && { while: whiles },
      ...files !== undefined && { files }
    },
    operations,
    untold
  }
}

/** Returns the form of ids: integers, UUIDs, or texts that match a pattern. */
export function idForm (ids: readonly string[], sample: unknown): JsonObject {
  if (typeof sample === 'number') return { format: 'integer', from: Math.min(...ids.map(Number)) }
  if (ids.every(id => isKnownText('uuid', id))) return { format: 'uuid' }
  const [first = ''] = ids
  const [prefix = ''] = /^[a-z]{1,10}[_-]/i.exec(first) ?? []
  const rests = ids.map(id => id.startsWith(prefix) ? id.slice(prefix.length) : '')
  const lengths = new Set(rests.map(({ length }) => length))
  const classes = ['[0-9]', '[0-9a-f]', '[0-9a-z]', '[0-9A-Z]', '[0-9A-Za-z]', '[0-9A-Za-z_-]']
  const characters = classes.find(one => rests.every(rest => new RegExp(`^${one}+$`).test(rest)))
  if (lengths.size !== 1 || characters === undefined) return { format: 'uuid' }
  return { pattern: `^${prefix}${characters}{${[...lengths][0] ?? 1}}$` }
}

/** Lists the members of a resource that are those of the request that created it, each with its expression. */
function echoedMembers (creations: readonly Creation[], type: JobType): Map<string, string> {
  const echoed = new Map<string, string>()
  const [first] = creations
  const sent = first?.exchange.request.body
  for (const name of isObject(sent) ? Object.keys(sent) : []) {
    if (name === type.id || name === type.status) continue
    const isEchoed = creations.every(({ exchange, value }) => {
      const { body } = exchange.request
      return isObject(body) && JSON.stringify(body[name]) === JSON.stringify(value[name])
    })
    if (isEchoed) echoed.set(name, `$request.body#/${escapePointer(name)}`)
  }
  return echoed
}

/** Puts an expression in the place of a resource in its response; what is beside it stays as it was. */
function wrapped (body: unknown, path: readonly string[], expression: string, redactor: LearningRedactor): unknown {
  const [name, ...rest] = path
  if (name === undefined || !isObject(body)) return expression
  const others = literal(redactor.value(body))
  return { ...isObject(others) && others, [name]: wrapped(body[name], rest, expression, redactor) }
}

interface FindContext {
  readonly resources: readonly Tracked[]
  readonly context: FlowContext
}

/** Declares an operation whose responses show resources that were created before. */
function findOf (exchange: Observed, type: JobType, { context, resources }: FindContext): JsonObject | undefined {
  const { exchanges, redactor } = context
  const ids = new Set(resources.map(({ id }) => id))
  if (!isAccepted(exchange)) return undefined
  const shown = listObjects(exchange.response.body)
    .find(({ value }) => typeof value[type.status] === 'string' && ids.has(idOf(value[type.id]) ?? ''))
  if (shown === undefined) return undefined
  const { path, value } = shown
  const source = findInRequest(exchange, idOf(value[type.id]) ?? '')
  const { body, status } = exchange.response
  const star = path.indexOf('*')
  if (star !== -1) {
    const find = { type: type.name, ...source !== undefined && { id: source }, many: true }
    return { find, reply: { status, body: wrapped(body, path.slice(0, star), '$resources', redactor) } }
  }
  if (source === undefined) return undefined
  const own = exchanges.filter(({ operation }) => operation === exchange.operation)
  const missing = own.find(({ response }) => response.status === 404)
  const reply = missing && { status: 404, body: literal(redactor.value(missing.response.body)) }
  const find = { type: type.name, id: source, ...reply !== undefined && { else: reply } }
  return { find, reply: { status, body: wrapped(body, path, '$resource', redactor) } }
}

interface UniqueContext {
  readonly operation: Operation
  readonly type: JobType
  readonly echoed: ReadonlyMap<string, string>
  readonly resources: readonly Tracked[]
}

/** Tells that a second resource like a running one is refused, where that was seen and never otherwise. */
function uniqueOf (
  { echoed, operation, resources, type }: UniqueContext,
  { exchanges, redactor }: FlowContext
): JsonObject | undefined {
  if (echoed.size === 0) return undefined
  let refusal: Observed | undefined
  for (const exchange of exchanges) {
    if (exchange.operation !== operation || exchange.request.violations.length > 0) continue
    const { status } = exchange.response
    const hasTwin = resources.some(resource => isRunningTwin(resource, exchange, type, [...echoed.keys()]))
    if (hasTwin && isAccepted(exchange)) return undefined
    if (hasTwin && [400, 409, 422].includes(status)) refusal ??= exchange
  }
  if (refusal === undefined) return undefined
  const { body, status } = refusal.response
  return {
    where: Object.fromEntries(echoed),
    while: type.running,
    else: { status, ...body !== undefined && { body: literal(redactor.value(body)) } }
  }
}

/** Returns whether a resource runs at the time of a request that asks for one like it. */
function isRunningTwin (
  { created, sightings }: Tracked,
  { request, seenAt }: Observed,
  { running = [] }: JobType,
  names: readonly string[]
): boolean {
  if (created === undefined || created.request === request || created.seenAt > seenAt) return false
  const before = sightings.filter(({ at }) => at <= seenAt).at(-1)
  if (before === undefined || !running.includes(before.status)) return false
  // It may have ended since it was seen last.
  const after = sightings.find(({ at }) => at > seenAt)
  if (after !== undefined && !running.includes(after.status)) return false
  const [mine, theirs] = [request.body, created.request.body]
  return isObject(mine) && isObject(theirs) && names.every(name => mine[name] === theirs[name])
}

interface ShownContext {
  readonly downloads: Downloads
  readonly echoed: ReadonlyMap<string, string>
  readonly redactor: LearningRedactor
}

/** Tells the other members of a resource: those that are always the same, and samples by status of the others. */
function shownMembers (type: JobType, resources: readonly Tracked[], { downloads, echoed, redactor }: ShownContext) {
  const always: JsonObject = {}
  const whiles: Record<string, JsonObject> = {}
  const sampled: string[] = []
  let files: JsonObject | undefined
  const sightings = resources.flatMap(({ sightings }) => sightings)
  const names = new Set(sightings.flatMap(({ value }) => Object.keys(value)))
  for (const name of names) {
    if (name === type.id || name === type.status || echoed.has(name)) continue
    const byStatus = Map.groupBy(sightings, ({ status }) => status)
    const [first] = sightings
    if (first !== undefined && Object.hasOwn(first.value, name)) {
      always[name] = literal(redactor.value(first.value[name], name))
    }
    let isSample = false
    for (const [status, own] of byStatus) {
      const values = new Set(own.map(({ value }) => JSON.stringify(value[name])))
      isSample ||= values.size > 1 || JSON.stringify(own[0]?.value[name])?.includes('://') === true
      const value = own[0]?.value[name]
      if (value === undefined || JSON.stringify(value) === JSON.stringify(first?.value[name])) continue
      const learned = files === undefined ? downloadedIn(own, name, { downloads, redactor }) : undefined
      if (learned !== undefined) {
        files = learned.declaration
        isSample = false
        whiles[status] = { ...whiles[status], [name]: learned.member }
        continue
      }
      whiles[status] = { ...whiles[status], [name]: literal(redactor.value(value, name)) }
    }
    if (isSample) sampled.push(name)
  }
  return { always, whiles, sampled, files }
}

/** Tells the files that a member lists, by the first resource of which one was downloaded. */
function downloadedIn (
  sightings: readonly Sighting[],
  name: string,
  { downloads, redactor }: Pick<ShownContext, 'downloads' | 'redactor'>
): LearnedFiles | undefined {
  for (const { status, value } of sightings) {
    const found = downloads.filesIn(value[name], status, redactor)
    if (found !== undefined) return found
  }
  return undefined
}
