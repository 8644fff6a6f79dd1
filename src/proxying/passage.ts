import { Readable } from 'node:stream'
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Dispatcher } from 'undici'
import { endWhenRead, isEarly } from '../apis/end-when-read.ts'
import { fail } from '../apis/fail.ts'
import { http2Stream } from '../apis/http2-stream.ts'
import { withCorsHeaders } from '../apis/prepare-response.ts'
import { problemOf } from '../apis/problem-of.ts'
import { recordExchange } from '../apis/record-exchange.ts'
import { PassedBody } from '../apis/upstream.ts'
import type { PassedSending } from '../apis/upstream.ts'
import { writeResponse } from '../apis/write-response.ts'
import { isBodilessStatus } from '../messages/is-bodiless-status.ts'
import type { SourceResponse } from '../responses/response-source.ts'
import type { RequestFacts } from '../simulation/scope.ts'
import { setTimer } from '../worlds/clock.ts'
import { isHoldable } from './check-response.ts'
import type { ResponseHead } from './check-response.ts'
import { failureOf, whyFailed } from './failure-of.ts'
import { invalidProblem, judge, judgeHead, withMark } from './judge.ts'
import type { Judgement } from './judge.ts'
import { endToEndHeaders, toClientHeaders } from './to-client-headers.ts'
import type { Service } from './service.ts'

/** How long and how large a response of JSON may be held, so that a header can tell whether it breaks its contract. */
const HOLD_MS = 20
const HOLD_BYTES = 65_536

/** The largest body that is written as a text, in bytes. */
const SMALL_BYTES = 8_192

/** The code of HTTP/2 for a server that fails (RFC 9113, section 7). */
const INTERNAL_ERROR = 0x2

type Controller = Dispatcher.DispatchController
type Settle = (response: SourceResponse) => void

/**
 * The way of one response from a service to its client. It is held for a moment where it is small and JSON, copied up
 * to a limit to be checked and kept, and otherwise streamed at the pace at which the client reads.
 */
export class Passage extends PassedBody implements Dispatcher.DispatchHandler {
  readonly #service: Service
  readonly #request: RequestFacts
  readonly #settle: Settle
  #controller: Controller | undefined
  #head: ResponseHead | undefined
  #reason = ''
  /** The parts that have not been written yet. */
  #waiting: Buffer[] = []
  /** A copy of all that has come; `undefined` where it is larger than the limit. */
  #copy: Buffer[] | undefined = []
  #size = 0
  #isSettled = false
  #hasEnded = false
  #isGone = false
  #failure: Error | undefined
  #trailers: Record<string, string | string[] | undefined> = {}
  #cancelHold: (() => void) | undefined
  /** What the response is sent by, once it may be. */
  #sending: PassedSending | undefined
  /** Whether the client has to read before more is written. */
  #isFull = false
  #isDone = false
  /** Called when as much has come as is read of a response that is not sent as it is. */
  #whenRead: (() => void) | undefined

  constructor (service: Service, request: RequestFacts, settle: Settle) {
    super()
    this.#service = service
    this.#request = request
    this.#settle = settle
  }

  onRequestStart (controller: Controller): void {
    this.#controller = controller
    if (this.#isGone) controller.abort(new Error('the client has gone'))
  }

  onResponseStart (
    _controller: Controller,
    status: number,
    received: Record<string, string | string[] | undefined>,
    reason = ''
  ): void {
    if (status < 200) return this.#inform(status, received)
    const isBodiless = this.#request.method === 'HEAD' || isBodilessStatus(status)
    const head: ResponseHead = { status, headers: endToEndHeaders(received), isBodiless }
    this.#head = head
    this.#reason = reason
    this.#hold(isHoldable(head, HOLD_BYTES))
  }

  onResponseData (_controller: Controller, chunk: Buffer): void {
    this.#size += chunk.length
    this.#keep(chunk)
    if (this.#sending !== undefined) return this.#write(chunk, this.#sending.reply.raw)
    this.#waiting.push(chunk)
    if (this.#size > HOLD_BYTES) this.#begin()
    if (this.#size > this.#service.copyLimit) this.#whenRead?.()
  }

  onResponseEnd (_controller: Controller, trailers: Record<string, string | string[] | undefined>): void {
    this.#hasEnded = true
    this.#trailers = trailers
    this.#begin()
    this.#whenRead?.()
    if (this.#sending !== undefined) this.#end(this.#sending)
  }

  onResponseError (_controller: Controller | undefined, error: Error): void {
    if (this.#isDone || this.#hasEnded || this.#isGone) return
    this.#failure = error
    this.#cancelHold?.()
    this.#whenRead?.()
    if (this.#sending !== undefined) return this.#breakOff(this.#sending, error)
    if (this.#isSettled) return
    this.#isSettled = true
    this.#settle(this.#problem(error))
  }

  /** Gives up what the client no longer waits for. */
  leave (): void {
    if (this.#isDone || this.#hasEnded) return
    this.#isGone = true
    this.#cancelHold?.()
    this.#whenRead?.()
    this.#controller?.abort(new Error('the client has gone'))
    if (this.#sending !== undefined) this.#recordLeft(this.#sending)
  }

  send (sending: PassedSending): void | Promise<void> {
    if (this.#isGone) return this.#recordLeft(sending)
    if (this.#failure !== undefined) return this.#sendProblem(sending, this.#problem(this.#failure))
    const { exchange, reply } = sending
    const head = this.#headOf()
    const judgement = this.#hasEnded ? judge(this.#request, head, this.#bytes()) : judgeHead(this.#request, head)
    if (this.#service.replacesInvalid && judgement.violations.length > 0) {
      this.#controller?.abort(new Error('the response is replaced'))
      return this.#sendProblem(sending, invalidProblem(this.#request, judgement.violations))
    }
    const rewritten = toClientHeaders(head.headers, this.#service.target, this.#request)
    const marked = withMark(rewritten, exchange.requestViolations, judgement.violations)
    const isForPages = head.headers['access-control-allow-origin'] !== undefined
    // A cast: Node changes no list of values.
    const headers = (isForPages ? marked : withCorsHeaders(reply, marked)) as OutgoingHttpHeaders
    if (this.#isPlain(head)) headers['content-length'] ??= this.#size
    if (!this.#hasEnded) return this.#start(sending, headers)
    this.#record(sending, judgement)
    return whenSaved(sending, () => this.#start(sending, headers))
  }

  /** Sends the head, and what has come of the body. */
  #start (sending: PassedSending, headers: OutgoingHttpHeaders): void {
    const { reply } = sending
    const { raw } = reply
    const head = this.#headOf()
    try {
      if (raw.req.httpVersionMajor === 2) raw.writeHead(head.status, headers)
      else raw.writeHead(head.status, this.#reason, headers)
    } catch (error) {
      this.#isDone = true
      this.#controller?.abort(new Error('the head of the response cannot be written'))
      return fail(error, reply)
    }
    reply.hijack()
    this.#sending = sending
    if (this.#hasEnded) return this.#finish(raw, this.#takeWaiting())
    raw.flushHeaders()
    for (const chunk of this.#waiting.splice(0)) this.#write(chunk, raw)
    if (!this.#isFull) this.#controller?.resume()
  }

  async readStart (): Promise<Buffer> {
    const isOver = this.#hasEnded || this.#isGone || this.#failure !== undefined
    if (!isOver && this.#size <= this.#service.copyLimit) {
      const read = new Promise<void>(resolve => { this.#whenRead = resolve })
      this.#controller?.resume()
      await read
    }
    this.#isDone = true
    this.#controller?.abort(new Error('no more of the response is needed'))
    return this.#takeWaiting() ?? Buffer.alloc(0)
  }

  #headOf (): ResponseHead {
    return this.#head ?? NO_HEAD
  }

  #bytes (): Buffer | undefined {
    return this.#copy && (this.#copy.length === 1 ? this.#copy[0] : Buffer.concat(this.#copy))
  }

  #begin (): void {
    this.#cancelHold?.()
    if (this.#isSettled || this.#head === undefined) return
    this.#isSettled = true
    const { headers, status } = this.#head
    this.#settle({ status, headers, body: this, source: 'proxy', isFinal: true })
    // Nothing more is to come before it can be written.
    if (!this.#hasEnded) this.#controller?.pause()
  }

  /** Waits for the rest of a response that has come with its head; for JSON, a moment longer. */
  #hold (isJson: boolean): void {
    if (isJson) {
      this.#cancelHold = setTimer(HOLD_MS, () => this.#begin(), { keepsAlive: true })
      return
    }
    const held = setImmediate(() => this.#begin())
    this.#cancelHold = () => clearImmediate(held)
  }

  #keep (chunk: Buffer): void {
    if (this.#copy === undefined) return
    if (this.#size > this.#service.copyLimit) this.#copy = undefined
    else this.#copy.push(chunk)
  }

  #takeWaiting (): Buffer | undefined {
    const [first, ...others] = this.#waiting.splice(0)
    return others.length > 0 && first !== undefined ? Buffer.concat([first, ...others]) : first
  }

  #write (chunk: Buffer, raw: ServerResponse): void {
    if (raw.write(chunk) || this.#isFull) return
    this.#isFull = true
    this.#controller?.pause()
    raw.once('drain', () => {
      this.#isFull = false
      this.#controller?.resume()
    })
  }

  /** Ends the response whose end has come. */
  #end (sending: PassedSending): void {
    if (this.#isDone) return
    const { raw } = sending.reply
    try {
      this.#record(sending, judge(this.#request, this.#headOf(), this.#bytes()))
    } catch (error) {
      this.#isDone = true
      return fail(error, sending.reply)
    }
    if (Object.keys(this.#trailers).length > 0) raw.addTrailers(this.#trailers as Record<string, string>)
    whenSaved(sending, () => this.#finish(raw, undefined))?.catch(error => fail(error, sending.reply))
  }

  #finish (raw: ServerResponse, payload: Buffer | undefined): void {
    this.#isDone = true
    const hasTrailers = payload !== undefined && Object.keys(this.#trailers).length > 0
    if (hasTrailers) raw.addTrailers(this.#trailers as Record<string, string>)
    if (isEarly(raw)) endWhenRead(raw, payload)
    // A small body is written together with the head, which only texts are.
    else if (payload !== undefined && payload.length <= SMALL_BYTES) raw.end(payload.toString('latin1'), 'latin1')
    else raw.end(payload)
  }

  /** Tells whether a response has come to its end with nothing but a body. */
  #isPlain ({ isBodiless }: ResponseHead): boolean {
    return this.#hasEnded && !isBodiless && Object.keys(this.#trailers).length === 0
  }

  /** Records a response whose client has gone before its end. */
  #recordLeft (sending: PassedSending): void {
    this.#isDone = true
    this.#record(sending, judgeHead(this.#request, this.#headOf()))
  }

  /** Breaks off a response that the service has broken off: its client must not take the part for the whole. */
  #breakOff (sending: PassedSending, error: Error): void {
    this.#isDone = true
    this.#record(sending, judgeHead(this.#request, this.#headOf(), whyFailed(error).why))
    const { raw } = sending.reply
    const stream = http2Stream(raw.req)
    if (stream !== undefined) stream.close(INTERNAL_ERROR)
    else raw.req.socket.destroySoon()
  }

  #problem (error: Error): SourceResponse {
    return { ...problemOf(failureOf(error, this.#service.target.origin)), isFinal: true }
  }

  #sendProblem (sending: PassedSending, problem: SourceResponse): void | Promise<void> {
    this.#isDone = true
    const { exchange, reply, world } = sending
    recordExchange(world, { ...exchange, response: problem })
    const headers = withMark({ ...problem.headers }, exchange.requestViolations, [])
    return whenSaved(sending, () => { writeResponse(reply, { ...problem, headers }) })
  }

  #record ({ exchange, world }: PassedSending, { kept, unchecked, violations }: Judgement): void {
    const { headers, status } = this.#headOf()
    const response = { ...exchange.response, status, headers, body: undefined }
    recordExchange(world, { ...exchange, response, responseViolations: violations, kept: kept(this.#size), unchecked })
  }

  /** Passes on that a response will come. */
  #inform (status: number, { link }: Record<string, string | string[] | undefined>): void {
    const raw = this.#request.message?.response
    if (raw === undefined || raw.headersSent || typeof raw.writeEarlyHints !== 'function') return
    if (status === 103 && link !== undefined) raw.writeEarlyHints({ link })
    if (status === 102) raw.writeProcessing()
  }
}

/** Sends what a function sends once the exchange is saved, where its world is kept beyond the process. */
function whenSaved ({ world: { recording } }: PassedSending, write: () => void): Promise<void> | undefined {
  if (recording !== undefined) return recording.saved().then(write)
  write()
}

const NO_HEAD: ResponseHead = { status: 502, headers: {}, isBodiless: true }

/** Returns the body of a request that is read while it is sent, and that ends without the connection of its client. */
export function streamOf (request: Readable): Readable {
  return Readable.from(request.iterator({ destroyOnReturn: false }), { objectMode: false })
}
