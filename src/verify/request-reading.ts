import { splitUrl } from './split-url.ts'
import type { Operation } from '../contract/contract.ts'
import { createRequestValidator } from '../validation/request-validator.ts'
import type { RequestReading, RequestValidator } from '../validation/request-validator.ts'
import type { VerifyExchange } from './recording.ts'

const validators = new WeakMap<Operation, RequestValidator>()
const readings = new WeakMap<VerifyExchange, RequestReading>()

/** Validates the request of an exchange by its contract; returns `undefined` where it belongs to no operation. */
export function requestReading (exchange: VerifyExchange): RequestReading | undefined {
  const { request } = exchange
  const { operation } = request
  if (operation === undefined || operation.method !== request.method) return undefined
  let reading = readings.get(exchange)
  if (reading === undefined) {
    const { path, query } = splitUrl(operation, request.url)
    const body = request.body === undefined ? undefined : Buffer.from(request.body)
    reading = validatorOf(operation)({ path, query, headers: request.headers, body })
    readings.set(exchange, reading)
  }
  return reading
}

function validatorOf (operation: Operation): RequestValidator {
  let validator = validators.get(operation)
  if (validator === undefined) {
    validator = createRequestValidator(operation)
    validators.set(operation, validator)
  }
  return validator
}
