import type { Contract } from '../contract/contract.ts'
import { placeOf } from '../coverage/place-of.ts'
import { readVersion } from '../version.ts'
import { formatInstant } from '../worlds/clock.ts'
import type { Drift } from './drift.ts'
import type { DifferenceGroup } from './drift-groups.ts'
import { KIND_FACTS } from './drift-kinds.ts'
import type { Severity } from './drift-kinds.ts'
import type { DriftGroup, DriftReport } from './drift-report.ts'
import { listUnseen } from './list-unseen.ts'
import { proposeOverlays } from './propose-overlay.ts'

/** Creates the report of what was compared. Only here, documents are searched for places. */
export function createDriftReport (
  drift: Drift,
  elsewhere: Readonly<Record<string, number>> = {}
): DriftReport {
  const contracts = new Map(drift.contracts.map(contract => [contract.name, contract]))
  const unseen = listUnseen(drift)
  const groups = [...drift.groups.list().map(group => toGroup(group, contracts)), ...unseen.groups]
  return {
    version: 1,
    tool: { name: 'standin', version: readVersion() },
    apis: drift.contracts.map(({ file, name }) => ({ name, file })),
    exchanges: {
      compared: drift.exchanges,
      files: drift.files,
      elsewhere,
      first: instantOf(drift.first),
      last: instantOf(drift.last)
    },
    summary: countSeverities(groups),
    groups,
    overlays: proposeOverlays(drift),
    leftOut: { ...drift.groups.leftOut(), ...unseen.leftOut }
  }
}

function toGroup (group: DifferenceGroup, contracts: ReadonlyMap<string, Contract>): DriftGroup {
  const { api, count, expected, first, kind, last, operation, pointer, sample, side, where } = group
  const contract = contracts.get(api)
  return {
    kind,
    severity: KIND_FACTS[kind].severity,
    api,
    operation: operation?.id ?? null,
    side,
    where,
    message: `${where} ${expected}`,
    count,
    first: instantOf(first),
    last: instantOf(last),
    sample,
    pointer,
    place: contract === undefined ? null : placeOf(pointer, contract)
  }
}

function instantOf (at: number): string | null {
  return Number.isFinite(at) ? formatInstant(at) : null
}

function countSeverities (groups: readonly DriftGroup[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const { severity } of groups) counts[severity]++
  return counts
}
