import type { Case } from '../cases/case.ts'
import type { Plan } from '../load/plan.ts'
import { startBaselines } from './baselines.ts'
import { recordReplies } from './record-replies.ts'
import type { Server } from './server-process.ts'
import { startStandin } from './standin.ts'

/** Options of `runSideBySide`. */
export interface SideBySide<T> {
  readonly core: number | undefined
  readonly directory: string
  /** Measures the servers. Servers that it adds to the list are stopped too. */
  readonly measure: (servers: Server[], plan: Plan) => Promise<T>
}

/** Starts bare Node, bare Fastify and standin with the same responses, measures them, and stops them. */
export async function runSideBySide<T> ({ prepare }: Case, options: SideBySide<T>): Promise<T> {
  const { core, directory, measure } = options
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
