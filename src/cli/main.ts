#!/usr/bin/env node
import module from 'node:module'
import { text } from 'node:stream/consumers'
import { styleText } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import type { FastifyInstance } from 'fastify'
import { readVersion } from '../version.ts'
import { stopwatch } from '../worlds/clock.ts'
import { bannerRecord, bannerText } from './banner.ts'
import type { BannerContent } from './banner.ts'
import { parseCommand } from './command.ts'
import type { Command } from './command.ts'
import { describeFailure } from './failure.ts'
import type { ReportContext } from './output-report.ts'
import type { AnyPactCommand } from './pact-command.ts'
import type { VerifyCommand } from './parse-verify.ts'
import type { ServeCommand } from './serve-command.ts'
import { prepareStop } from './stop.ts'
import type { Stop } from './stop.ts'
import { listMistypedVariables } from './mistyped-variables.ts'
import { listWarnings } from './list-warnings.ts'
import { rejectMistypedVerb } from './reject-mistyped-verb.ts'
import type { StandinOptions } from '../standin-options.ts'

/** A signal that comes again so soon is the same one: npm forwards what the terminal has sent to both. */
const SAME_SIGNAL_MS = 300

try {
  await run(parseCommand(process.argv.slice(2), process.env, process.stdout.isTTY))
} catch (error) {
  fail(error)
}

// What one command needs is not loaded for another.
async function run (command: Command): Promise<void> {
  switch (command.kind) {
    case 'help': return console.log((await import('./usage.ts')).usageText(readVersion()))
    case 'mock-help': return console.log((await import('./mock-usage.ts')).mockUsageText())
    case 'version': return console.log(readVersion())
    case 'serve': return await serve(command)
    case 'types': return await writeTypes(command)
    case 'check': return await reportProblems(command)
    case 'init': return await proposeOverlay(command)
    case 'verify-help': return console.log((await import('./verify-usage.ts')).verifyUsageText())
    case 'verify': return await verify(command)
    case 'ctl-help': return console.log((await import('./ctl-usage.ts')).ctlUsageText())
    case 'ctl': return await control(command)
    case 'health': return await reportHealth(command)
    case 'report-help': return console.log((await import('./report-usage.ts')).reportUsageText())
    case 'report': return await report(command)
    case 'drift-help': return console.log((await import('./drift-usage.ts')).driftUsageText())
    case 'drift': return await drift(command)
    case 'pact-help': return console.log((await import('./pact-usage.ts')).pactUsageText())
    case 'pact':
    case 'pact-check':
    case 'pact-provider': return await exchangePacts(command)
    case 'learn-help': return console.log((await import('./learn-usage.ts')).learnUsageText())
    case 'learn': return await learn(command)
  }
}

async function writeTypes ({ options }: Command & { kind: 'types' }): Promise<void> {
  const { loadTypes } = await import('../types/load-types.ts')
  process.stdout.write(await loadTypes(options))
}

async function reportProblems ({ format, options }: Command & { kind: 'check' }): Promise<void> {
  const [{ check }, { checkText }] = await Promise.all([import('./check.ts'), import('./check-text.ts')])
  const result = await check(options)
  console.log(checkText(result, format))
  if (result.problems.some(({ severity }) => severity !== 'warning' || options.strict === true)) process.exitCode = 1
}

async function verify (command: VerifyCommand): Promise<void> {
  try {
    const context = await reportContext()
    const { serviceOptions } = command
    if (serviceOptions !== undefined) {
      const { runVerifyService } = await import('./run-verify-service.ts')
      process.exitCode = await runVerifyService(command, serviceOptions, context)
      return
    }
    const { runVerify } = await import('./run-verify.ts')
    process.exitCode = await runVerify(command, context)
  } catch (error) {
    fail(error, { exitCode: 2 })
  }
}

async function proposeOverlay (command: Command & { kind: 'init' }): Promise<void> {
  const { initOverlay } = await import('../init/init-overlay.ts')
  const { isWritten, text } = await initOverlay(command)
  console.log(text)
  if (!isWritten) process.exitCode = 1
}

async function control (command: Command & { kind: 'ctl' }): Promise<void> {
  const { runCtl } = await import('./run-ctl.ts')
  // A reader of the output, such as head, may close it early.
  process.stdout.on('error', () => process.exit(0))
  const isGood = await runCtl(command, {
    print: console.log,
    warn: line => console.error(styleText('yellow', `standin: ${line}`, { stream: process.stderr })),
    isTerminal: process.stdout.isTTY,
    readInput: () => text(process.stdin)
  })
  if (!isGood) process.exitCode = 1
}

async function reportHealth ({ args }: Command & { kind: 'health' }): Promise<void> {
  const { askHealth } = await import('./health.ts')
  const { readServerArgs } = await import('./read-server-args.ts')
  const server = parseCommand(args.length > 0 ? args : readServerArgs(), process.env)
  if (server.kind !== 'serve') return await run({ kind: 'help' })
  const { isUp, text } = await askHealth(server)
  if (isUp) return console.log(text)
  console.error(`standin: ${text}`)
  process.exitCode = 1
}

async function report (command: Command & { kind: 'report' }): Promise<void> {
  const { runReport } = await import('./run-report.ts')
  try {
    const isGood = await runReport(command, await reportContext())
    if (!isGood) process.exitCode = 1
  } catch (error) {
    // 1 is for a gate that fails.
    fail(error, { exitCode: 2 })
  }
}

async function drift (command: Command & { kind: 'drift' }): Promise<void> {
  const { runDrift } = await import('./run-drift.ts')
  try {
    const isGood = await runDrift(command, await reportContext())
    if (!isGood) process.exitCode = 1
  } catch (error) {
    // 1 is for a difference.
    fail(error, { exitCode: 2 })
  }
}

async function exchangePacts (command: Exclude<AnyPactCommand, { kind: 'pact-help' }>): Promise<void> {
  try {
    const context = await reportContext()
    switch (command.kind) {
      case 'pact': {
        const { runPact } = await import('./run-pact.ts')
        process.exitCode = await runPact(command, context)
        return
      }
      case 'pact-check': {
        const { runPactCheck } = await import('./run-pact-check.ts')
        process.exitCode = await runPactCheck(command, context)
        return
      }
      case 'pact-provider': {
        const { runPactProvider } = await import('./run-pact-provider.ts')
        await runPactProvider(command, context)
      }
    }
  } catch (error) {
    // 1 is for what does not fit.
    fail(error, { exitCode: 2 })
  }
}

async function learn (command: Command & { kind: 'learn' }): Promise<void> {
  const { runLearn } = await import('./run-learn.ts')
  try {
    console.log(await runLearn(command))
  } catch (error) {
    fail(error, { exitCode: 2 })
  }
}

async function reportContext (): Promise<ReportContext> {
  const { createPaint } = await import('../console/paint.ts')
  // A reader of the output, such as head, may close it early.
  process.stdout.on('error', () => process.exit(0))
  return {
    print: text => process.stdout.write(text),
    warn: line => console.error(`standin: ${line}`),
    paint: createPaint(),
    env: process.env
  }
}

async function serve (command: ServeCommand): Promise<void> {
  const { host, notes = [], options, port, verb, watch } = command
  if (verb === undefined) rejectMistypedVerb(options.openapi)
  for (const line of [...notes, ...listMistypedVariables(process.env)]) console.error(`standin: ${line}`)
  const server: { stop?: Stop } = {}
  stopOnSignals(server)
  // Later starts find their code compiled, which saves a quarter of the work.
  module.enableCompileCache?.()
  keepRequestsYoung()
  setYoungGenerationGrowth(1)
  const app = watch === false ? await build(options) : await buildWatching(options, watch === 'polling')
  server.stop = prepareStop(app)
  try {
    // The banner says where it listens; the server's own line would say it again.
    const url = await app.listen({ host, port, listenTextResolver: () => '' })
    const { certificate, contracts } = app
    const { proxy, publicUrl } = options
    announce({ version: readVersion(), url, publicUrl, certificate, proxy, contracts }, options)
    for (const line of listWarnings(app.contracts)) console.error(`standin: ${line}`)
    setYoungGenerationGrowth(2)
  } catch (error) {
    fail(error, { address: { host, port } })
  }
}

/** Prints the banner in the format of the lines that follow it. */
function announce (content: BannerContent, { logFormat }: StandinOptions): void {
  if (logFormat === 'json') console.log(JSON.stringify(bannerRecord(content)))
  else console.log(bannerText(content))
}

// The server is loaded only when it is needed, so that --help and a mistyped option are quick.
async function build (options: StandinOptions): Promise<FastifyInstance> {
  const { createStandin } = await import('../server.ts')
  return await createStandin(options)
}

async function buildWatching (options: StandinOptions, polling: boolean): Promise<FastifyInstance> {
  const { createReloadable } = await import('../reload/reloadable.ts')
  const { watchStandin } = await import('./watch-standin.ts')
  const app = await createReloadable(options)
  await watchStandin(app, {
    polling,
    print: line => console.log(`standin: ${line}`),
    printError: line => console.error(`standin: ${line}`)
  })
  return app
}

/**
 * Sets by which factor the memory for new objects grows when it is full. Most objects of the start are soon
 * garbage: to grow for them keeps 10 MiB that an idle server does not need.
 */
function setYoungGenerationGrowth (factor: 1 | 2): void {
  setFlagsFromString(`--semi-space-growth-factor=${factor}`)
}

/**
 * Keeps V8 from allocating the objects of requests among the old ones. The journal keeps them for a while,
 * from which V8 concludes that they stay for good; there, each keeps alive all that it refers to, which takes
 * a tenth of the time with many operations or worlds.
 */
function keepRequestsYoung (): void {
  setFlagsFromString('--no-allocation-site-pretenuring')
}

/**
 * Stops the server at the first signal, once the requests in flight are answered, and the process at the
 * second one.
 */
function stopOnSignals (server: { readonly stop?: Stop }): void {
  let firstAt: number | undefined
  const onSignal = (): void => {
    if (server.stop === undefined) process.exit(0)
    if (firstAt !== undefined && stopwatch() - firstAt > SAME_SIGNAL_MS) process.exit(1)
    if (firstAt !== undefined) return
    firstAt = stopwatch()
    server.stop().then(stopped, error => fail(error))
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

function stopped (allAnswered: boolean): void {
  if (!allAnswered) fail('Stopped with requests that were not answered in time')
  process.exit(0)
}

interface FailOptions {
  /** Where the server was to listen. */
  readonly address?: { readonly host: string, readonly port: number }
  /** Instead of that of the error. */
  readonly exitCode?: number
}

function fail (error: unknown, { address, exitCode }: FailOptions = {}): never {
  const failure = describeFailure(error, address)
  for (const line of failure.lines) console.error(`standin: ${line}`)
  process.exit(exitCode ?? failure.exitCode)
}
