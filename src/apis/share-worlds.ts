import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { listeningUrl } from '../replicas/listening-url.ts'
import type { OwnCertificate } from '../replicas/replica-trust.ts'
import { hopOf, receiveHop } from '../replicas/hop.ts'
import type { Keeper } from '../storage/keeper.ts'
import type { Replicas } from '../storage/replicas.ts'
import { Hops } from './hops.ts'
import type { KeyedBodies } from './keyed-bodies.ts'
import type { PassToOwner } from './open-worlds.ts'

export interface ShareOptions {
  readonly bodyLimit: number
  readonly bodies?: KeyedBodies | undefined
  readonly certificate?: OwnCertificate | undefined
  /** The URL at which other replicas reach this one, where it is told. */
  readonly replicaUrl?: string | undefined
  /** How long the lease of a replica lasts, in seconds. */
  readonly storeLease: number
  /** How long a request waits for a world whose owner does not respond, in seconds. */
  readonly storeWait: number
}

/** Has an app share worlds with other replicas: it passes requests on to them, and takes those that they pass on. */
export function shareWorlds (
  app: FastifyInstance,
  { keeper, replicas }: { readonly keeper: Keeper, readonly replicas: Replicas },
  options: ShareOptions
): PassToOwner {
  const { bodies, bodyLimit, certificate, storeLease, storeWait } = options
  const hops = new Hops({
    keeper,
    replicas,
    waitMs: storeWait * 1_000,
    leaseMs: storeLease * 1_000,
    bodies,
    bodyLimit,
    certificate
  })
  app.addHook('onClose', async () => hops.close())
  return {
    receive: ({ raw }) => receiveHop(raw, replicas.secret),
    ask: async (request, path) => hopOf(request.raw) === undefined ? await hops.ask(request, path) : [],
    async pass (name, foreign, request, reply) {
      if (hopOf(request.raw) === undefined) return await hops.pass(name, foreign, request, reply)
      replicas.forget(name)
      hops.refuse(reply)
      return true
    }
  }
}

/** Tells other replicas where a server is reached, once it listens, and hands its worlds over to them when it ends. */
export function joinReplicas (
  app: FastifyInstance,
  { keeper, replicas }: { readonly keeper: Keeper, readonly replicas: Replicas },
  { certificate, replicaUrl }: Pick<ShareOptions, 'certificate' | 'replicaUrl'>
): void {
  app.decorate('handOver', () => keeper.handOver())
  app.addHook('onListen', async () => {
    // A cast: it listens on a port.
    const address = app.server.address() as AddressInfo
    await replicas.announce(replicaUrl ?? listeningUrl(address, certificate !== undefined))
  })
}
