import type { Contract } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { findCollections } from './find-collections.ts'
import type { Finding } from './find-collections.ts'
import { suggestOperations } from './suggest-operations.ts'
import type { LeftOut, ProposedOperation } from './suggestion.ts'
import { proposeType } from './resource-type.ts'
import type { ProposedType } from './resource-type.ts'
import { Samples } from './samples.ts'
import { toThing } from './thing.ts'
import type { Thing } from './thing.ts'
import { thingName } from './thing-name.ts'

/** What is proposed for things of one kind. */
export interface ProposedThing {
  readonly thing: Thing
  readonly type: ProposedType
  readonly operations: readonly ProposedOperation[]
}

/** What could be acted out of a document. */
export interface Proposal {
  readonly things: readonly ProposedThing[]
  /** The operations of those things that are left as they are. */
  readonly leftOut: readonly LeftOut[]
  /** What looks like a collection and is none that could be acted out. */
  readonly others: ReadonlyArray<Extract<Finding, { kind: 'none' }>>
}

export interface ProposalOptions {
  /**
   * What the paths of the API begin with.
   * @default nothing
   */
  readonly basePath?: string
  /**
   * Whether the document is of version 2.0.
   * @default false
   */
  readonly isSwagger?: boolean
}

/** Finds the jobs and the collections of a document, and proposes `x-standin` for them. What the document declares itself is left alone. */
export function propose (contract: Contract, { basePath = '', isSwagger = false }: ProposalOptions = {}): Proposal {
  const { document, operations } = contract
  const findings = findCollections({ operations: operations.filter(({ definition }) => !('x-standin' in definition)) })
  const root: unknown = (document as { 'x-standin'?: unknown })['x-standin']
  const taken = new Set(isObject(root) && isObject(root.resources) ? Object.keys(root.resources) : [])
  const samples = new Samples()
  const all = findings.flatMap(finding => {
    const create = finding.kind === 'collection' ? finding.collection.creates[0] : undefined
    if (finding.kind === 'none' || create === undefined) return []
    const name = thingName(finding.collection.item, finding.collection.name, taken)
    taken.add(name)
    const thing = toThing(finding.collection, create, name)
    const type = proposeType(thing, basePath, samples)
    return [{ thing, type, suggestions: suggestOperations({ thing, type, samples, basePath, isSwagger }) }]
  })
  samples.close()
  return {
    things: all.map(({ suggestions, thing, type }) => ({ thing, type, operations: suggestions.filter(one => one.kind === 'proposed') })),
    leftOut: all.flatMap(({ suggestions }) => suggestions.filter(one => one.kind === 'left out')),
    others: findings.filter(finding => finding.kind === 'none')
  }
}

/** Takes operations out of a proposal, each with why; things that nothing creates or shows any more go with them. */
export function without (proposal: Proposal, refused: readonly LeftOut[]): Proposal {
  const reasons = new Map(refused.map(({ operation, reason }) => [operation.id, reason]))
  const things: ProposedThing[] = []
  const leftOut = [...proposal.leftOut, ...refused]
  for (const { operations, ...rest } of proposal.things) {
    const kept = operations.filter(({ operation }) => !reasons.has(operation.id))
    const isWhole = kept.some(({ action }) => action === 'create') && kept.some(({ action }) => action === 'read' || action === 'list')
    if (isWhole) things.push({ ...rest, operations: kept })
    else for (const { operation } of kept) leftOut.push({ kind: 'left out', operation, reason: 'it means nothing without those that are left out' })
  }
  return { things, leftOut, others: proposal.others }
}
