import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Reply } from './reply.ts'
import { startServer } from './server-process.ts'
import type { Server } from './server-process.ts'

export const BARE_NODE = 'bare Node http'
export const BARE_FASTIFY = 'bare Fastify'

const SCRIPTS = { [BARE_NODE]: 'bare-node.js', [BARE_FASTIFY]: 'bare-fastify.js' }

/** Options of the bare servers. */
export interface BaselineOptions {
  readonly core: number | undefined
  /** Its responses. */
  readonly replies: readonly Reply[]
  /** The directory for the file of the replies, which it reads. */
  readonly directory: string
}

/** Starts a bare server. */
export async function startBaseline (name: keyof typeof SCRIPTS, options: BaselineOptions): Promise<Server> {
  const { core, replies, directory } = options
  const file = join(directory, 'replies.json')
  await writeFile(file, JSON.stringify(replies))
  const script = new URL(SCRIPTS[name], import.meta.url).pathname
  return await startServer({ name, command: [process.execPath, script, file], core, ready: /listens on (\S+)/ })
}

/** Starts both bare servers. */
export async function startBaselines (options: BaselineOptions): Promise<Server[]> {
  return [await startBaseline(BARE_NODE, options), await startBaseline(BARE_FASTIFY, options)]
}
