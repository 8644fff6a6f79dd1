import { isObject } from '../documents/is-object.ts'
import { isAccepted } from './recording.ts'
import type { CheckContext, VerifyExchange } from './recording.ts'
import { requestValue } from './request-value.ts'
import { isSameRequest } from './same-request.ts'
import { declarationOf, idsOf } from './sightings.ts'
import { kept } from './verify-check.ts'
import type { Difference, VerifyCheck } from './verify-check.ts'

/** Checks that a request with the same key gets the response of the first, and makes nothing new. */
export const idempotentReplay: VerifyCheck = {
  name: 'idempotent_replay',
  judge: ({ exchanges }, context) => exchanges.flatMap((exchange, index) => {
    const { operation } = exchange.request
    const key = keyOf(exchange)
    if (operation === undefined || key === undefined) return []
    const first = exchanges.slice(0, index).find(other => other.request.operation === operation &&
      isAccepted(other) && keyOf(other) === key && isSameRequest(other, exchange))
    if (first === undefined) return []
    const difference = differenceOf(first, exchange, context)
    return [difference === undefined ? kept(operation) : { operation, difference }]
  })
}

/** Returns the key by which the simulation knows a request again. */
function keyOf (exchange: VerifyExchange): string | undefined {
  const { operation } = exchange.request
  const idempotent = operation && declarationOf(operation)?.idempotent
  if (!isObject(idempotent) || typeof idempotent.by !== 'string') return undefined
  const value = requestValue(idempotent.by, exchange)
  return value === undefined ? undefined : JSON.stringify(value)
}

function differenceOf (first: VerifyExchange, second: VerifyExchange, context: CheckContext): Difference | undefined {
  const contract = 'that a request with the same key gets the first response again'
  const standin = 'responds as to the first'
  const pointer = `${second.request.operation?.pointer ?? ''}/x-standin/idempotent`
  const ids = idsOf(first, context).join()
  const others = idsOf(second, context).join()
  if (isAccepted(second) && ids !== others) {
    return { contract, service: `makes a second one: ${others} beside ${ids}`, standin, pointer }
  }
  const { response: { status } } = second
  if (status === first.response.status) return undefined
  return { contract, service: `responds ${status} after ${first.response.status}`, standin, pointer }
}
