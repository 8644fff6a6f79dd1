import type { Case } from '../cases/case.ts'
import type { Plan } from '../load/plan.ts'
import { startBaselines } from './baselines.ts'
import { recordReplies } from './record-replies.ts'
import type { Server } from './server-process.ts'
import { startStandin } from './standin.ts'

export interface SideBySide<T> {
  readonly core: number | undefined
  readonly directory: string
  /** Measures; what it adds to the servers is stopped with them. */
  readonly measure: (servers: Server[], plan: Plan) => Promise<T>
}

/** Starts standin and the bare servers, ready to answer alike (bare Node, bare Fastify, standin), and stops them in the end. */
export async function runSideBySide<T> ({ prepare }: Case, { core, directory, measure }: SideBySide<T>): Promise<T> {
  const servers: Server[] = []
  try {
    const standin = await startStandin(core)
    servers.push(standin)
    const plan = await prepare(standin.url)
    const replies = await recordReplies(standin.url, plan, directory)
    servers.unshift(...await startBaselines({ core, replies, directory }))
    return await measure(servers, plan)
  } finally {
    for (const server of servers) await server.stop()
  }
}
