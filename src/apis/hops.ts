import { Agent } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ReplicaLost, WorldBusy } from '../errors.ts'
import { askReplica } from '../replicas/ask-replica.ts'
import { MOVED_HEADER, hopHeader } from '../replicas/hop.ts'
import { passToOwner } from '../replicas/pass-to-owner.ts'
import type { Outcome, Owner } from '../replicas/pass-to-owner.ts'
import { replicaTrust } from '../replicas/replica-trust.ts'
import type { OwnCertificate } from '../replicas/replica-trust.ts'
import { ReplayedBody, createReadBody } from '../replicas/replayed-body.ts'
import type { HopBody } from '../replicas/replayed-body.ts'
import type { Keeper } from '../storage/keeper.ts'
import type { Replicas } from '../storage/replicas.ts'
import type { ForeignWorld } from '../storage/storage.ts'
import type { KeyedBodies } from './keyed-bodies.ts'
import { passFault } from './pass-fault.ts'
import { pause, stopwatch } from '../worlds/clock.ts'

export interface HopsOptions {
  readonly keeper: Keeper
  readonly replicas: Replicas
  /** How long a request waits for a world whose owner does not respond, in milliseconds. */
  readonly waitMs: number
  /** How long the lease of a replica lasts, in milliseconds. */
  readonly leaseMs: number
  /** The most bytes of a body that are remembered to be passed on once more. */
  readonly bodyLimit: number
  /** The bodies that are read before the world of a request is known; `undefined` where none are. */
  readonly bodies?: KeyedBodies | undefined
  /** The certificate of this server, where it speaks TLS. */
  readonly certificate?: OwnCertificate | undefined
}

/** The longest and the shortest time between two attempts, in milliseconds. */
const LONGEST_PAUSE_MS = 100
const SHORTEST_PAUSE_MS = 5

/** How long it may take to connect to another replica, in milliseconds. */
const CONNECT_MS = 1_000

/** How long a request looks for a world that moves, whatever it may wait for one that does not respond. */
const MOVING_MS = 2_000

/** The methods whose requests may be sent twice, as they change nothing (RFC 9110, section 9.2.1). */
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])

/** Passes requests on to the replicas that use their worlds. */
export class Hops {
  readonly #options: HopsOptions
  readonly #agent = new Agent({ keepAlive: true })
  readonly #secureAgent: SecureAgent

  constructor (options: HopsOptions) {
    this.#options = options
    this.#secureAgent = new SecureAgent({ keepAlive: true, ...replicaTrust(options.certificate) })
  }

  /** Tells the replica that passed a request on that its world is used elsewhere. */
  refuse (reply: FastifyReply): void {
    reply.hijack()
    reply.raw.writeHead(421, { [MOVED_HEADER]: '1', 'content-length': '0' }).end()
  }

  /**
   * Passes a request on to the replica that uses its world. Resolves with `true` once its response comes, or with
   * `false` where this process is to respond itself. Rejects with `WorldBusy`, `ReplicaLost` or the error of the
   * storage.
   */
  async pass (name: string, first: ForeignWorld, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const { bodies, bodyLimit, keeper, replicas, waitMs } = this.#options
    const read = bodies?.sentBy(request.raw)
    const body = read === undefined ? new ReplayedBody(request.raw, bodyLimit) : createReadBody(read.bytes)
    const startedAt = stopwatch()
    let pauseMs = SHORTEST_PAUSE_MS
    for (let foreign: ForeignWorld | undefined = first; ;) {
      if (foreign === undefined && !body.hasBegun) return false
      const outcome = await this.#passOnce(foreign, { request, reply, body })
      if (outcome === 'passed') {
        reply.hijack()
        return true
      }
      replicas.forget(name)
      if (!SAFE.has(request.method) && await this.#mayHaveActed(outcome, foreign)) throw new ReplicaLost(name)
      // A world that has moved is found soon.
      const mayTakeMs = outcome === 'moved' ? Math.max(waitMs, MOVING_MS) : waitMs
      if (!body.canReplay || stopwatch() + pauseMs > startedAt + mayTakeMs) throw await this.#busy(name, foreign)
      await pause(pauseMs)
      if (reply.raw.destroyed) return true
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
      foreign = await keeper.open(name)
    }
  }

  /**
   * Sends a request to all other replicas, with the method and the token of one that came. Returns the bodies of those
   * that respond.
   */
  async ask (request: FastifyRequest, path: string): Promise<readonly string[]> {
    const { host = '' } = request.headers
    const { authorization } = request.headers
    const question = {
      method: request.method,
      path,
      headers: { host, ...authorization !== undefined && { authorization } },
      hop: this.#hopOf(request)
    }
    const urls = (await this.#options.replicas.list()).map(url => new URL(url))
    const bodies = await Promise.all(urls.map(url => askReplica(url, this.#agentOf(url), question)))
    return bodies.filter(body => body !== undefined)
  }

  close (): void {
    this.#agent.destroy()
    this.#secureAgent.destroy()
  }

  /**
   * Tells whether a replica that has not responded may have acted on a request. One that is leaving responds to all
   * that it has read: a connection that it closes has not brought the request.
   */
  async #mayHaveActed (outcome: Outcome, foreign: ForeignWorld | undefined): Promise<boolean> {
    if (outcome === 'closed' && foreign?.process !== undefined) {
      return !await this.#options.replicas.hasLeft(foreign.process)
    }
    return outcome === 'lost' || outcome === 'closed'
  }

  async #passOnce (foreign: ForeignWorld | undefined, { body, reply, request }: Passing): Promise<Outcome> {
    const { replicas } = this.#options
    // What has been read of a body cannot be read again here: the request comes to this process as to any other.
    const url = URL.parse(foreign?.url ?? replicas.url)
    if (url === null) return 'unreachable'
    const { method, originalUrl, raw } = request
    const hop = this.#hopOf(request)
    const owner = { ...this.#ownerAt(url, foreign), writeFault: passFault(reply) }
    return await passToOwner({ method, url: originalUrl, raw, body, hop }, owner, reply.raw)
  }

  #hopOf (request: FastifyRequest): string {
    const { publicUrl } = request.server
    return hopHeader(this.#options.replicas.secret, {
      origin: publicUrl.originOf(request),
      path: publicUrl.pathOf(request),
      host: publicUrl.hostOf(request)
    })
  }

  #agentOf ({ protocol }: URL): Agent {
    return protocol === 'https:' ? this.#secureAgent : this.#agent
  }

  #ownerAt (url: URL, foreign: ForeignWorld | undefined): Omit<Owner, 'writeFault'> {
    const { leaseMs, replicas } = this.#options
    return {
      url,
      agent: this.#agentOf(url),
      connectMs: Math.min(CONNECT_MS, leaseMs),
      askMs: leaseMs,
      lives: async () => {
        if (foreign === undefined) return true
        // While the storage is away, nobody knows.
        const left = await replicas.leftMs(foreign.process).catch(() => 1)
        // Another process may have taken its place at its address.
        return left > 0 || (await replicas.list()).includes(foreign.url)
      }
    }
  }

  /** Returns the error of a request whose world stays with a replica that does not respond. */
  async #busy (name: string, foreign: ForeignWorld | undefined): Promise<Error> {
    const leftMs = foreign === undefined ? 0 : await this.#options.replicas.leftMs(foreign.process).catch(() => 0)
    const seconds = Math.max(1, Math.ceil(leftMs / 1_000))
    return Object.assign(new WorldBusy(name, String(seconds)), { retryAfter: seconds })
  }
}

interface Passing {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly body: HopBody
}
