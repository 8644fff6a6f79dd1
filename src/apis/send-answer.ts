import { STATUS_CODES } from '../messages/node-http.ts'
import type { FastifyReply } from 'fastify'
import { FaultNeedsConnection } from '../errors.ts'
import type { ApiResponse } from '../messages/message.ts'
import { answerDelayMs } from '../worlds/settings.ts'
import { wait } from '../worlds/wait.ts'
import type { World } from '../worlds/world.ts'
import type { Answer } from './answer.ts'
import { hasConnection } from './has-connection.ts'
import { problemResponse } from './problem-details.ts'
import { recordExchange } from './record-exchange.ts'
import { writeFault } from './write-fault.ts'
import { writeResponse } from './write-response.ts'

/** Tells of the first violation of its contract by an answer of ours. */
export const VIOLATION_HEADER = 'x-standin-violation'

/** Sends an answer when its time has come, and as what is scripted to go wrong has it; the journal keeps it. */
export function sendAnswer (made: Answer, world: World, reply: FastifyReply): void | Promise<void> {
  const { request: { operation }, response: { clockDelayMs, delayMs = 0 } } = made
  const realMs = delayMs + (operation === undefined ? world.settings.delayMs : answerDelayMs(world.settings, operation.id))
  if (realMs > 0 || clockDelayMs !== undefined) return waitFor({ realMs, clockMs: clockDelayMs ?? 0 }, world, reply).then(() => send(made, world, reply))
  send(made, world, reply)
}

async function waitFor ({ clockMs, realMs }: { clockMs: number, realMs: number }, world: World, reply: FastifyReply): Promise<void> {
  const gone = new AbortController()
  const giveUp = () => gone.abort()
  reply.raw.once('close', giveUp)
  // The client may have gone before it was its turn.
  if (reply.raw.closed) giveUp()
  if (clockMs > 0) await wait({ ms: clockMs, by: 'clock' }, world, gone.signal)
  if (realMs > 0) await wait({ ms: realMs, by: 'real' }, world, gone.signal)
  reply.raw.off('close', giveUp)
}

function send ({ at, request, requestViolations, response: made, responseViolations }: Answer, world: World, reply: FastifyReply): void {
  const response = withFault(made, request.operation?.id, world)
  const { fault } = response
  const sent = fault === undefined || hasConnection(reply.request) ? response : refuseFault(fault, response)
  const [violation] = responseViolations
  if (violation !== undefined) {
    reply.server.log.warn({ operation: request.operation?.id, violations: responseViolations }, 'an answer breaks its contract')
  }
  recordExchange(world, { request, at, requestViolations, response: sent, responseViolations, responseHeaders: sent.headers })
  const told = violation === undefined ? sent : { ...sent, headers: { ...sent.headers, [VIOLATION_HEADER]: headerText(violation.message) } }
  if (fault === undefined || sent !== response) writeResponse(reply, told, world)
  else writeFault(fault, reply, told, world)
}

/** An answer with what goes wrong with every answer of its operation, where nothing else is scripted. */
function withFault (response: ApiResponse, operation: string | undefined, { settings: { operations } }: World): ApiResponse {
  const fault = operation === undefined ? undefined : operations[operation]?.fault
  return fault === undefined || response.fault !== undefined ? response : { ...response, fault }
}

/** What is answered where there is no connection with which anything could go wrong. */
function refuseFault (fault: NonNullable<ApiResponse['fault']>, { source, stub }: ApiResponse): ApiResponse {
  const { code, message, statusCode = 500 } = new FaultNeedsConnection(fault)
  return { ...problemResponse({ status: statusCode, code, title: STATUS_CODES[statusCode] ?? code, detail: message }), source, stub, fault }
}

/** Text as a header can carry it (RFC 9110 section 5.5). */
function headerText (text: string): string {
  return text.replace(/[^\x20-\x7e]+/g, '?').slice(0, 500)
}
