import type { Operation } from '../contract/contract.ts'
import { successResponse } from '../contract/success-response.ts'
import type { SourceName } from '../messages/message.ts'
import { parsePrefer } from '../responses/parse-prefer.ts'
import type { JournalItem } from '../worlds/exchange.ts'
import type { ExplainedSource } from './explanation.ts'
import type { NearStub } from './near-stubs.ts'
import { isRefusedFirst, SOURCE_ORDER } from './source-order.ts'

/** What is known of an operation where its answers are explained. */
export interface SourceContext {
  /** The operation of the request; `undefined` where it is outside every document, or found none. */
  readonly operation: Operation | undefined
  /** Whether `x-standin` declares something for the operation. */
  readonly isSimulated: boolean
  /** Whether a module beside the document has a handler for the operation. */
  readonly hasHandler: boolean
  /** Whether the settings of the world prefer a documented response of the operation. */
  readonly isPreset: boolean
}

/**
 * Explains what became of each source of an answer, in the order in which they are asked; `near` are the stubs of the
 * operation. Returns none for a request that found no operation, or whose response is still to be made.
 */
export function explainSources (
  exchange: JournalItem,
  near: readonly NearStub[],
  context: SourceContext
): ExplainedSource[] {
  const { operation, source } = exchange
  if (operation === undefined || source === undefined) return []
  if (source === 'proxy') return explainPassedOn(exchange, near, context)
  // Media types are refused after the stubs.
  const refusedAt = isRefusedFirst(exchange) ? -1 : 0
  const at = source === 'refusal' ? refusedAt : SOURCE_ORDER.indexOf(source)
  return SOURCE_ORDER.map((name, index): ExplainedSource => {
    if (name === source) return { source: name, outcome: 'answered', why: '' }
    if (index > at) return { source: name, outcome: 'notAsked', why: '' }
    return explainPassed(name, exchange, { ...context, near })
  })
}

/** A request is passed on to a service in the place of what acts it out, or where nothing does. */
function explainPassedOn (
  exchange: JournalItem,
  near: readonly NearStub[],
  context: SourceContext
): ExplainedSource[] {
  const acts = context.hasHandler || context.isSimulated
  const before = SOURCE_ORDER.slice(0, SOURCE_ORDER.indexOf('fixture')).map((source): ExplainedSource => {
    if (source !== 'stub' && acts) return { source, outcome: 'notAsked', why: 'the request is passed on to a service' }
    return explainPassed(source, exchange, { ...context, near })
  })
  return [...before, { source: 'proxy', outcome: 'answered', why: '' }]
}

interface PassedContext extends SourceContext {
  readonly near: readonly NearStub[]
}

function explainPassed (source: SourceName, exchange: JournalItem, context: PassedContext): ExplainedSource {
  if (source === 'module' || source === 'simulation') {
    if (prefers(exchange)) return { source, outcome: 'notAsked', why: PREFERRED }
    if (context.isPreset) return { source, outcome: 'notAsked', why: PRESET }
  }
  return { source, outcome: 'passedOver', why: whyPassed(source, exchange, context) }
}

const PREFERRED = 'the request prefers a documented response, by Prefer'
const PRESET = 'the settings of the world prefer a documented response'

/** Returns whether a request asks for a documented response, which goes before what the operation does. */
function prefers ({ requestHeaders: { prefer } }: JournalItem): boolean {
  if (prefer === undefined) return false
  const { code, dynamic, example } = parsePrefer(prefer)
  return code !== undefined || example !== undefined || dynamic === true
}

const LEFT = 'it leaves the request to the next source'

function whyPassed (source: SourceName, exchange: JournalItem, context: PassedContext): string {
  switch (source) {
    case 'stub': return whyNoStub(exchange, context.near)
    case 'module': return context.hasHandler ? LEFT : 'no module has a handler for the operation'
    case 'simulation': return context.isSimulated ? LEFT : 'x-standin declares nothing for the operation'
    case 'fixture':
    case 'example': return whyNoExample(source, context.operation)
    default: return ''
  }
}

function whyNoStub ({ stub }: JournalItem, near: readonly NearStub[]): string {
  if (stub !== undefined) return `the stub ${stub} matches, and scripts only the lifecycle, the delay or the fault`
  if (near.length === 0) return 'no stub is for the operation'
  return near.length === 1 ? 'the only stub for the operation did not match' : `none of ${near.length} stubs matched`
}

function whyNoExample (source: 'fixture' | 'example', operation: Operation | undefined): string {
  const success = operation && successResponse(operation)
  if (success === undefined) return 'the operation documents no response'
  const { content, status } = success
  const isKnown = content.some(({ examples }) => examples.some(example => example.source === source))
  const what = source === 'fixture' ? 'a fixture' : 'an example'
  return isKnown ? `${what} of ${status} is there, and was not chosen` : `there is none for the status ${status}`
}
