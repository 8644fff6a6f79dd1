import t from 'tap'
import { startStandin } from '../../src/testing.ts'
import { verifyJourneys } from '../../src/verify/verify-journeys.ts'
import { findRedocly } from './redocly.ts'

const JOURNEY = new URL('journeys/exports.arazzo.yaml', import.meta.url).pathname

t.test('another implementation of Arazzo agrees', async t => {
  const { results } = await verifyJourneys({ files: [JOURNEY], inputs: {}, options: {} })
  t.same(results.map(({ status, workflow }) => [workflow.id, status]), [['add', 'passed'], ['find', 'passed']])
  const redocly = findRedocly()
  if (redocly === undefined) return t.comment('@redocly/cli is not installed, so only this implementation was run')

  const settings = { resources: { 'mews.Export': { durations: { Pending: 'PT0.1S', Processing: 'PT0.2S' } } } }
  const { url, world } = await startStandin(t)
  await world.settings.patch(settings)
  const { exitCode, output } = await redocly(['respect', JOURNEY, '--server', `mews=${url}`])
  t.equal(exitCode, 0, output)
  t.match(output, /2 passed, 2 total/)

  await world.settings.reset()
  const { 'mews.Export': quick } = settings.resources
  await world.settings.patch({ resources: { 'mews.Export': { lifecycle: 'failure', ...quick } } })
  const failed = await redocly(['respect', JOURNEY, '--server', `mews=${url}`, '--workflow', 'find'])
  t.equal(failed.exitCode, 1, 'it fails where this one does')
})
