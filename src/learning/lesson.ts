import type { Contract } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import type { OverlayChange } from '../documents/overlay-change.ts'
import { statusName } from '../init/find-job.ts'
import { toOverlayParts } from '../init/overlay-parts.ts'
import type { Proposal } from '../init/proposal.ts'
import { declaredTypes } from './declared-types.ts'
import type { JobType, Lifecycle } from './job-type.ts'
import type { Downloads } from './learn-files.ts'
import { learnFixtures } from './learn-fixtures.ts'
import { idForm, learnFlow } from './learn-flow.ts'
import { learnLifecycles } from './learn-lifecycles.ts'
import { learnLimits } from './learn-limits.ts'
import { learnRefusals } from './learn-refusals.ts'
import { measureWays } from './measure-ways.ts'
import type { Observed } from './observe.ts'
import type { LearningRedactor } from './redactor.ts'
import { trackResources } from './track-resources.ts'

/** All that was learned from a recording. */
export interface Lesson {
  /** The `x-standin` of the document: resources, limits, refusals. */
  readonly root: JsonObject
  /** The changes of its other parts. */
  readonly changes: readonly OverlayChange[]
  /** Files below the fixtures: canned bodies, and resources that worlds start with. */
  readonly fixtures: ReadonlyMap<string, unknown>
  readonly seeds: ReadonlyMap<string, unknown>
  /** The ids of resources in the recording. */
  readonly ids: ReadonlySet<string>
  readonly told: readonly string[]
  readonly untold: readonly string[]
}

interface LessonSource {
  readonly contract: Contract
  /** What `init` proposes for the document. */
  readonly proposal: Proposal
  readonly downloads: Downloads
  readonly redactor: LearningRedactor
}

/** Learns from the exchanges of a recording. */
export function learnLesson (
  exchanges: readonly Observed[],
  { contract, downloads, proposal, redactor }: LessonSource
): Lesson {
  const declared = declaredTypes(contract)
  const proposed = proposedTypes(proposal)
  const claimed = new Set(proposal.resources.flatMap(({ operations }) => operations.map(({ operation }) => operation)))
  const unclaimed = exchanges.filter(({ operation }) => operation && !claimed.has(operation))
  const flow = learnFlow(unclaimed, contract, { downloads, redactor })
  const parts = toOverlayParts(proposal.resources)
  const resources: JsonObject = isObject(parts.root.resources) ? { ...parts.root.resources } : {}
  const changes: OverlayChange[] = []
  const ids = new Set<string>()
  const seeds = new Map<string, unknown>()
  const told: string[] = []
  const untold = flow.flatMap(({ untold }) => untold)
  for (const type of [...declared, ...proposed, ...flow.map(({ type }) => type)]) {
    const tracked = trackResources(type, exchanges)
    for (const { id } of tracked) ids.add(id)
    const learned = learnLifecycles(type, measureWays(tracked))
    told.push(...learned.told)
    untold.push(...learned.untold)
    const own = resources[type.name] ?? flow.find(({ type: { name } }) => name === type.name)?.resource
    if (declared.includes(type)) {
      const pointer = `/x-standin/resources/${type.name}/lifecycles`
      changes.push({ pointer, update: learned.lifecycles, replaces: true })
    } else if (isObject(own)) {
      const sample = tracked[0]?.sightings[0]?.value[type.id]
      const form = sample === undefined ? {} : idForm(tracked.map(({ id }) => id), sample)
      const id = isObject(own.id) ? { id: { member: own.id.member, ...form } } : {}
      resources[type.name] = { ...own, ...id, lifecycles: learned.lifecycles }
    }
    const before = tracked.filter(({ created }) => created === undefined)
    if (before.length === 0) continue
    seeds.set(`${contract.name}/resources/${type.name}.json`, before.map(({ sightings: [first] }) => {
      return redactor.value(first?.value)
    }))
  }
  for (const { operation, update } of parts.operations) changes.push({ pointer: operation.pointer, update })
  for (const { definition, update } of parts.messages) changes.push({ pointer: definition.pointer, update })
  for (const { operations } of flow) {
    for (const [{ id, pointer }, declaration] of operations) {
      changes.push({ pointer, update: { 'x-standin': declaration } })
      told.push(`${id}: ${Object.keys(declaration).filter(word => word !== 'reply').join(', ')}`)
    }
  }
  const limits = learnLimits(exchanges, redactor)
  const refusals = learnRefusals(exchanges, redactor)
  const fixtures = learnFixtures(exchanges, contract, redactor)
  return {
    root: {
      ...parts.root.replies !== undefined && { replies: parts.root.replies },
      ...Object.keys(resources).length > 0 && { resources },
      ...limits.limits.length > 0 && {
        limits: Object.fromEntries(limits.limits.map(({ declaration, name }) => [name, declaration]))
      },
      ...Object.keys(refusals).length > 0 && { refusals }
    },
    changes,
    fixtures: fixtures.files,
    seeds,
    ids,
    told: [...told, ...limits.limits.map(limit => `limit ${limit.told}`)],
    untold: [...untold, ...limits.untold, ...fixtures.untold]
  }
}

/** Lists the jobs among what `init` proposes. */
function proposedTypes ({ resources }: Proposal): JobType[] {
  const types: JobType[] = []
  for (const { model, operations, type: { declaration } } of resources) {
    const status = statusName(model.job)
    if (status === undefined || model.id === undefined || model.job === undefined) continue
    const { running, waiting } = model.job.statuses
    types.push({
      name: model.name,
      id: model.id.name,
      status,
      creates: new Set(operations.filter(({ action }) => action === 'create').map(({ operation }) => operation.id)),
      running: [...waiting, ...running],
      // A cast: they are proposed in this form.
      lifecycles: declaration.lifecycles as Record<string, Lifecycle>
    })
  }
  return types
}
