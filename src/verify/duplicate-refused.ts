import { isObject } from '../documents/is-object.ts'
import type { CheckContext, Recording, VerifyExchange } from './recording.ts'
import { isAccepted } from './recording.ts'
import { isSameRequest } from './same-request.ts'
import { declarationOf, sightingsIn } from './sightings.ts'
import { kept, unjudged } from './verify-check.ts'
import type { Judgement, VerifyCheck } from './verify-check.ts'

/** Checks that a second job of a kind is refused, or the first one is given again, while the first is under way. */
export const duplicateRefused: VerifyCheck = {
  name: 'duplicate_refused',
  judge: (recording, context) => recording.exchanges.flatMap((exchange, index) => {
    const { operation } = exchange.request
    const unique = operation && declarationOf(operation)?.unique
    if (operation === undefined || !isObject(unique)) return []
    const first = recording.exchanges.slice(0, index).findLast(other =>
      other.request.operation === operation && isAccepted(other) && isSameRequest(other, exchange))
    if (first === undefined) return []
    return judgePair(first, exchange, unique.else === 'reuse', { recording, context })
  })
}

interface Place {
  readonly recording: Recording
  readonly context: CheckContext
}

function judgePair (
  first: VerifyExchange,
  second: VerifyExchange,
  isReused: boolean,
  { context, recording }: Place
): Judgement[] {
  const { operation } = second.request
  const [created] = sightingsIn(first, context)
  if (created === undefined) return []
  // The first is under way if it is seen so after the second request.
  const later = recording.exchanges.slice(recording.exchanges.indexOf(second) + 1)
  const next = later.flatMap(exchange => sightingsIn(exchange, context)).find(({ id }) => id === created.id)
  const isRunning = next?.status !== undefined && created.type.running.has(next.status)
  const [given] = sightingsIn(second, context)
  const isGivenAgain = given?.id === created.id
  if (isReused ? isGivenAgain : !isAccepted(second)) return [kept(operation)]
  if (!isRunning && second.refusal !== 'duplicate') {
    return [unjudged(operation, 'the first job may have ended before the second request')]
  }
  const what = isReused ? 'the same job is given again' : 'another request is refused'
  const difference = {
    contract: `that ${what} while a ${created.type.id} is ${[...created.type.running].join(' or ')}`,
    service: isAccepted(second)
      ? `makes a second one with ${second.response.status}`
      : `responds ${second.response.status}`,
    standin: isReused ? 'gives the first one again' : 'refuses it',
    pointer: operation && `${operation.pointer}/x-standin/unique`
  }
  return [{ operation, difference }]
}
