import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import t from 'tap'
import { startStandin } from '../../src/testing.ts'
import { verifyJourneys } from '../../src/verify/verify-journeys.ts'

const JOURNEY = new URL('journeys/exports.arazzo.yaml', import.meta.url).pathname

t.test('another implementation of Arazzo agrees', async t => {
  const { results } = await verifyJourneys({ files: [JOURNEY], inputs: {}, options: {} })
  t.same(results.map(({ status, workflow }) => [workflow.id, status]), [['add', 'passed'], ['find', 'passed']])
  const redocly = findRedocly()
  if (redocly === undefined) return t.comment('@redocly/cli is not installed, so only this implementation was run')

  const settings = { resources: { 'mews.Export': { durations: { Pending: 'PT0.1S', Processing: 'PT0.2S' } } } }
  const { url, world } = await startStandin(t)
  await world.settings.patch(settings)
  const { exitCode, output } = await run(redocly, ['respect', JOURNEY, '--server', `mews=${url}`])
  t.equal(exitCode, 0, output)
  t.match(output, /2 passed, 2 total/)

  await world.settings.reset()
  const { 'mews.Export': quick } = settings.resources
  await world.settings.patch({ resources: { 'mews.Export': { lifecycle: 'failure', ...quick } } })
  const failed = await run(redocly, ['respect', JOURNEY, '--server', `mews=${url}`, '--workflow', 'find'])
  t.equal(failed.exitCode, 1, 'it fails where this one does')
})

/** Returns the program of `@redocly/cli`; `undefined` where it is not installed. */
function findRedocly (): string | undefined {
  try {
    const path = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin/cli.js')
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

function run (program: string, args: readonly string[]): Promise<{ exitCode: number, output: string }> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' }
  return new Promise(resolve => {
    execFile(process.execPath, [program, ...args], { env }, (error, stdout, stderr) => {
      const code = error?.code
      resolve({ exitCode: error === null ? 0 : typeof code === 'number' ? code : 1, output: stdout + stderr })
    })
  })
}
