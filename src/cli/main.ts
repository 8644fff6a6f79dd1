#!/usr/bin/env node
import { readVersion } from '../version.ts'
import { stopwatch } from '../worlds/clock.ts'
import { bannerText } from './banner.ts'
import { parseCommand } from './command.ts'
import type { Command } from './command.ts'
import { describeFailure } from './failure.ts'
import { prepareStop } from './stop.ts'
import type { Stop } from './stop.ts'
import { usageText } from './usage.ts'

/** A signal that comes again so soon is the same one: npm passes on what the terminal has sent to both. */
const SAME_SIGNAL_MS = 300

try {
  await run(parseCommand(process.argv.slice(2), process.env))
} catch (error) {
  fail(error)
}

async function run (command: Command): Promise<void> {
  switch (command.kind) {
    case 'help': return console.log(usageText(readVersion()))
    case 'version': return console.log(readVersion())
    case 'serve': return await serve(command)
  }
}

async function serve ({ host, port, options }: Command & { kind: 'serve' }): Promise<void> {
  const server: { stop?: Stop } = {}
  stopOnSignals(server)
  // Not loaded before it is needed, so that --help and a mistyped option answer at once.
  const { createStandin } = await import('../server.ts')
  const app = await createStandin(options)
  server.stop = prepareStop(app)
  try {
    const url = await app.listen({ host, port })
    console.log(bannerText({ version: readVersion(), url, contracts: app.contracts }))
  } catch (error) {
    fail(error, { host, port })
  }
}

/** Lets the first signal stop the server, with the requests in flight answered, and a second one end the process at once. */
function stopOnSignals (server: { readonly stop?: Stop }): void {
  let firstAt: number | undefined
  const onSignal = (): void => {
    if (server.stop === undefined) process.exit(0)
    if (firstAt !== undefined && stopwatch() - firstAt > SAME_SIGNAL_MS) process.exit(1)
    if (firstAt !== undefined) return
    firstAt = stopwatch()
    server.stop().then(stopped, fail)
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

function stopped (allAnswered: boolean): void {
  if (!allAnswered) fail('Stopped with requests that were not answered in time')
  process.exit(0)
}

function fail (error: unknown, address?: { readonly host: string, readonly port: number }): never {
  const { lines, exitCode } = describeFailure(error, address)
  for (const line of lines) console.error(`standin: ${line}`)
  process.exit(exitCode)
}
