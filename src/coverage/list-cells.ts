import type { Contract } from '../contract/contract.ts'
import type { Cell } from '../reports/test-report.ts'
import { createApiCells } from './api-cells.ts'
import type { CoverageFilter } from './coverage-filter.ts'
import type { DeclaredCell } from './declared-cell.ts'
import { isOf, isWanted } from './is-wanted.ts'
import { createOperationCells } from './operation-cells.ts'
import { placeOf } from './place-of.ts'
import type { ReportSource } from './report-source.ts'
import type { HitSums } from './sum-hits.ts'

/** Lists the cells of a report, with their counts. Searches the documents for their places. */
export function listCells (filter: CoverageFilter, sums: HitSums, source: ReportSource): Cell[] {
  const { contracts, simulations } = source.definitions
  const cells = new Map<string, Cell>()
  for (const contract of contracts) {
    const simulation = simulations.get(contract.name)
    const isOther = filter.operation?.startsWith(`${contract.name}.`) === false
    if (isOther || !isOf(filter.api, contract.name) || simulation === undefined) continue
    const add = (declared: DeclaredCell): number => {
      const number = source.numberOf(declared.id) ?? -1
      // Several media types may have members of one name.
      if (isWanted(declared, filter) && !cells.has(declared.id)) {
        cells.set(declared.id, toCell(declared, { contract, ...sums.of(number) }))
      }
      return number
    }
    for (const operation of contract.operations) {
      if (isWanted({ api: contract.name, operation: operation.id }, filter)) createOperationCells(operation, add)
    }
    createApiCells(contract, simulation, add)
  }
  return [...cells.values()]
}

interface CellFacts extends Pick<Cell, 'hits' | 'tests'> {
  readonly contract: Contract
}

function toCell ({ pointer, ...declared }: DeclaredCell, { contract, hits, tests }: CellFacts): Cell {
  return {
    ...declared,
    hits,
    tests,
    ...pointer !== undefined && { place: placeOf(pointer, contract) }
  }
}
