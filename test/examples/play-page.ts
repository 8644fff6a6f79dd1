import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { compareOutput } from './compare-output.ts'
import { listPageSteps } from './page-steps.ts'
import type { PageStep } from './page-steps.ts'

/** Where and how a page is played. */
export interface Stage {
  /** A folder in which the package is installed. */
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  /** Tells whether a command is left out. */
  readonly skips: (command: string) => boolean
  readonly log: (line: string) => void
}

/** The ports that pages name. Each is replaced by a free one. */
const PORTS = ['4010', '5173']

/** A command that serves until it is ended, whether the page has it in the background or in another shell. */
const SERVES = /^npx standin (?!(check|init|types|health|ctl)\b|-h|-v|--help|--version)|&$/

/**
 * Does what a page asks for, from the top: saves files, runs commands in a shell, and compares what is printed.
 * Rejects at the first step that fails or prints something else.
 */
export async function playPage (markdown: string, stage: Stage): Promise<void> {
  const ports = new Map<string, string>()
  for (const port of PORTS) ports.set(port, await freePort())
  const replace = (text: string): string => text.replaceAll(/\b\d{4}\b/g, number => ports.get(number) ?? number)
  const shell = new Shell({ ...stage, env: { ...stage.env, STANDIN_PORT: ports.get('4010') } })
  try {
    for (const step of listPageSteps(markdown)) await play(step, { shell, replace })
  } finally {
    await shell.end()
  }
}

interface Playing {
  readonly shell: Shell
  readonly replace: (text: string) => string
}

async function play (step: PageStep, { replace, shell }: Playing): Promise<void> {
  if (step.kind === 'file') return await shell.save(step.name, replace(step.text))
  if (step.kind === 'commands') {
    for (const line of step.lines) await shell.run(replace(line))
    return
  }
  if (shell.hasSkipped) return
  const { stderr, stdout } = shell.printed
  const printed = step.language === 'text' ? stdout + stderr : stdout
  const difference = compareOutput(printed, replace(step.text), step.language)
  if (difference !== undefined) throw new Error(`After ${shell.command}\n${difference}`)
}

/** A shell in the folder of a page. */
class Shell {
  readonly #stage: Stage
  readonly #servers = new Map<string, ChildProcess>()
  /** The last command, and what it has printed. */
  command = ''
  printed = { stdout: '', stderr: '' }
  hasSkipped = false

  constructor (stage: Stage) {
    this.#stage = stage
  }

  async save (name: string, text: string): Promise<void> {
    const file = join(this.#stage.folder, name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }

  async run (command: string): Promise<void> {
    this.command = command
    this.hasSkipped = this.#stage.skips(command)
    this.#stage.log(`${this.hasSkipped ? 'skipped' : '$'} ${command}`)
    if (this.hasSkipped) return
    if (SERVES.test(command)) return await this.#serve(command.replace(/ *&$/, ''))
    const child = this.#spawn(command)
    const outputs = Promise.all([text(child.stdout), text(child.stderr)])
    const [exitCode] = await once(child, 'close')
    const [stdout, stderr] = await outputs
    this.printed = { stdout, stderr }
    if (exitCode !== 0) throw new Error(`${command}\nends with ${exitCode}:\n${stdout}${stderr}`)
  }

  /** Ends the servers that it has started. */
  async end (): Promise<void> {
    for (const program of this.#servers.keys()) await this.#stop(program)
  }

  /** Starts a server, in place of one of the same program, and waits until it prints its URL. */
  async #serve (command: string): Promise<void> {
    const program = command.split(' ', 2).join(' ')
    await this.#stop(program)
    const child = this.#spawn(command)
    this.#servers.set(program, child)
    let printed = ''
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer): void => {
        printed += String(chunk)
        if (/https?:\/\//.test(printed)) resolve()
      }
      child.stdout.on('data', read)
      child.stderr.on('data', read)
      child.once('close', () => reject(new Error(`${command}\nends at once:\n${printed}`)))
    })
  }

  async #stop (program: string): Promise<void> {
    const child = this.#servers.get(program)
    this.#servers.delete(program)
    if (child?.pid === undefined || child.exitCode !== null) return
    const closed = once(child, 'close')
    // The whole group: npx starts the server as its grandchild.
    process.kill(-child.pid, 'SIGTERM')
    await closed
  }

  #spawn (command: string) {
    return spawn('bash', ['-c', command], {
      cwd: this.#stage.folder,
      env: this.#stage.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe']
    })
  }
}

async function freePort (): Promise<string> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // it listens on a port
  server.close()
  await once(server, 'close')
  return String(port)
}
