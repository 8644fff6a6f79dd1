import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { pinned } from './cores.ts'
import { endWithUs } from './end-with-us.ts'

/** A server in a process of its own. */
export interface Server {
  readonly name: string
  /** Without a slash at the end. */
  readonly url: string
  readonly pid: number
  stop (): Promise<void>
}

/** The options of a server process. */
export interface Launch {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  readonly core: number | undefined
  /** A pattern whose first group is the base URL in its output, or a URL that is polled until it responds. */
  readonly ready: RegExp | string
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /**
   * The longest start, in milliseconds.
   * @default 20000
   */
  readonly timeoutMs?: number
}

/** Starts a server and waits until it responds. Rejects with its output where it does not start. */
export async function startServer (launch: Launch): Promise<Server> {
  const { name, ready, timeoutMs = 20_000 } = launch
  const child = spawnServer(launch)
  endWithUs(child)
  const output = keepOutput(child)
  const stop = (): Promise<void> => stopProcess(child)

  const url = await Promise.race([
    typeof ready === 'string' ? untilItAnswers(ready, child) : untilPrinted(ready, child, output),
    sleep(timeoutMs, undefined, { ref: false })
  ])
  if (url === undefined || child.pid === undefined) {
    await stop()
    const limit = child.exitCode === null ? ` within ${timeoutMs / 1000} s` : ''
    const printed = output.text.trim().slice(-500) || 'it printed nothing'
    throw new Error(`${name} did not start${limit}: ${printed}`)
  }
  return { name, url, pid: child.pid, stop }
}

function spawnServer ({ command, core, cwd, env }: Launch): ChildProcess {
  const [file, ...args] = pinned(core, command)
  // Settings of the user's own stand-in would change the figures.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('STANDIN_'))
  const merged = { ...Object.fromEntries(inherited), ...env }
  return spawn(file, args, { cwd, env: merged, stdio: ['ignore', 'pipe', 'pipe'] })
}

interface Output {
  text: string
}

/** Reads all output, as a full pipe would block the server, and keeps the end of it. */
function keepOutput (child: ChildProcess): Output {
  const output = { text: '' }
  const keep = (chunk: unknown): void => {
    output.text = `${output.text}${chunk}`.slice(-8_000)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  child.on('error', error => keep(error.message))
  return output
}

function untilPrinted (ready: RegExp, child: ChildProcess, output: Readonly<Output>): Promise<string | undefined> {
  return new Promise(resolve => {
    const look = (): void => {
      const url = ready.exec(output.text)?.[1]
      if (url !== undefined) resolve(url)
    }
    child.stdout?.on('data', look)
    // Chromium prints its address there.
    child.stderr?.on('data', look)
    child.once('exit', () => resolve(undefined))
    child.once('error', () => resolve(undefined))
  })
}

async function untilItAnswers (url: string, child: ChildProcess): Promise<string | undefined> {
  while (isRunning(child)) {
    try {
      await fetch(url, { signal: AbortSignal.timeout(2_000) })
      return url
    } catch {
      await sleep(50)
    }
  }
}

async function stopProcess (child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await Promise.race([ended, sleep(3_000, undefined, { ref: false })])
  if (!isRunning(child)) return
  child.kill('SIGKILL')
  await ended
}

function isRunning ({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null
}
