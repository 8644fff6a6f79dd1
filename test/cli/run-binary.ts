import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import type { Test } from 'tap'
import { childEnvironment } from '../child-environment.ts'

const MAIN = new URL('../../src/cli/main.ts', import.meta.url).pathname

export interface Ended {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Serving {
  readonly url: string
  /** Everything that was printed up to the admin API's address. */
  readonly banner: string
  /** Answers the next line that is printed after the banner, on either output, and that matches. */
  line (pattern: RegExp): Promise<string>
  /** Sends a signal that does not end it. */
  signal (signal: NodeJS.Signals): void
  /** Sends a signal and waits for the end. */
  stop (signal: NodeJS.Signals): Promise<{ readonly exitCode: number | null, readonly stderr: string }>
}

/** Where a process runs, and how large the files may become that it writes. */
export interface ProcessLimits {
  readonly cwd?: string | undefined
  readonly fileKiB?: number
}

/** Runs the binary to its end, in a folder where one is given. */
export async function runBinary (t: Test, args: readonly string[], cwd?: string): Promise<Ended> {
  const child = spawnBinary(t, args, { cwd })
  const [stdout, stderr, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { exitCode, stdout, stderr }
}

/** Starts the binary on a free port, waits until it listens, and ends it when the test ends. */
export async function startBinary (t: Test, args: readonly string[] = [], limits?: ProcessLimits): Promise<Serving> {
  const verb = args[0] === 'mock' ? args.slice(0, 1) : []
  const child = spawnBinary(t, [...verb, '--port', '0', ...args.slice(verb.length)], limits)
  const stderr = text(child.stderr)
  const banner: string[] = []
  const printed = new PrintedLines()
  const listening = Promise.withResolvers<void>()
  const output = createInterface({ input: child.stdout })
  output.on('close', listening.resolve)
  output.on('line', line => {
    if (hasEnded(banner)) return printed.add(line)
    banner.push(line)
    if (hasEnded(banner)) listening.resolve()
  })
  createInterface({ input: child.stderr }).on('line', line => printed.add(line))
  await listening.promise
  const url = /listens on (\S+)|"url":"([^"]+)"/.exec(banner[0] ?? '')?.slice(1).find(Boolean)
  if (url === undefined) throw new Error(`It did not start: ${banner.join('\n')}${await stderr}`)

  return {
    url,
    banner: banner.join('\n'),
    line: pattern => printed.next(pattern),
    signal: signal => { child.kill(signal) },
    async stop (signal) {
      const ended = once(child, 'exit')
      child.kill(signal)
      const [exitCode] = await ended
      return { exitCode, stderr: await stderr }
    }
  }
}

/** Tells whether the banner is complete: its last line is that of the admin API, or it is one line of JSON. */
function hasEnded (banner: readonly string[]): boolean {
  return banner.at(-1)?.startsWith('admin:') === true || banner[0]?.startsWith('{') === true
}

function spawnBinary (t: Test, args: readonly string[], { cwd, fileKiB }: ProcessLimits = {}) {
  const own = [process.execPath, MAIN, ...args]
  // Without what tap adds to a process, which would end it where a file becomes too large.
  const limited = ['bash', '-c', `ulimit -f ${fileKiB} && exec env -u NODE_OPTIONS "$0" "$@"`, ...own]
  const [command = '', ...rest] = fileKiB === undefined ? own : limited
  const child = spawn(command, rest, {
    cwd,
    env: childEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe']
  })
  t.teardown(() => child.kill('SIGKILL'))
  return child
}

/** Lines as they are printed; each is given out once. */
class PrintedLines {
  readonly #lines: string[] = []
  #wake: () => void = () => {}

  add (line: string): void {
    this.#lines.push(line)
    this.#wake()
  }

  async next (pattern: RegExp): Promise<string> {
    for (;;) {
      for (let line = this.#lines.shift(); line !== undefined; line = this.#lines.shift()) {
        if (pattern.test(line)) return line
      }
      await new Promise<void>(resolve => { this.#wake = resolve })
    }
  }
}
