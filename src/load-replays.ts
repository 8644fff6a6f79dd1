import { basename, extname } from 'node:path'
import type { Contract } from './contract/contract.ts'
import { shownPath } from './documents/shown-path.ts'
import { InvalidHar } from './errors.ts'
import { loadHar } from './har/load-har.ts'
import { toReplayScenario } from './har/replay-scenario.ts'
import { REPLAY } from './scenarios/replay-name.ts'
import type { Scenario, ScenarioDocument } from './worlds/scenario.ts'

/** The longest name that a file gives to its scenario, in characters. */
const LONGEST_NAME = 60

/**
 * Loads recordings as scenarios, each named after its file: `replay/checkout`. Rejects with `InvalidHar` for a file
 * that cannot be read, and for one in which no request matches an operation.
 */
export async function loadReplays (files: readonly string[], contracts: readonly Contract[]): Promise<Scenario[]> {
  const operations = contracts.flatMap(contract => contract.operations)
  const scenarios: Scenario[] = []
  for (const file of files) {
    const shown = shownPath(file)
    const { exchanges } = await loadHar(file)
    const replay = toReplayScenario(exchanges, operations, shown)
    if (replay.exchanges === 0) throw new InvalidHar(shown, whyNothing(exchanges.map(({ request }) => request.url)))
    const name = freeName(file, scenarios)
    // A cast: the check of scenarios validates its form.
    scenarios.push({ file: shown, name, document: replay.document as ScenarioDocument })
  }
  return scenarios
}

function whyNothing ([first]: readonly string[]): string {
  return first === undefined
    ? 'it has no exchange over HTTP to replay'
    : `none of its requests matches an operation that is served; its first is for ${first.split('?', 1)[0]}`
}

function freeName (file: string, others: readonly Scenario[]): string {
  const stem = basename(file, extname(file)).replace(/[^\w.-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '')
  const name = `${REPLAY}/${stem.slice(0, LONGEST_NAME) || 'recording'}`
  const count = others.filter(other => other.name === name || other.name.startsWith(`${name}-`)).length
  return count === 0 ? name : `${name}-${count + 1}`
}
