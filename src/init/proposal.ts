import type { CallbackDefinition, Contract } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { parseJsonPointer } from '../documents/json-pointer.ts'
import { findCollections } from './find-collections.ts'
import { proposeType } from './propose-type.ts'
import type { ProposedType } from './proposed-type.ts'
import { createResourceModel } from './resource-model.ts'
import type { ResourceModel } from './resource-model.ts'
import { resourceName } from './resource-name.ts'
import { Samples } from './samples.ts'
import { suggestCallbacks, suggestWebhooks } from './suggest-messages.ts'
import type { ProposedMessage } from './suggest-messages.ts'
import { suggestOperations } from './suggest-operations.ts'
import { leave } from './suggestion.ts'
import type { LeftOut, ProposedOperation } from './suggestion.ts'
import type { Collection, Finding } from './collection.ts'

/** A type of resource with the operations that are proposed for it. */
export interface ProposedResource {
  readonly model: ResourceModel
  readonly type: ProposedType
  readonly operations: readonly ProposedOperation[]
  /** The callbacks and webhooks that tell of it. */
  readonly messages: readonly ProposedMessage[]
}

/** The part of a document that can be simulated. */
export interface Proposal {
  readonly resources: readonly ProposedResource[]
  /** The operations on those resources that are left as they are. */
  readonly leftOut: readonly LeftOut[]
  /** Groups of operations that look like a collection and cannot be simulated. */
  readonly others: ReadonlyArray<Extract<Finding, { kind: 'none' }>>
}

export interface ProposalOptions {
  /**
   * Whether the document is Swagger 2.0.
   * @default false
   */
  readonly isSwagger?: boolean
}

/**
 * Proposes `x-standin` for the jobs and the collections of a document. Operations that declare it already are skipped.
 */
export function propose (contract: Contract, { isSwagger = false }: ProposalOptions = {}): Proposal {
  const operations = contract.operations.filter(({ definition }) => !('x-standin' in definition))
  const findings = findCollections({ operations })
  const taken = declaredTypes(contract)
  const samples = new Samples()
  const resources: ProposedResource[] = []
  const leftOut: LeftOut[] = []
  const told = new Set<CallbackDefinition>()
  const others = findings.filter(finding => finding.kind === 'none')
  for (const finding of findings) {
    if (finding.kind === 'none') continue
    const { collection } = finding
    const name = nameOf(collection, taken)
    if (name === undefined) {
      others.push({ kind: 'none', name: collection.name, reason: 'nothing creates' })
      continue
    }
    taken.add(name)
    const model = createResourceModel(collection, collection.creates[0], name)
    const type = proposeType(model, samples)
    const source = { api: contract.name, model, type, samples, isSwagger }
    const suggestions = suggestOperations(source)
    const webhooks = contract.webhooks.filter(webhook => !told.has(webhook) && !('x-standin' in webhook.definition))
    const messages = [...suggestCallbacks(source), ...suggestWebhooks(webhooks, source)]
    resources.push({
      model,
      type,
      operations: suggestions.filter(one => one.kind === 'proposed'),
      messages: messages.filter(one => one.kind === 'message')
    })
    for (const message of messages) if (message.kind === 'message') told.add(message.definition)
    leftOut.push(...[...suggestions, ...messages].filter(one => one.kind === 'left out'))
  }
  samples.close()
  return { resources, leftOut, others }
}

/** Returns the name of a collection's type; `undefined` when it has to be that of its schema, and that is taken. */
function nameOf ({ creates, item, name }: Collection, taken: ReadonlySet<string>): string | undefined {
  if (creates.length > 0) return resourceName(item, name, taken)
  const last = parseJsonPointer(item.pointer)?.at(-1)
  return last === undefined || taken.has(last) ? undefined : last
}

/** Returns the names of the resource types that a document declares itself. */
function declaredTypes ({ document }: Contract): Set<string> {
  const root: unknown = (document as { 'x-standin'?: unknown })['x-standin']
  return new Set(isObject(root) && isObject(root.resources) ? Object.keys(root.resources) : [])
}

/**
 * Takes operations out of a proposal, each with its reason. A resource that no operation creates or shows any more
 * is taken out with all its operations.
 */
export function without (proposal: Proposal, rejected: readonly LeftOut[]): Proposal {
  const rejectedIds = new Set(rejected.map(({ operation }) => operation.id))
  const resources: ProposedResource[] = []
  const leftOut = [...proposal.leftOut, ...rejected]
  for (const resource of proposal.resources) {
    const kept = resource.operations.filter(({ operation }) => !rejectedIds.has(operation.id))
    const messages = resource.messages.filter(({ address, operation }) =>
      !rejectedIds.has(address.id) && !(operation !== undefined && rejectedIds.has(operation.id)))
    const isCreated = kept.some(({ action }) => action === 'create') || 'seed' in resource.type.declaration
    const isShown = kept.some(({ action }) => action === 'read' || action === 'list')
    if (isCreated && isShown) resources.push({ ...resource, operations: kept, messages })
    else for (const { operation } of kept) leftOut.push(leave(operation, 'it depends on operations that are left out'))
  }
  return { resources, leftOut, others: proposal.others }
}
