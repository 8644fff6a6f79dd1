// Starts a stand-in as its users do, asks it for its health and for one operation, and stops it.
// Usage: node .ci/smoke.ts FOLDER shipped|PATH COMMAND...
// It asks for an operation of the APIs that ship, or else for what PATH gets.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const [folder, asked, command, ...args] = process.argv.slice(2)
if (folder === undefined || asked === undefined || command === undefined) {
  throw new Error('Usage: node .ci/smoke.ts FOLDER shipped|PATH COMMAND...')
}

// A group of its own: npm and npx start the server as their grandchild, and the signal is meant for all of them.
const starter = spawn(command, args, { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
const exited = once(starter, 'exit')
const limit = setTimeout(() => fail('it took longer than 30 seconds'), 30_000)
process.on('exit', () => signalGroup('SIGKILL'))

const url = await printedUrl()
console.log(`${command} ${args.join(' ')} listens on ${url}`)

await expectStatus(200, '/__admin/health')
if (asked === 'shipped') await expectShipped()
else await expectStatus(200, asked)

signalGroup('SIGTERM')
await exited
// npm ends before the server that it has started.
while (await answers()) console.log('still answers')
clearTimeout(limit)
console.log('stopped')

async function expectShipped (): Promise<void> {
  await expectStatus(202, '/api/v2/exports/export_claims', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      uuid: '44cb9a3c-79a4-4b6a-9b0a-2f8a3f0a1c11',
      command: 'ExportClaims',
      data: { external_system_id: 1, claim_ids: [1] }
    })
  })
}

async function printedUrl (): Promise<string> {
  for await (const line of createInterface({ input: starter.stdout })) {
    const printed = /listens on (http:\/\/\S+)/.exec(line)?.[1]
    if (printed !== undefined) {
      starter.stdout.resume()
      return printed
    }
  }
  return fail('it ended without printing where it listens')
}

async function expectStatus (status: number, path: string, init: RequestInit = {}): Promise<void> {
  const response = await fetch(url + path, init)
  console.log(`${init.method ?? 'GET'} ${path}: ${response.status} ${await response.text()}`)
  if (response.status !== status) fail(`${path} was to answer ${status}`)
}

async function answers (): Promise<boolean> {
  return fetch(`${url}/__admin/health`).then(() => true, () => false)
}

function signalGroup (signal: NodeJS.Signals): void {
  try {
    if (starter.pid !== undefined) process.kill(-starter.pid, signal)
  } catch {
    // It has ended already.
  }
}

function fail (reason: string): never {
  console.error(`smoke: ${reason}`)
  process.exit(1)
}
