import { relative } from 'node:path'
import type { Contract } from '../contract/contract.ts'
import { absolutePath } from '../documents/shown-path.ts'
import type { ArazzoDocument, ArazzoWorkflow } from '../journeys/arazzo.ts'
import type { Journey } from '../journeys/journey.ts'
import { compileJourneys } from '../journeys/load-journeys.ts'
import type { StandinTargets } from '../journeys/standin-targets.ts'
import { callbackJourneys } from './callback-journeys.ts'
import { capacityJourneys } from './capacity-journeys.ts'
import { conflictJourneys } from './conflict-journeys.ts'
import { credentialJourneys } from './credential-journeys.ts'
import type { DeclaredOperation } from './declared-operation.ts'
import { duplicateJourneys } from './duplicate-journeys.ts'
import { jobJourneys } from './job-journeys.ts'
import { JourneyAuthor } from './journey-author.ts'
import { limitJourneys } from './limit-journeys.ts'
import { missingJourneys } from './missing-journeys.ts'
import { plainJourneys } from './plain-journeys.ts'
import { readDeclared } from './read-declared.ts'
import { refusalJourneys } from './refusal-journeys.ts'
import { replayJourneys } from './replay-journeys.ts'

/** The journeys of a document, as they are written and as they are run. */
export interface AuthoredJourneys {
  readonly workflows: readonly ArazzoWorkflow[]
  /** `undefined` where there are none. */
  readonly journey: Journey | undefined
}

/**
 * Creates journeys of a document: what its simulation does, and a valid request and each documented refusal of its
 * operations.
 */
export async function authorJourneys (
  contract: Contract,
  targets: StandinTargets
): Promise<AuthoredJourneys> {
  const workflows = await authorWorkflows(contract, targets)
  if (workflows.length === 0) return { workflows, journey: undefined }
  const document = toDocument(contract, workflows, '.')
  const file = { path: contract.file, file: contract.file, document, locate: () => ({ line: 1, column: 1 }) }
  const [journey] = await compileJourneys([{ file, others: new Map() }], () => contract)
  return { workflows, journey }
}

/** Returns the Arazzo document of workflows, for a file in a folder. */
export function toDocument (
  { document: { info }, file, name }: Contract,
  workflows: readonly ArazzoWorkflow[],
  folder: string
): ArazzoDocument {
  const url = encodeURI(relative(absolutePath(folder), absolutePath(file)))
  const described = { title: `Journeys of ${info.title}`, version: '1.0.0' }
  return { arazzo: '1.0.1', info: described, sourceDescriptions: [{ name, url, type: 'openapi' }], workflows }
}

async function authorWorkflows (contract: Contract, targets: StandinTargets): Promise<ArazzoWorkflow[]> {
  const author = new JourneyAuthor(readDeclared(contract), targets)
  const workflows: ArazzoWorkflow[] = []
  try {
    for (const declared of author.api.operations) workflows.push(...await authorOperation(author, declared))
    for (const limit of author.api.limits) workflows.push(...await limitJourneys(author, limit))
  } finally {
    author.close()
  }
  return [...new Map(workflows.map(workflow => [workflow.workflowId, workflow])).values()]
}

async function authorOperation (author: JourneyAuthor, declared: DeclaredOperation): Promise<ArazzoWorkflow[]> {
  const jobs = await jobJourneys(author, declared)
  return [
    ...jobs,
    ...jobs.length === 0 ? await plainJourneys(author, declared) : [],
    ...await duplicateJourneys(author, declared),
    ...await capacityJourneys(author, declared),
    ...await replayJourneys(author, declared),
    ...await conflictJourneys(author, declared),
    ...await callbackJourneys(author, declared),
    ...await missingJourneys(author, declared),
    ...await credentialJourneys(author, declared),
    ...await refusalJourneys(author, declared)
  ]
}
