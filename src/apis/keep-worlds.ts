import type { FastifyInstance } from 'fastify'
import type { Keeper, KeeperUse } from '../storage/keeper.ts'
import { openWorlds } from './open-worlds.ts'
import type { PassToOwner } from './open-worlds.ts'
import type { ShareOptions } from './share-worlds.ts'

export interface KeepOptions extends ShareOptions, Pick<KeeperUse, 'definitions' | 'version'> {
  readonly keeper: Keeper
}

/**
 * Has the worlds of an app kept beyond the process, and shared where other replicas use the same storage. Returns what
 * passes requests on to these.
 */
export async function keepWorlds (app: FastifyInstance, options: KeepOptions): Promise<PassToOwner | undefined> {
  const { definitions, keeper, version } = options
  const replicas = await shareWithReplicas(app, options)
  openWorlds(app, keeper, replicas)
  app.addHook('onReady', async () => keeper.use({
    definitions,
    version,
    dropped: parts => app.log.warn({ dropped: parts }, 'a kept world has parts that are no longer declared'),
    failed: error => app.log.error(error)
  }))
  return replicas
}

async function shareWithReplicas (
  app: FastifyInstance,
  { keeper, ...options }: KeepOptions
): Promise<PassToOwner | undefined> {
  const { replicas } = keeper
  if (replicas === undefined) return undefined
  const { joinReplicas, shareWorlds } = await import('./share-worlds.ts')
  joinReplicas(app, { keeper, replicas }, options)
  return shareWorlds(app, { keeper, replicas }, options)
}
