import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { isObject } from '../documents/is-object.ts'
import { FileExists, NothingCompared } from '../errors.ts'
import { loadHar } from '../har/load-har.ts'
import { readHar } from '../har/read-har.ts'
import type { RecordedExchange } from '../har/recorded-exchange.ts'
import { createConnection } from '../client/connection.ts'
import { learn, writeLearned } from '../learning/learn.ts'
import { learnedText } from '../learning/learned-text.ts'
import type { LearnCommand } from './learn-command.ts'

/** How long a server may take to respond, in milliseconds. */
const TIMEOUT_MS = 60_000

/**
 * Learns as the command line says, and writes what was learned. Returns the text to print. Rejects with `FileExists`,
 * `InvalidHar`, `InvalidDocument`, `NothingCompared` or `StandinClientError`.
 */
export async function runLearn (command: LearnCommand): Promise<string> {
  const { document, force, out, recordings, server } = command
  const exchanges = server === undefined ? await load(recordings) : await ask(server, command)
  const learned = await learn(exchanges, command)
  const existing = [...learned.files.keys()].map(file => join(out, file))
  if (!force) for (const file of existing) if (await exists(file)) throw new FileExists(file)
  await writeLearned(learned, out)
  return learnedText(learned, { document, out })
}

async function load (recordings: readonly string[]): Promise<RecordedExchange[]> {
  const readings = await Promise.all(recordings.map(loadHar))
  return readings.flatMap(({ exchanges }) => exchanges)
}

/** Takes what a server has passed on from its journals. Nothing in it is masked: what is written is. */
async function ask (server: string, { token }: LearnCommand): Promise<RecordedExchange[]> {
  const send: typeof fetch = (target, init) => fetch(target, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })
  const { call } = createConnection(server, { token, fetch: send })
  const har = await call<unknown>('GET', '/har?all=true&masked=false&source=proxy')
  const entries = isObject(har) && isObject(har.log) ? har.log.entries : undefined
  if (Array.isArray(entries) && entries.length === 0) {
    throw new NothingCompared(`${server} has passed on no request to a service; give it --proxy, and requests`)
  }
  return [...readHar(Buffer.from(JSON.stringify(har)), server).exchanges]
}

async function exists (path: string): Promise<boolean> {
  return await access(path).then(() => true, () => false)
}
