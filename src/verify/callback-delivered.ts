import type { CallbackDefinition, Operation } from '../contract/contract.ts'
import { bodyViolations } from '../callbacks/body-violations.ts'
import type { ReceivedCallback } from '../journeys/target.ts'
import type { Violation } from '../schemas/violation.ts'
import { isAccepted } from './recording.ts'
import type { CheckContext, Recording } from './recording.ts'
import { requestValue } from './request-value.ts'
import { sightingsIn } from './sightings.ts'
import { kept, unjudged } from './verify-check.ts'
import type { Judgement, VerifyCheck } from './verify-check.ts'

/** Checks that each callback that a request asks for comes, once, and fits its contract. */
export const callbackDelivered: VerifyCheck = {
  name: 'callback_delivered',
  judge: (recording, context) => {
    const asked = listAsked(recording)
    const [first] = asked
    if (first === undefined) return []
    return [judgeCount(first, asked.length, recording, context), ...judgeBodies(first, recording)]
  }
}

interface Asked {
  readonly operation: Operation
  readonly callback: CallbackDefinition
}

/** Lists the callbacks that accepted requests ask to be sent to the receiver. */
function listAsked ({ callbackUrl, exchanges }: Recording): Asked[] {
  return exchanges.flatMap(exchange => {
    const { operation } = exchange.request
    if (operation === undefined || !isAccepted(exchange)) return []
    return operation.callbacks
      .filter(({ expression }) => requestValue(expression, exchange) === callbackUrl)
      .map(callback => ({ operation, callback }))
  })
}

function judgeCount (
  { callback, operation }: Asked,
  asked: number,
  recording: Recording,
  context: CheckContext
): Judgement {
  const came = recording.callbacks.length
  const { standin } = context
  const expected = standin?.callbacks.length ?? asked
  if (came === expected) return kept(operation)
  if (came === 0 && isUnderWay(operation, recording, context)) {
    return unjudged(operation, 'the journey ends while the job is under way')
  }
  if (expected === 0) return unjudged(operation, 'the journey ends before a callback is due')
  const difference = {
    contract: `that ${callback.name} is sent ${times(expected)}`,
    service: came === 0 ? 'sends none' : `sends it ${times(came)}`,
    standin: standin && `sends it ${times(standin.callbacks.length)}`,
    pointer: callback.pointer
  }
  return { operation, difference }
}

/** Returns whether what an operation created was last seen in a status that is no end. */
function isUnderWay ({ api, id }: Operation, { exchanges }: Recording, context: CheckContext): boolean {
  const type = context.apis.get(api)?.simulation.operations.get(id)?.creates
  const seen = exchanges.flatMap(exchange => sightingsIn(exchange, context)).filter(one => one.type.id === type?.id)
  const status = seen.at(-1)?.status
  return status !== undefined && type?.running.has(status) === true
}

function judgeBodies ({ callback, operation }: Asked, { callbacks }: Recording): Judgement[] {
  return callbacks.map(received => {
    const [violation] = bodyViolations(encodedOf(received), callback.body)
    if (violation === undefined && received.method === callback.method) return kept(operation)
    const { method, name, pointer } = callback
    const difference = violation === undefined
      ? { contract: `that ${name} is sent by ${method}`, service: `sends it by ${received.method}`, pointer }
      : { contract: `of ${name} that ${ruleOf(violation)}`, service: `sends ${actualOf(violation)}`, pointer }
    return { operation, difference }
  })
}

function ruleOf ({ message }: Violation): string {
  return message.replace(/, but .*$/s, '')
}

function actualOf ({ actual }: Violation): string {
  return actual ?? 'it without that'
}

function encodedOf ({ bytes, headers }: ReceivedCallback): { contentType: string, text: string } | undefined {
  if (bytes.length === 0) return undefined
  return { contentType: headers['content-type'] ?? 'application/octet-stream', text: bytes.toString() }
}

function times (count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`
}
