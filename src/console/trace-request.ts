import { whenDifferences } from '../journal/when-differences.ts'
import { partsOf } from '../journal/member-filter.ts'
import type { SourceName } from '../messages/message.ts'
import type { Stub } from '../scenarios/stub.ts'
import { shortJson } from '../schemas/short-json.ts'
import type { Exchange } from '../worlds/exchange.ts'
import type { ObservedWorld } from '../worlds/observers.ts'
import type { Difference } from '../journal/difference.ts'

/** The sources of a response, in the order in which they are asked. */
const ORDER: readonly SourceName[] = ['stub', 'module', 'simulation', 'fixture', 'example', 'generated']

/** The most stubs that are compared with one request, the latest. */
const MOST_STUBS = 100

/** The most stubs that are told, those with the fewest differences. */
const TOLD_STUBS = 3

/** The most differences that are told of one stub. */
const TOLD_DIFFERENCES = 3

/**
 * Lists the lines that tell how a request got its response: the sources that were passed over, and the stubs that
 * nearly matched with their differences. `world` is the world after the response.
 */
export function traceRequest (exchange: Exchange, world: ObservedWorld): string[] {
  const { operation, source } = exchange
  if (operation === undefined || source === 'refusal') return ['no source was asked']
  const passed = ORDER.slice(0, Math.max(0, ORDER.indexOf(source)))
  const lines = [passed.length === 0 ? 'the first source responded' : `passed over: ${passed.join(', ')}`]
  if (source === 'stub') return lines
  return [...lines, ...listNearStubs(exchange, operation, world)]
}

function listNearStubs (exchange: Exchange, operation: string, world: ObservedWorld): string[] {
  const patterns = [operation, `${operation.split('.', 1)[0]}.*`, '*']
  // A cast: the stubs of a world are those that scenarios and the admin API have parsed.
  const stubs = world.store.stubs().filter(stub => patterns.includes(stub.operation)) as Stub[]
  const near = stubs.slice(0, MOST_STUBS).map(stub => ({ stub, differences: differencesOf(stub, exchange) }))
  near.sort((a, b) => a.differences.length - b.differences.length)
  return near.slice(0, TOLD_STUBS).map(({ differences, stub }) => `stub ${stub.id}: ${whyNot(stub, differences)}`)
}

function differencesOf ({ when }: Stub, exchange: Exchange): Difference[] {
  return whenDifferences(when, partsOf(exchange), exchange.credentials)
}

function whyNot ({ times, used }: Stub, differences: readonly Difference[]): string {
  if (differences.length > 0) return differences.slice(0, TOLD_DIFFERENCES).map(showDifference).join('; ')
  if (times !== undefined && used >= times) return `its ${times} uses are taken`
  return 'another call, status or share of the requests is its own'
}

function showDifference ({ actual, expected, where }: Difference): string {
  const came = actual === undefined ? 'nothing' : shortJson(actual, undefined)
  return expected === undefined
    ? `${where} must not be there, but is ${came}`
    : `${where} must be ${shortJson(expected, undefined)}, but is ${came}`
}
