import { listNearStubs } from '../journal/near-stubs.ts'
import type { NearStub } from '../journal/near-stubs.ts'
import { SOURCE_ORDER } from '../journal/source-order.ts'
import type { Stub } from '../scenarios/stub.ts'
import { shortJson } from '../schemas/short-json.ts'
import type { Exchange } from '../worlds/exchange.ts'
import type { ObservedWorld } from '../worlds/observers.ts'
import type { Difference } from '../journal/difference.ts'

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
  if (source === 'proxy') return ['passed on to the service']
  if (operation === undefined || source === 'refusal') return ['no source was asked']
  const passed = SOURCE_ORDER.slice(0, Math.max(0, SOURCE_ORDER.indexOf(source)))
  const lines = [passed.length === 0 ? 'the first source responded' : `passed over: ${passed.join(', ')}`]
  if (source === 'stub') return lines
  // A cast: the stubs of a world are those that scenarios and the admin API have parsed.
  const near = listNearStubs(exchange, world.store.stubs() as Stub[]).slice(0, TOLD_STUBS)
  return [...lines, ...near.map(stub => `stub ${stub.stub.id}: ${whyNot(stub)}`)]
}

function whyNot ({ differences, why = '' }: NearStub): string {
  return differences.length === 0 ? why : differences.slice(0, TOLD_DIFFERENCES).map(showDifference).join('; ')
}

function showDifference ({ actual, expected, where }: Difference): string {
  const came = actual === undefined ? 'nothing' : shortJson(actual, undefined)
  return expected === undefined
    ? `${where} must not be there, but is ${came}`
    : `${where} must be ${shortJson(expected, undefined)}, but is ${came}`
}
