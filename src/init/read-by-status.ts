import type { Operation } from '../contract/contract.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { waitHeaders } from './creation-headers.ts'
import { fileResponse } from './file-response.ts'
import { linkTo } from './self-link.ts'
import { successOf } from './success-of.ts'
import { replyOf } from './suggestion.ts'
import type { OperationSource } from './suggestion.ts'

/** The statuses of a response that leads to the result of a job. */
const TO_RESULT = [303, 302, 307]

/**
 * Proposes the replies of documented job protocols, by status of the job: 202 while it runs where 200 is documented
 * beside it, and 303 with the URL of the result once it is done. `undefined` for an operation that documents neither.
 */
export function readByStatus (operation: Operation, source: OperationSource): JsonObject | undefined {
  const { job } = source.model
  if (job === undefined) return undefined
  const { running, success, waiting } = job.statuses
  const inAll = (statuses: readonly string[], reply: JsonObject): JsonObject =>
    Object.fromEntries(statuses.map(status => [status, reply]))
  const usual = successOf(operation)
  const accepted = usual?.status === 202 ? undefined : successOf(operation, ['202'])
  const headers = waitHeaders(source.model)
  const done = replyAtEnd(operation, source)
  const byStatus = {
    ...accepted?.status === 202 && inAll([...waiting, ...running], replyOf(accepted, operation, source, { headers })),
    ...done && inAll(success, done)
  }
  return Object.keys(byStatus).length === 0 ? undefined : byStatus
}

/** Returns the reply that leads to the result: to the operation that gives its content, or else to the file itself. */
function replyAtEnd (operation: Operation, { model, type }: OperationSource): JsonObject | undefined {
  const response = operation.responses.find(({ headers, status }) =>
    TO_RESULT.includes(Number(status)) && headers.some(({ name }) => name === 'location'))
  const [result] = model.collection.downloads.filter(download =>
    download !== operation && fileResponse(download)?.kind !== 'redirect')
  const link = result === undefined ? undefined : linkTo(result, model)
  const location = link ?? ('files' in type.declaration ? '$files.0.url' : undefined)
  return response && location !== undefined
    ? { status: Number(response.status), headers: { Location: location } }
    : undefined
}
