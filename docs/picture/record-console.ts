import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const ROOT = new URL('../../', import.meta.url).pathname
const COMMAND = 'npx standin orders.yaml --clock frozen'
const SHOWN_URL = 'http://127.0.0.1:4010'

/**
 * Serves the example and sends it the requests of the quick start. Returns what the terminal shows, line by line, with
 * its colours; the port is the one of the README.
 */
export async function recordConsole (): Promise<string[]> {
  const options = ['--clock', 'frozen', '--log', 'info', '--port', '0']
  const args = [`${ROOT}src/cli/main.ts`, `${ROOT}examples/orders.yaml`, ...options]
  const env = { PATH: process.env.PATH, FORCE_COLOR: '1' }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const output = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const lines = [`$ ${COMMAND}`, ...await readUntil(output, line => line.startsWith('admin:')), '']
    const url = /listens on (\S+)/.exec(lines.join('\n'))?.[1] ?? ''
    for (const command of quickStart()) {
      await send(command, url)
      if (!command.includes('/__admin/')) lines.push(...await readUntil(output, () => true))
    }
    return lines.map(line => line.replaceAll(url, SHOWN_URL))
  } finally {
    child.kill()
    await once(child, 'exit')
  }
}

/** Returns the curl commands of the quick start. */
function quickStart (): string[] {
  const readme = readFileSync(`${ROOT}README.md`, 'utf8')
  return readme.match(/^curl .*$/gm) ?? []
}

/** Sends the request of a curl command of the README. */
async function send (command: string, url: string): Promise<void> {
  const [, method] = / -X (\S+)/.exec(command) ?? []
  const [, body] = / --json '(.*)'/.exec(command) ?? []
  const [target = ''] = /http:\S+/.exec(command) ?? []
  const response = await fetch(target.replace(SHOWN_URL, url), {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    ...body !== undefined && { body, headers: { 'content-type': 'application/json' } }
  })
  await response.arrayBuffer()
}

async function readUntil (output: AsyncIterator<string>, isLast: (line: string) => boolean): Promise<string[]> {
  const lines: string[] = []
  for (;;) {
    const { done, value } = await output.next()
    if (done) throw new Error(`The server has ended: ${lines.join('\n')}`)
    lines.push(value)
    if (isLast(value)) return lines
  }
}
