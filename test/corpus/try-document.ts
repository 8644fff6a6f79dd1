import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { World } from '../../src/worlds/world.ts'
import { createStandin } from '../../src/server.ts'
import type { Contract, Operation } from '../../src/contract/contract.ts'
import { createJudge } from './judge.ts'
import type { Judge, Verdict } from './judge.ts'
import { requestTo } from './request-to.ts'

/** The verdicts on the operations of a document. */
export interface DocumentReport {
  /** Why the document could not be loaded; `undefined` where it was loaded. */
  readonly failure: string | undefined
  readonly operations: readonly OperationReport[]
}

/** The verdict on one operation. */
export interface OperationReport extends Verdict {
  readonly operation: string
}

/** Loads a document and calls each of its operations once, by its own contract. */
export async function tryDocument (file: string): Promise<DocumentReport> {
  try {
    return { failure: undefined, operations: await tryLoaded(file) }
  } catch (error) {
    return { failure: messageOf(error), operations: [] }
  }
}

async function tryLoaded (file: string): Promise<OperationReport[]> {
  const app = await createStandin({ openapi: [file], seed: 1, startsAt: '2026-01-01T00:00:00Z' })
  try {
    return await tryOperations(app.contracts, request => app.inject(request))
  } finally {
    await app.close()
  }
}

type Send = (request: InjectOptions) => Promise<LightMyRequestResponse>

async function tryOperations (contracts: readonly Contract[], send: Send): Promise<OperationReport[]> {
  const world = new World('corpus', { seed: 1, startsAt: 0, indexes: [], maxResources: 1, maxExchanges: 1 })
  const reports: OperationReport[] = []
  for (const contract of contracts) {
    const judge = createJudge(contract)
    for (const operation of contract.operations) {
      reports.push({
        operation: operation.name,
        ...(await tryOperation(operation, { judge, send, world }))
      })
    }
  }
  return reports
}

async function tryOperation (
  operation: Operation,
  { judge, send, world }: { judge: Judge, send: Send, world: World }
): Promise<Verdict> {
  try {
    const made = requestTo(operation, world)
    if (made.kind === 'request') return judge(operation, await send(made.request))
    return {
      outcome: made.kind === 'failed' ? 'wrong' : 'impossible',
      reason: `no request: ${made.reason}`
    }
  } catch (error) {
    return { outcome: 'wrong', reason: `it failed: ${messageOf(error)}` }
  }
}

function messageOf (error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
