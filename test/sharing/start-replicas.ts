import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import { createStandin } from '../../src/index.ts'
import type { StandinOptions } from '../../src/index.ts'
import { BAKERY } from '../dumps/bakery.ts'
import { redisUrl } from '../start-redis.ts'

export interface Replica {
  readonly url: string
  readonly app: FastifyInstance
}

/** Starts servers that share their worlds, on free ports, and closes them when the test ends. */
export async function startReplicas (t: Test, count: number, options: StandinOptions = {}): Promise<Replica[]> {
  const folder = t.testdir({ 'bakery.yaml': BAKERY })
  const store = await redisUrl()
  return await Promise.all(Array.from({ length: count }, async () => {
    const app = await createStandin({ openapi: [`${folder}/bakery.yaml`], store, storeLease: 30, ...options })
    t.teardown(() => app.close())
    return { app, url: await app.listen({ port: 0, host: '127.0.0.1' }) }
  }))
}
