import { loadContracts } from '../../src/contract/load-contracts.ts'
import { listFilters } from '../../src/init/list-filters.ts'
import { propose } from '../../src/init/proposal.ts'
import type { Proposal } from '../../src/init/proposal.ts'
import { proveProposal } from '../../src/init/prove-proposal.ts'
import type { ProposedOperation } from '../../src/init/suggestion.ts'
import { exactJson } from '../../src/exact-json.ts'
import { listJobStatuses } from './job-statuses.ts'
import type { JobStatus } from './job-statuses.ts'

/** The proposal of `standin init` for a document, in figures. */
export interface InitReport {
  /** Why there is no proposal; `undefined` where there is one, or nothing to propose. */
  readonly failure: string | undefined
  /** The statuses of jobs that an operation creates, as the judge finds them. */
  readonly statuses: readonly JobStatus[]
  /** The types with lifecycles that are proposed, and are left after the trial. */
  readonly jobs: Counted
  readonly operations: Counted
  /** The operations with a link to a resource. */
  readonly links: Counted
  readonly downloads: Counted
  /** Callbacks and webhooks. */
  readonly messages: Counted
  /** The filters of lists. */
  readonly filters: Counted
  /** The types that new worlds have generated resources of. */
  readonly seeds: Counted
  /** Why operations are left out after their trial. */
  readonly reasons: readonly string[]
}

interface Counted {
  readonly proposed: number
  readonly kept: number
}

const NONE: Counted = { proposed: 0, kept: 0 }

export const EMPTY_REPORT: Omit<InitReport, 'failure'> = {
  statuses: [],
  jobs: NONE,
  operations: NONE,
  links: NONE,
  downloads: NONE,
  messages: NONE,
  filters: NONE,
  seeds: NONE,
  reasons: []
}

/** Proposes an overlay for a document as `standin init` does, and counts what holds in its trial. */
export async function initDocument (file: string): Promise<InitReport> {
  let statuses: readonly JobStatus[] = []
  try {
    const [contract] = await loadContracts([file], {})
    if (contract === undefined) return { ...EMPTY_REPORT, failure: 'it is no document' }
    statuses = listJobStatuses(contract)
    const proposed = propose(contract)
    const kept = await proveProposal(contract, file, {})
    const count = (of: (proposal: Proposal) => number) => ({ proposed: of(proposed), kept: of(kept) })
    return {
      failure: undefined,
      statuses,
      jobs: count(({ resources }) => resources.filter(({ model }) => model.job !== undefined).length),
      operations: count(({ resources }) => resources.flatMap(({ operations }) => operations).length),
      links: count(linkCount),
      downloads: count(proposal => listOperations(proposal).filter(({ action }) => action === 'download').length),
      messages: count(({ resources }) => resources.flatMap(({ messages }) => messages).length),
      filters: count(proposal => listOperations(proposal).flatMap(listFilters).length),
      seeds: count(({ resources }) => resources.filter(({ type }) => 'seed' in type.declaration).length),
      reasons: kept.leftOut
        .slice(proposed.leftOut.length)
        .map(({ operation, reason }) => `${operation.name}: ${reason}`)
    }
  } catch (error) {
    return { ...EMPTY_REPORT, statuses, failure: error instanceof Error ? error.message : String(error) }
  }
}

function listOperations ({ resources }: Proposal): ProposedOperation[] {
  return resources.flatMap(({ operations }) => operations)
}

function linkCount ({ resources }: Proposal): number {
  const hasLink = (value: unknown) => exactJson.stringify(value).includes('{$server.url}')
  const creates = resources.flatMap(({ operations, type }) => operations
    .filter(({ action }) => action === 'create')
    .filter(({ declaration }) => hasLink(declaration) || hasLink(type.declaration)))
  return creates.length
}
