import type { Contract, Operation } from '../contract/contract.ts'
import { nearestOperations } from '../journal/nearest-operations.ts'
import type { Check, ReportPlace } from '../reports/test-report.ts'
import { checkRequest } from './check-request.ts'
import { checkResponse } from './check-response.ts'
import { matchOperation } from './match-operation.ts'
import { isError } from './pact-finding.ts'
import type { PactFinding } from './pact-finding.ts'
import type { ReadInteraction, ReadPact } from './read-pact.ts'
import { relaxContract } from './relax-contract.ts'

/** An interaction with what does not fit its contract. */
export interface CheckedInteraction {
  readonly pact: ReadPact
  readonly interaction: ReadInteraction
  readonly operation: Operation | undefined
  readonly findings: readonly PactFinding[]
  readonly place: ReportPlace | undefined
}

/**
 * Compares the interactions of pacts with contracts. The contract of a pact is the one that its provider is named
 * after, or else the one that has its operations.
 */
export async function checkPacts (
  pacts: readonly ReadPact[],
  contracts: readonly Contract[]
): Promise<CheckedInteraction[]> {
  const relaxed = new Map<string, Operation>()
  for (const contract of contracts) {
    const { operations } = await relaxContract(contract)
    for (const operation of operations) relaxed.set(operation.id, operation)
  }
  return pacts.flatMap(pact => {
    const own = contracts.filter(({ document, name }) => [name, document.info.title].includes(pact.provider))
    const operations = (own.length > 0 ? own : contracts).flatMap(contract => contract.operations)
    return pact.interactions.map(interaction => {
      const { method, path } = interaction.request
      const matched = matchOperation(operations, method, path)
      if (matched === undefined) {
        const findings = [unmatched(method, path, operations)]
        return { pact, interaction, operation: undefined, findings, place: undefined }
      }
      const { operation } = matched
      const findings = [
        ...checkRequest(interaction, operation, matched.path),
        ...checkResponse(interaction.response, operation, relaxed.get(operation.id) ?? operation)
      ]
      const contract = contracts.find(({ name }) => name === operation.api)
      return { pact, interaction, operation, findings, place: placeOf(contract, operation) }
    })
  })
}

function placeOf (contract: Contract | undefined, { pointer }: Operation): ReportPlace | undefined {
  const place = contract?.locate(pointer)
  if (contract === undefined || place === undefined) return undefined
  return { file: place.file ?? contract.file, line: place.line, column: place.column }
}

/** The differences beyond which the nearest operation is no help. */
const MOST_DIFFERENCES = 2

function unmatched (method: string, path: string, operations: readonly Operation[]): PactFinding {
  const [near] = nearestOperations(method, path, operations, 1)
  const hint = near === undefined || near.why.length > MOST_DIFFERENCES
    ? ''
    : `; the nearest is ${near.operation.id} (${near.operation.method} ${near.operation.path}): ${near.why.join('; ')}`
  return { code: 'request.path-or-method.unknown', message: `no operation has ${method} ${path}${hint}` }
}

/** Returns the checks of a report: one for each interaction, failed where a finding is an error. */
export function pactChecks (checked: readonly CheckedInteraction[]): Check[] {
  return checked.map(({ findings, interaction, operation, pact, place }) => {
    const errors = findings.filter(isError)
    const told = (errors.length > 0 ? errors : findings).map(({ code, message }) => `${code}: ${message}`)
    return {
      name: titleOf(interaction),
      suite: `${pact.consumer} → ${pact.provider} (${pact.file})`,
      ...operation && { operation: operation.id },
      result: errors.length > 0 ? 'failed' : 'passed',
      ...told.length > 0 && { message: told.join('; ') },
      tookMs: 0,
      ...place && { place }
    }
  })
}

function titleOf ({ description, states }: ReadInteraction): string {
  const given = states.map(({ name }) => name).join(' and ')
  return given === '' ? description : `${description}, given ${given}`
}
