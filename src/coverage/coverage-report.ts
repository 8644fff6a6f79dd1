import type { Contract } from '../contract/contract.ts'
import { nearestOperations } from '../journal/nearest-operations.ts'
import { applyIgnoreList } from '../reports/ignore-list.ts'
import { summarize } from '../reports/summary.ts'
import type { Summary } from '../reports/summary.ts'
import { MAX_TESTS } from '../reports/test-report.ts'
import type { Cell, Finding, FindingKind, ReportPlace, TestReport } from '../reports/test-report.ts'
import { readVersion } from '../version.ts'
import { systemTime } from '../worlds/clock.ts'
import type { ObservedWorld } from '../worlds/observers.ts'
import { createApiCells } from './api-cells.ts'
import type { CoverageDefinitions } from './coverage-definitions.ts'
import type { CoverageFilter } from './coverage-filter.ts'
import type { DeclaredCell } from './declared-cell.ts'
import { describeUndelivered, isUndelivered, keyOf } from './find-undelivered.ts'
import type { Findings, FoundThing } from './findings.ts'
import type { Hits } from './hits.ts'
import { createOperationCells } from './operation-cells.ts'
import { StubUses } from './stub-uses.ts'
import { sumHits } from './sum-hits.ts'
import type { HitSums } from './sum-hits.ts'

/** A report of what tests touched, with its figures. */
export interface CoverageReport extends TestReport {
  readonly summary: Summary
  /** What is not listed, because there is too much. */
  readonly leftOut: {
    /** How many tests are counted, but not named. */
    readonly tests: number
    /** How often something was found that is not listed, by kind. */
    readonly findings: Readonly<Partial<Record<FindingKind, number>>>
  }
  /** The patterns of what to ignore that match nothing in this report. */
  readonly unusedIgnores: readonly string[]
}

export interface ReportSource {
  readonly definitions: CoverageDefinitions
  readonly worlds: readonly ObservedWorld[]
  readonly hits: Hits
  readonly findings: Findings
  readonly stubs: StubUses
  /** When the counting began, in milliseconds since 1970. */
  readonly start: number
  /** Returns the number of a cell by its id; `undefined` for one that was never counted. */
  numberOf (id: string): number | undefined
}

/** Creates the report of what was counted. Only here, documents are searched for the places of cells. */
export function createCoverageReport (filter: CoverageFilter, source: ReportSource): CoverageReport {
  const sums = sumHits(source.hits, filter)
  const counted: TestReport = {
    version: 1,
    tool: { name: 'standin', version: readVersion() },
    start: source.start,
    stop: systemTime(),
    cells: listCells(filter, sums, source),
    findings: listFindings(filter, sums, source),
    checks: []
  }
  const { report, unused } = applyIgnoreList(counted, source.definitions.ignore)
  return {
    ...report,
    summary: summarize(report),
    leftOut: { tests: source.hits.leftOut, findings: leftOutOf(source) },
    unusedIgnores: unused.map(({ ignore }) => ignore)
  }
}

function listCells (filter: CoverageFilter, sums: HitSums, source: ReportSource): Cell[] {
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

/** Tells whether something belongs to the API and to the operation that a report is of. */
function isWanted ({ api, operation }: Pick<Finding, 'api' | 'operation'>, filter: CoverageFilter): boolean {
  return isOf(filter.api, api) && isOf(filter.operation, operation)
}

function isOf (wanted: string | undefined, own: string | undefined): boolean {
  return wanted === undefined || wanted === own
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

function placeOf (pointer: string, contract: Contract): ReportPlace {
  const { column, file = contract.file, line } = contract.locate(pointer)
  return { file, line, column }
}

type Counted = FoundThing & Pick<Finding, 'count' | 'tests'>

function listFindings (filter: CoverageFilter, sums: HitSums, source: ReportSource): Finding[] {
  const counted: Counted[] = []
  for (const { cell, ...found } of source.findings.list()) {
    const { hits: count, tests } = sums.of(cell)
    if (count > 0) counted.push({ ...withNearest(found, source), count, tests })
  }
  const all = [...counted, ...listUnusedStubs(filter, source), ...listWaiting(filter, source)]
  return all.filter(found => isWanted(found, filter)).map(found => toFinding(found, source))
}

function toFinding ({ pointer, ...found }: Counted, { definitions }: ReportSource): Finding {
  const contract = definitions.contracts.find(({ name }) => name === found.api)
  return {
    ...found,
    ...pointer !== undefined && contract !== undefined && { place: placeOf(pointer, contract) }
  }
}

/** Adds the operation that is nearest to a request which matches none. */
function withNearest (found: FoundThing, { definitions }: ReportSource): FoundThing {
  const [kind, method = '', path = ''] = found.id.split(' ')
  if (kind !== 'unmatched') return found
  const [near] = nearestOperations(method, path, definitions.served(), 1)
  if (near === undefined) return found
  const { operation, why } = near
  const nearest = `${operation.method} ${operation.path} (${operation.id}): ${why.join('; ')}`
  return { ...found, message: `${found.message}; the nearest is ${nearest}` }
}

/** Lists the stubs that no request has used: of the worlds that there are, and of those that have ended. */
function listUnusedStubs ({ test, world }: CoverageFilter, { definitions, stubs, worlds }: ReportSource): Counted[] {
  const all = new StubUses(stubs.list())
  for (const one of worlds) all.record(one)
  const name = world ?? test
  const unused = all.list().filter(use => name === undefined ? !use.isUsed : use.worlds.get(name) === false)
  return unused.map(({ count, key, message, operation, worlds }) => {
    const owner = definitions.contracts.flatMap(({ operations }) => operations).find(({ id }) => id === operation)
    return {
      kind: 'unused-stubs',
      id: `unused-stubs ${operation} ${key}`,
      ...owner !== undefined && { api: owner.api, operation },
      message,
      count,
      tests: [...worlds.keys()].slice(0, MAX_TESTS)
    }
  })
}

/** Lists the callbacks that wait for another attempt. */
function listWaiting ({ test, world }: CoverageFilter, { worlds }: ReportSource): Counted[] {
  const waiting = new Map<string, Counted & { count: number, readonly tests: string[] }>()
  for (const { name, store } of worlds) {
    if ((world ?? test ?? name) !== name) continue
    for (const delivery of store.deliveries()) {
      if (delivery.state !== 'waiting' || !isUndelivered(delivery)) continue
      const id = `undelivered ${keyOf(delivery)}`
      const known = waiting.get(id)
      if (known === undefined) {
        waiting.set(id, { kind: 'undelivered', id, ...describeUndelivered(delivery), count: 1, tests: [name] })
        continue
      }
      known.count++
      if (!known.tests.includes(name) && known.tests.length < MAX_TESTS) known.tests.push(name)
    }
  }
  return [...waiting.values()]
}

function leftOutOf ({ findings, stubs }: ReportSource): CoverageReport['leftOut']['findings'] {
  return { ...findings.leftOut(), ...stubs.leftOut > 0 && { 'unused-stubs': stubs.leftOut } }
}
