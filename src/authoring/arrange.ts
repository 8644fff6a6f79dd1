import { MASK } from '../schemas/mask-text.ts'
import { actual, Bound } from './bound.ts'
import type { DeclaredNeed, DeclaredOperation, DeclaredStage, DeclaredType } from './declared-operation.ts'
import { bodyExpression, findEqual } from './find-value.ts'
import { boundIn, setAt, valueAt } from './request-draft.ts'
import type { RequestDraft } from './request-draft.ts'
import type { CreatedResource, Scribe, Sent } from './scribe.ts'

/** How deep operations may need each other. */
const MAX_DEPTH = 4

/**
 * Finds a request that an operation accepts, and sends it, after writing the steps that create what it needs. Returns
 * `undefined` where none is found.
 */
export async function arrange (scribe: Scribe, declared: DeclaredOperation, depth = 0): Promise<Sent | undefined> {
  if (depth > MAX_DEPTH) return undefined
  const needed = await createNeeded(scribe, declared, depth)
  const first = await tryDrafts(scribe, declared)
  if (first !== undefined) return first
  // Some operations respond only when a job has ended, such as those with its result.
  for (const type of needed) await finish(scribe, type)
  return needed.length === 0 ? undefined : await tryDrafts(scribe, declared)
}

async function tryDrafts (scribe: Scribe, declared: DeclaredOperation): Promise<Sent | undefined> {
  for (const draft of scribe.author.draftsOf(declared.operation)) {
    const sent = await scribe.try(bindNeeds(draft, declared, scribe))
    if (sent.response.status < 400) return sent
  }
}

/** Creates the resources that an operation needs and that nothing has created yet. Returns their types. */
async function createNeeded (scribe: Scribe, declared: DeclaredOperation, depth: number): Promise<string[]> {
  const { author } = scribe
  const types = new Set(listNeeds(declared).map(({ type }) => type))
  for (const type of types) {
    const creator = author.creatorOf(type)
    if (scribe.created.has(type) || creator === undefined || creator === declared) continue
    await create(scribe, creator, depth + 1)
  }
  return [...types].filter(type => scribe.created.has(type))
}

function listNeeds ({ find, requires }: DeclaredOperation): DeclaredNeed[] {
  return [...requires, ...find === undefined ? [] : [find]]
}

/** Sends the request that creates a resource, and writes its step. */
export async function create (
  scribe: Scribe,
  creator: DeclaredOperation,
  depth = 0
): Promise<CreatedResource | undefined> {
  const sent = await arrange(scribe, creator, depth)
  return sent && await keepCreated(scribe, scribe.write(sent, creator.operation.name), creator)
}

/** Keeps the resource that a request has created, with its id as an output of the step. */
export async function keepCreated (
  scribe: Scribe,
  sent: Sent,
  { creates: type = '' }: DeclaredOperation
): Promise<CreatedResource | undefined> {
  const newest = await scribe.newest(type)
  if (newest === undefined) return undefined
  const found = findEqual(sent.body, newest.id, undefined)
  const id = found && scribe.output(sent, 'id', bodyExpression(found.pointer), found.value)
  const created = { sent, type, id, members: newest.members }
  scribe.created.set(type, created)
  return created
}

/** Puts what was created into a request: its id, and the members by which it is found. */
export function bindNeeds (draft: RequestDraft, declared: DeclaredOperation, { created }: Scribe): RequestDraft {
  let bound = draft
  for (const { id, type } of listNeeds(declared)) {
    const resource = created.get(type)
    if (resource?.id === undefined) continue
    const isList = Array.isArray(valueAt(bound, id))
    bound = setAt(bound, id, isList ? [resource.id] : resource.id)
  }
  const { find } = declared
  const found = find && created.get(find.type)
  for (const [member, expression] of Object.entries(find?.where ?? {})) {
    const value = found && memberValue(found, member)
    if (value !== undefined) bound = setAt(bound, expression, value)
  }
  return bound
}

/** Returns a member of a resource; bound as in the request that created it. */
function memberValue ({ members, sent: { draft } }: CreatedResource, member: string): unknown {
  const value = members[member]
  // The admin API masks credentials.
  if (value === MASK) return undefined
  return boundIn(draft).find(bound => bound.value === value) ?? value
}

/** Waits until a job has ended, where something shows its status. */
export async function finish (scribe: Scribe, type: string): Promise<Sent | undefined> {
  const declared = scribe.author.typeOf(type)
  const [lifecycle] = declared?.lifecycles.values() ?? []
  if (declared === undefined || lifecycle === undefined) return undefined
  const end = endOf(declared, lifecycle)
  return end && await poll(scribe, declared, end)
}

/** The end of a lifecycle: the first status in which the job does not run any more. */
export interface LifecycleEnd {
  readonly status: string
  /** How long the job runs before it, in milliseconds. */
  readonly afterMs: number
  /** The shortest stage before it, in milliseconds. */
  readonly shortestMs: number
}

export function endOf (
  { running }: Pick<DeclaredType, 'running'>,
  lifecycle: readonly DeclaredStage[]
): LifecycleEnd | undefined {
  const last = lifecycle.length - 1
  const hasEnded = ({ status }: DeclaredStage): boolean => running.length > 0 && !running.includes(status)
  const index = lifecycle.findIndex((stage, at) => at === last || hasEnded(stage))
  const before = lifecycle.slice(0, index).map(({ ms = 0 }) => ms)
  const end = lifecycle[index]
  if (end === undefined) return undefined
  const afterMs = before.reduce((sum, ms) => sum + ms, 0)
  return { status: end.status, afterMs, shortestMs: Math.min(...before, afterMs) }
}

/** The most polls of a job. */
const MAX_POLLS = 40

/** Writes a step that asks for a job until it has a status. Returns `undefined` where nothing shows the status. */
export async function poll (
  scribe: Scribe,
  type: DeclaredType,
  { afterMs, shortestMs, status }: LifecycleEnd
): Promise<Sent | undefined> {
  await scribe.target.wait(afterMs)
  const sent = await readStatus(scribe, type, status)
  if (sent === undefined) return undefined
  const seconds = Math.max(shortestMs, afterMs / (MAX_POLLS / 2), 1) / 1_000
  const retryLimit = Math.ceil(afterMs / 1_000 / seconds) + 3
  const parts = afterMs === 0
    ? {}
    : { onFailure: [{ name: 'later', type: 'retry' as const, retryAfter: seconds, retryLimit }] }
  return writeStatus(scribe, sent, status, parts)
}

/** A request whose response shows the status of a job. */
interface SeenStatus {
  readonly sent: Sent
  readonly pointer: string
}

/** Asks for the last resource of a type. Returns the response that shows a status. */
export async function readStatus (
  scribe: Scribe,
  type: DeclaredType,
  status: string
): Promise<SeenStatus | undefined> {
  for (const reader of scribe.author.readersOf(type.name)) {
    const sent = await tryDrafts(scribe, reader)
    const found = sent && findEqual(sent.body, status, type.statusMember)
    if (sent !== undefined && found !== undefined) return { sent, pointer: found.pointer }
  }
}

/** Writes the step of a response that shows a status. */
export function writeStatus (
  scribe: Scribe,
  { pointer, sent }: SeenStatus,
  status: string,
  parts: Parameters<Scribe['write']>[2] = {}
): Sent {
  scribe.write(sent, `${sent.draft.operation.name}-${status}`, parts)
  scribe.expect(sent, `${bodyExpression(pointer)} == ${conditionText(status)}`)
  return sent
}

/** Writes a value as a literal of a condition. */
export function conditionText (value: unknown): string {
  const plain = value instanceof Bound ? actual(value) : value
  return typeof plain === 'string' ? `'${plain.replaceAll("'", "''")}'` : String(plain)
}
