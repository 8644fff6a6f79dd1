import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { pinned } from './cores.ts'
import { endWithUs } from './end-with-us.ts'

/** A server that runs in a process of its own. */
export interface Server {
  readonly name: string
  /** Without a slash at the end. */
  readonly url: string
  readonly pid: number
  stop (): Promise<void>
}

export interface Launch {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  readonly core: number | undefined
  /** How its base URL is found in what it prints; or the URL itself, which is asked until it answers. */
  readonly ready: RegExp | string
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /**
   * How long it may take to start, in milliseconds.
   * @default 20000
   */
  readonly timeoutMs?: number
}

/** Starts a server and waits until it can be asked. Rejects with what it printed where it does not start. */
export async function startServer ({
  name,
  command,
  core,
  ready,
  cwd,
  env,
  timeoutMs = 20_000
}: Launch): Promise<Server> {
  const [file, ...args] = pinned(core, command)
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('STANDIN_'))
  const child = spawn(file, args, {
    cwd,
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  endWithUs(child)
  const output = keepOutput(child)
  const stop = (): Promise<void> => stopProcess(child)

  const url = await Promise.race([
    typeof ready === 'string' ? untilItAnswers(ready, child) : untilPrinted(ready, child, output),
    sleep(timeoutMs, undefined, { ref: false })
  ])
  if (url === undefined || child.pid === undefined) {
    await stop()
    throw new Error(
      `${name} did not start${child.exitCode === null ? ` within ${timeoutMs / 1000} s` : ''}: ${output.text.trim().slice(-500) || 'it printed nothing'}`
    )
  }
  return { name, url, pid: child.pid, stop }
}

/** Keeps the end of what it prints, and reads all of it, for a full pipe would stop it. */
function keepOutput (child: ChildProcess): { text: string } {
  const output = { text: '' }
  const keep = (chunk: unknown): void => { output.text = `${output.text}${chunk}`.slice(-8_000) }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  child.on('error', error => keep(error.message))
  return output
}

function untilPrinted (
  ready: RegExp,
  child: ChildProcess,
  output: { readonly text: string }
): Promise<string | undefined> {
  return new Promise(resolve => {
    child.stdout?.on('data', () => {
      const url = ready.exec(output.text)?.[1]
      if (url !== undefined) resolve(url)
    })
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
