import type { Operation } from '../contract/contract.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import type { ResourceType } from '../simulation/scope.ts'
import { formatDuration } from '../worlds/duration.ts'
import type { Stage } from '../worlds/resource.ts'
import type { CheckContext, Recording } from './recording.ts'
import { sightingsIn } from './sightings.ts'
import { kept, unjudged } from './verify-check.ts'
import type { Difference, Judgement, VerifyCheck } from './verify-check.ts'

/** A status of a resource, with when it was surely in it. */
interface Seen {
  readonly status: string
  /** When the request was sent and when the response had come. */
  readonly from: number
  readonly until: number
}

interface Step {
  readonly operation: Operation | undefined
  readonly type: ResourceType
  readonly before: Seen | undefined
  readonly now: Seen
}

/** Checks that each resource passes through its statuses as one of its lifecycles says. */
export const lifecycleConformance: VerifyCheck = {
  name: 'lifecycle_conformance',
  judge: (recording, context) => listSteps(recording, context).map(step => judgeStep(step, recording, context))
}

/** Lists each sight of a resource with the one before it. */
function listSteps ({ exchanges }: Recording, context: CheckContext): Step[] {
  const latest = new Map<string, Seen>()
  const steps: Step[] = []
  for (const exchange of exchanges) {
    for (const { id, status, type } of sightingsIn(exchange, context)) {
      if (status === undefined || type.lifecycles.size === 0) continue
      const key = `${type.id} ${id}`
      const now = { status, from: exchange.at, until: exchange.until }
      const isNew = context.apis.get(exchange.request.operation?.api ?? '')?.simulation
        .operations.get(exchange.request.operation?.id ?? '')?.creates?.id === type.id
      const before = latest.get(key)
      latest.set(key, now)
      if (before === undefined && !isNew) continue
      steps.push({ operation: exchange.request.operation, type, before, now })
    }
  }
  return steps
}

function judgeStep (step: Step, recording: Recording, context: CheckContext): Judgement {
  const { before, now, operation, type } = step
  const differ = (contract: string, service: string, own: Partial<Difference> = {}): Judgement => {
    const standin = context.standin && `goes ${pathOf(type, context.standin, context)}`
    const seen = `${service}; it went ${pathOf(type, recording, context)}`
    return { operation, difference: { contract, service: seen, standin, pointer: lifecyclesPointer(type), ...own } }
  }
  const ways = [...type.lifecycles.values()]
  const known = `that a ${type.id} is ${[...type.statuses].join(', ')}`
  if (!type.statuses.has(now.status)) return differ(known, `shows one that is "${now.status}"`)
  if (before === undefined) return judgeFirst(step, ways, differ)
  if (before.status === now.status || !type.statuses.has(before.status)) return kept(operation)
  const gaps = ways.map(way => gapBetween(way, before.status, now.status)).filter(gap => gap !== undefined)
  const described = ways.map(way => way.map(({ status }) => status).join(' → ')).join(', or ')
  if (gaps.length === 0) {
    return differ(`that a ${type.id} goes ${described}`, `shows ${before.status} and then ${now.status}`)
  }
  return judgeGaps(gaps, step, differ)
}

type Differ = (contract: string, service: string, own?: Partial<Difference>) => Judgement

function judgeFirst ({ now, operation, type }: Step, ways: ReadonlyArray<readonly Stage[]>, differ: Differ): Judgement {
  const firsts = [...new Set(ways.map(way => way[0]?.status))]
  // A job may have come further before the response is made.
  if (firsts.includes(now.status)) return kept(operation)
  const stages = ways.map(way => way.slice(0, way.findIndex(({ status }) => status === now.status)))
  const skipped = stages.filter(stages => stages.length > 0)
  const isSure = skipped.every(stages => now.until - now.from < lengthOf(stages))
  if (!isSure) return unjudged(operation, 'the response took longer than the first status')
  return differ(`that a new ${type.id} is ${firsts.join(' or ')}`, `shows it ${now.status} at once`)
}

/** Judges the statuses that lie between two that were seen: each must have been too short to be seen. */
function judgeGaps (
  gaps: ReadonlyArray<readonly Stage[]>,
  { before, now, operation, type }: Step,
  differ: Differ
): Judgement {
  if (before === undefined || gaps.some(gap => gap.length === 0)) return kept(operation)
  const unseenMs = now.until - before.from
  if (gaps.some(gap => unseenMs >= lengthOf(gap))) {
    return unjudged(operation, `${before.status} and ${now.status} were seen ${Math.round(unseenMs)} ms apart, ` +
      'in which the statuses between them may have passed')
  }
  const [skipped = []] = gaps
  const names = skipped.map(({ status }) => status).join(', ')
  const between = skipped.map(({ ms = 0, status }) => `${status} for ${formatDuration(ms)}`).join(', ')
  const service = `goes from ${before.status} to ${now.status} within ${Math.round(unseenMs)} ms, without ${names}`
  return differ(`that a ${type.id} is ${between} between ${before.status} and ${now.status}`, service, {
    proposal: proposeWithout(type, skipped)
  })
}

/** Returns the stages between two statuses of a way; `undefined` where it does not lead from one to the other. */
function gapBetween (way: readonly Stage[], before: string, after: string): readonly Stage[] | undefined {
  const start = way.findIndex(({ status }) => status === before)
  const end = way.findIndex(({ status }, index) => index > start && status === after)
  return start < 0 || end < 0 ? undefined : way.slice(start + 1, end)
}

function lengthOf (stages: readonly Stage[]): number {
  return stages.reduce((sum, { ms = Infinity }) => sum + ms, 0)
}

function proposeWithout (type: ResourceType, skipped: readonly Stage[]): Difference['proposal'] {
  const gone = new Set(skipped.map(({ status }) => status))
  const [name, way] = [...type.lifecycles].find(([, stages]) => stages.some(({ status }) => gone.has(status))) ?? []
  if (name === undefined || way === undefined) return undefined
  const update = way.filter(({ status }) => !gone.has(status))
    .map(({ ms, status }) => ms === undefined ? status : { [status]: formatDuration(ms) })
  return { pointer: `${lifecyclesPointer(type)}/${escapePointer(name)}`, update, replaces: true }
}

/** Returns the statuses of a type as a recording shows them, in order. */
function pathOf (type: ResourceType, { exchanges }: Recording, context: CheckContext): string {
  const statuses = exchanges
    .flatMap(exchange => sightingsIn(exchange, context))
    .filter(sighting => sighting.type.id === type.id && sighting.status !== undefined)
    .map(({ status }) => status)
  return statuses.filter((status, index) => status !== statuses[index - 1]).join(' → ')
}

function lifecyclesPointer ({ id }: ResourceType): string {
  return `/x-standin/resources/${escapePointer(id.slice(id.indexOf('.') + 1))}/lifecycles`
}
