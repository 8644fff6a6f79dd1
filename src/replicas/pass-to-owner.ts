import { request as requestHttp } from 'node:http'
import type { Agent, ClientRequest, IncomingMessage, ServerResponse } from 'node:http'
import { request as requestHttps } from 'node:https'
import { setTimer } from '../worlds/clock.ts'
import { FAULT_HEADER, HOP_HEADER, MOVED_HEADER } from './hop.ts'
import { hopHeaders } from './hop-headers.ts'
import type { HopBody } from './replayed-body.ts'

/** A request that is passed on. */
export interface Passed {
  readonly method: string
  /** As it came, with the prefix of its world. */
  readonly url: string
  readonly raw: IncomingMessage
  readonly body: HopBody
  /** The value of the header that marks it. */
  readonly hop: string
}

export interface Owner {
  readonly url: URL
  readonly agent: Agent
  /** How long it may take to connect to it, in milliseconds. */
  readonly connectMs: number
  /** How often is asked whether it still lives while it does not respond, in milliseconds. */
  readonly askMs: number
  /** Returns whether it still lives. */
  lives (): Promise<boolean>
  /** Writes a response with the fault that its headers name. */
  writeFault (incoming: IncomingMessage): void
}

/**
 * What became of a request that was passed on: `passed`, with its response; `moved`, as the other replica does not use
 * the world; `unreachable`, as it did not get there; `closed`, as the other replica closed a connection that had been
 * used before, maybe before it read the request; `lost`, as the other replica ended before it responded.
 */
export type Outcome = 'passed' | 'moved' | 'unreachable' | 'closed' | 'lost'

/** Passes a request on to the replica that uses its world, and its response back, both as they come. */
export function passToOwner (passed: Passed, owner: Owner, response: ServerResponse): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  let isSent = false
  const outgoing = send(passed, owner, () => { isSent = true })
  const end = (outcome: Outcome): void => {
    endWatch()
    response.off('close', abort)
    if (outcome !== 'passed') {
      passed.body.unpipe()
      outgoing.destroy()
    }
    resolve(outcome)
  }
  const abort = (): void => {
    outgoing.destroy()
    end('passed')
  }
  const endWatch = watch(() => isSent, owner, end)
  response.once('close', abort)
  let hasResponse = false
  outgoing.once('response', incoming => {
    hasResponse = true
    endWatch()
    if (incoming.headers[MOVED_HEADER] !== undefined) {
      incoming.resume()
      return end('moved')
    }
    response.off('close', abort)
    if (incoming.headers[FAULT_HEADER] === undefined) passBack(incoming, response)
    else owner.writeFault(incoming)
    resolve('passed')
  })
  outgoing.on('error', () => {
    // What has begun is broken off with its body.
    if (!hasResponse && !response.destroyed) end(isSent ? outcomeOf(outgoing) : 'unreachable')
  })
  return promise
}

function outcomeOf ({ reusedSocket }: ClientRequest): Outcome {
  return reusedSocket ? 'closed' : 'lost'
}

/** Sends a request, as soon as there is a connection; until then, nothing of it is read. */
function send ({ body, hop, method, raw, url }: Passed, { agent, url: to }: Owner, sent: () => void): ClientRequest {
  const { hostname, port, protocol } = to
  const isTls = protocol === 'https:'
  const request = isTls ? requestHttps : requestHttp
  const headers = hopHeaders(raw.rawHeaders, name => name === HOP_HEADER)
  const { host } = raw.headers
  // Over HTTP/2, a pseudo-header had it.
  if (raw.httpVersionMajor === 2 && host !== undefined) headers.push('host', host)
  headers.push(HOP_HEADER, hop)
  const outgoing = request({ agent, method, path: url, hostname: hostname.replace(/^\[|\]$/g, ''), port, headers })
  const begin = (): void => {
    sent()
    if (!raw.complete) outgoing.flushHeaders()
    body.pipe(outgoing)
  }
  outgoing.once('socket', socket => {
    if (socket.connecting) socket.once(isTls ? 'secureConnect' : 'connect', begin)
    else begin()
  })
  return outgoing
}

/** Watches for an owner that cannot be connected to, or that ends without a word. Returns a function that ends that. */
function watch (isSent: () => boolean, owner: Owner, end: (outcome: Outcome) => void): () => void {
  let endTimer = setTimer(owner.connectMs, () => {
    if (!isSent()) return end('unreachable')
    ask()
  })
  const ask = (): void => {
    endTimer = setTimer(owner.askMs, () => {
      owner.lives().then(lives => lives ? ask() : end('lost'))
    })
  }
  return () => endTimer()
}

function passBack (incoming: IncomingMessage, response: ServerResponse): void {
  const headers = hopHeaders(incoming.rawHeaders, name => name === 'transfer-encoding')
  const { complete, httpVersionMajor } = response.req
  response.sendDate = false
  if (httpVersionMajor === 2) {
    for (const [name, values] of Map.groupBy(pairsOf(headers), ([name]) => name)) {
      response.setHeader(name, values.map(([, value]) => value))
    }
    response.writeHead(incoming.statusCode ?? 502)
  } else {
    // The rest of the request is not read, so that no other can come on the connection.
    if (!complete) headers.push('connection', 'close')
    response.writeHead(incoming.statusCode ?? 502, incoming.statusMessage, headers)
  }
  response.flushHeaders()
  incoming.pipe(response)
  incoming.once('error', () => response.destroy())
  response.once('close', () => incoming.destroy())
}

function pairsOf (list: readonly string[]): Array<readonly [name: string, value: string]> {
  const pairs: Array<readonly [name: string, value: string]> = []
  for (let index = 0; index < list.length; index += 2) pairs.push([list[index] ?? '', list[index + 1] ?? ''])
  return pairs
}
