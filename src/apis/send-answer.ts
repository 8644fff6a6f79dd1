import type { FastifyError, FastifyReply } from 'fastify'
import { FaultNeedsConnection, FaultNeedsHttp1 } from '../errors.ts'
import type { Fault } from '../messages/fault.ts'
import type { ApiResponse, Delivery } from '../messages/message.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import { STATUS_CODES } from '../messages/node-http.ts'
import { answerDelayMs, operationSettings } from '../worlds/settings.ts'
import { systemTime } from '../worlds/clock.ts'
import { wait } from '../worlds/wait.ts'
import type { PendingExchange, ResponseDue } from '../worlds/exchange.ts'
import type { World } from '../worlds/world.ts'
import type { Answer } from './answer.ts'
import { beginExchange } from './begin-exchange.ts'
import { respondWithFile } from './respond-with-file.ts'
import { http2Stream } from './http2-stream.ts'
import { markViolation } from './mark-violation.ts'
import { PROBLEM_TYPE, problemResponse } from '../refusals/problem-details.ts'
import { hasConnection } from './read-body.ts'
import { recordExchange } from './record-exchange.ts'
import type { Recorded } from './record-exchange.ts'
import { PassedBody } from './upstream.ts'
import { writeFault } from './write-fault.ts'
import { writePrepared } from './write-response.ts'
import { prepareResponse } from './prepare-response.ts'
import type { PreparedResponse } from './prepare-response.ts'

/** Sends an answer after its delay, with its fault where it has one; the journal keeps the exchange. */
export function sendAnswer (answer: Answer, world: World, reply: FastifyReply): void | Promise<void> {
  const { delivery: { delay }, request: { operation } } = answer
  const delayMs = answerDelayMs(world.settings, operation)
  if (delay === undefined && delayMs === 0) return send(answer, world, reply)
  const pending = answer.pending ?? beginWaiting(answer, world, delayMs)
  if (pending !== undefined) pending.due = dueOf(delay, delayMs, world)
  const { awaited } = answer.response
  if (awaited !== undefined) world.underWay.add(awaited)
  return waitFor(delay, delayMs, { world, reply }).then(() => {
    if (awaited !== undefined) world.underWay.delete(awaited)
    return send({ ...answer, pending }, world, reply)
  })
}

/** Lists a request in the journal whose response waits; a delay may be drawn as none. */
function beginWaiting (answer: Answer, world: World, delayMs: number): PendingExchange | undefined {
  const { at, delivery: { delay }, request, requestViolations, response } = answer
  if (delayMs + (delay?.ms ?? 0) <= 0) return undefined
  return beginExchange(world, { request, at, requestViolations, response, fault: faultOf(answer, world) })
}

/** Returns when a delay is over: one by the clock comes before one by real time. */
function dueOf (delay: Delivery['delay'], delayMs: number, { clock }: World): ResponseDue {
  if (delay?.by === 'clock' && delay.ms > 0) return { at: clock.now() + delay.ms, by: 'clock' }
  return { at: systemTime() + (delay?.ms ?? 0) + delayMs, by: 'real' }
}

interface Waiting {
  readonly world: World
  readonly reply: FastifyReply
}

/** Waits for the delay that is scripted and, by real time, for the one that is set. */
async function waitFor (delay: Delivery['delay'], delayMs: number, { reply, world }: Waiting): Promise<void> {
  const gone = new AbortController()
  const giveUp = () => gone.abort()
  reply.raw.once('close', giveUp)
  // The client may have gone before it was its turn.
  if (http2Stream(reply.request.raw)?.closed ?? reply.raw.closed) giveUp()
  const clockMs = delay?.by === 'clock' ? delay.ms : 0
  const realMs = delay?.by === 'real' ? delay.ms + delayMs : delayMs
  if (clockMs > 0) await wait({ ms: clockMs, by: 'clock' }, world, gone.signal)
  if (realMs > 0) await wait({ ms: realMs, by: 'real' }, world, gone.signal)
  reply.raw.off('close', giveUp)
}

function send (answer: Answer, world: World, reply: FastifyReply): void | Promise<void> {
  if (answer.response.body instanceof PassedBody) return sendPassed(answer, answer.response.body, { world, reply })
  const { at, delivery: { trickle }, pending, request, requestViolations, responseViolations, touched } = answer
  const { operation } = request
  const fault = faultOf(answer, world)
  const refusal = fault && faultRefusal(fault, reply)
  const isFaultRefused = refusal !== undefined
  const response = isFaultRefused ? refuseFault(refusal, answer.response) : withFile(answer.response, reply)
  if (responseViolations.length > 0 && !isOwnProblem(response)) {
    reply.server.log.warn({ operation: operation.id, violations: responseViolations }, 'an answer breaks its contract')
  }
  const prepared = prepareResponse(reply, markViolation(response, responseViolations))
  const { payload } = prepared
  const exchange = { request, at, requestViolations, response, responseViolations, fault, payload, pending, touched }
  if (fault === 'no-answer' && !isFaultRefused) return keepSilent(exchange, { prepared, world, reply })
  recordExchange(world, exchange)
  const write = (): void => {
    if (fault !== undefined && !isFaultRefused) writeFault(reply, prepared, { fault, world })
    else writePrepared(reply, prepared, trickle === undefined || isFaultRefused ? undefined : { trickle, world })
  }
  return world.recording === undefined ? write() : world.recording.saved().then(write)
}

/** Sends the response of a service as it comes; with a fault, as much of it as was read before. */
function sendPassed (answer: Answer, body: PassedBody, { reply, world }: Waiting): void | Promise<void> {
  const fault = faultOf(answer, world)
  if (fault === undefined) {
    const write = (): void | Promise<void> => body.send({ exchange: answer, world, reply })
    return world.recording === undefined ? write() : world.recording.saved().then(write)
  }
  const { headers: { 'content-length': _length, ...headers } } = answer.response
  return body.readStart().then(bytes => {
    return send({ ...answer, response: { ...answer.response, headers, body: bytes } }, world, reply)
  })
}

function faultOf ({ delivery, request: { operation } }: Answer, { settings }: World): Fault | undefined {
  return delivery.fault ?? operationSettings(settings, operation)?.fault
}

interface SilentContext extends Waiting {
  readonly prepared: PreparedResponse
}

/** Never answers: the journal lists the request as pending until the connection is closed. */
function keepSilent (exchange: Recorded, { prepared, reply, world }: SilentContext): void {
  const pending = exchange.pending ?? beginExchange(world, exchange)
  const onClose = (): void => recordExchange(world, { ...exchange, pending })
  writeFault(reply, prepared, { fault: 'no-answer', world, onClose })
}

/** Responds with as much of a file as the request asks for. */
function withFile (response: ApiResponse, { request }: FastifyReply): ApiResponse {
  const { body, headers, status } = response
  if (status !== 200 || !isFileContent(body)) return response
  return { ...response, ...respondWithFile(request, { headers, body }) }
}

/** Returns the error for a fault that the connection of a request cannot have. */
function faultRefusal (fault: Fault, { request }: FastifyReply): FastifyError | undefined {
  if (!hasConnection(request)) return new FaultNeedsConnection(fault)
  return fault === 'garbage' && request.raw.httpVersionMajor === 2 ? new FaultNeedsHttp1(fault) : undefined
}

/** Responds with the reason why there is no fault. */
function refuseFault (reason: FastifyError, { source, stub }: ApiResponse): ApiResponse {
  const { code, message, statusCode: status = 500 } = reason
  return { ...problemResponse({ status, code, title: STATUS_CODES[status] ?? code, detail: message }), source, stub }
}

/** Tells whether a response is problem details for an error that the operation does not document. */
function isOwnProblem ({ headers, source }: ApiResponse): boolean {
  return source === 'refusal' && headers['content-type'] === PROBLEM_TYPE
}
