import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import root from 'tap'
import type { Test } from 'tap'
import { childEnvironment } from './child-environment.ts'

/** The URL of a server that tests may use and clear, or `off`. */
const { STANDIN_TEST_REDIS: named = '', PATH: folders = '' } = process.env

/** The program that tests start; `undefined` where there is none. */
const program = ['redis-server', 'valkey-server'].map(findProgram).find(path => path !== undefined)

/** Why tests with Redis are skipped; `false` where they run. */
export const noRedis: string | false = whyNoRedis()

/** Why tests are skipped that stop the server of Redis; `false` where they run. */
export const noRedisProgram: string | false =
  noRedis !== false ? noRedis : program === undefined && 'There is no redis-server to stop and start'

function whyNoRedis (): string | false {
  if (named === 'off') return 'STANDIN_TEST_REDIS is off'
  if (named !== '') return false
  return program === undefined && 'There is no redis-server: the variable STANDIN_TEST_REDIS can name the URL of one'
}

/** A server of Redis that a test has for itself. */
export interface Redis {
  readonly url: string
  /** Sends it a signal: SIGSTOP and SIGCONT, say. */
  signal (signal: NodeJS.Signals): void
  /** Kills it. */
  stop (): Promise<void>
  /** Starts it again, with what it had saved. */
  start (): Promise<void>
}

let shared: Promise<string> | undefined
let databases = 0

/**
 * Returns the URL of a database of its own on a server that is started for the first test of a file and ended after the
 * last, or on the one that is named.
 */
export async function redisUrl (): Promise<string> {
  if (named !== '') return named
  shared ??= startProgram(root, []).then(({ url }) => url)
  return `${await shared}/${databases++}`
}

/** Starts a server of Redis on a free port, and ends it with the test. It saves each write where it has a folder. */
export async function startRedis (t: Test, folder?: string, flags: readonly string[] = []): Promise<Redis> {
  const saves = folder === undefined ? [] : ['--dir', folder, '--appendonly', 'yes', '--appendfsync', 'always']
  return await startProgram(t, [...saves, ...flags])
}

async function startProgram (t: Pick<Test, 'teardown'>, flags: readonly string[]): Promise<Redis> {
  if (program === undefined) throw new Error(String(noRedis))
  const path = program
  const port = await freePort()
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--databases', '1000', ...flags]
  const start = async () => {
    const child = spawn(path, args, { env: childEnvironment(), stdio: ['ignore', 'pipe', 'inherit'] })
    for await (const line of createInterface({ input: child.stdout })) {
      if (/Ready to accept connections/i.test(line)) break
    }
    child.stdout.resume()
    return child
  }
  let child = await start()
  t.teardown(() => child.kill('SIGKILL'))
  return {
    url: `redis://127.0.0.1:${port}`,
    signal: signal => { child.kill(signal) },
    async stop () {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
    async start () { child = await start() }
  }
}

async function freePort (): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo  // it listens on a port
  server.close()
  await once(server, 'close')
  return port
}

function findProgram (name: string): string | undefined {
  return folders.split(delimiter).map(folder => join(folder, name)).find(path => existsSync(path))
}
