import { join } from 'node:path'
import { readFile, writeFile } from 'node:fs/promises'
import t from 'tap'
import { parseCtl } from '../../src/cli/ctl.ts'
import { runCtl } from '../../src/cli/run-ctl.ts'
import { startStandin } from '../../src/testing.ts'
import { loadHar } from '../../src/har/load-har.ts'
import { harFlaws } from '../har/har-schema.ts'
import { findRedocly } from './redocly.ts'

const ADD = '/api/connector/v1/exports/add'
const BODY = { ClientToken: 'c', AccessToken: 'a', Client: 'x', EntityType: 'Payment' }

function post (url: string, body: unknown): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
}

t.test('a world and a whole server are exported by the client, and a world by the command', async t => {
  const { server, world } = await startStandin(t)
  const { url } = server
  await post(world.url + ADD, BODY)
  await post(url + ADD, { ...BODY, Client: 7 })
  const har = await world.har({ operation: 'mews.addExport' })
  t.same(harFlaws(har), [])
  t.match(har.log.entries, [{ request: { postData: { text: /"AccessToken":"\*\*\*"/ } }, response: { status: 200 } }])
  t.match((await world.har({ masked: false })).log.entries[0]?.request.postData?.text, /"AccessToken":"a"/)
  t.same((await world.har({ ids: ['7'] })).log.entries, [])
  const all = await server.har()
  t.same(all.log.entries.map(({ _standin }) => _standin.world), [world.name, 'default'])

  const file = join(t.testdir(), 'checkout.har')
  const command = parseCtl(['har', '--file', file, '--url', url, '--world', world.name])
  if (command.kind !== 'ctl') throw new Error('help')
  const quiet = { print: t.fail, warn: t.fail, isTerminal: true, readInput: async () => '' }
  t.ok(await runCtl(command, quiet))
  t.same(JSON.parse(await readFile(file, 'utf8')), har)
  t.match(await loadHar(file), { exchanges: [{ request: { url: url + ADD } }], leftOut: [] })
  const unwritable = { ...command, file: join(t.testdirName, 'no/a.har') }
  await t.rejects(runCtl(unwritable, quiet), { code: 'STANDIN_INVALID_OPTION' })
})

t.test('another tool finds in a recording what differs from the contract, and nothing else', async t => {
  const redocly = findRedocly()
  if (redocly === undefined) return t.comment('@redocly/cli is not installed')
  const { server: { url }, world } = await startStandin(t)
  await post(world.url + ADD, BODY)
  await post(`${world.url}/api/connector/v1/exports/remove`, BODY)
  const file = join(t.testdir(), 'x.har')
  const report = async (): Promise<Report> => {
    await writeFile(file, JSON.stringify(await world.har({ masked: false })))
    const args = ['drift', file, '--api', 'openapi/mews.yaml', '--server', url, '--format', 'json']
    const { output } = await redocly(args)
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1))
  }
  const { problems, run } = await report()
  t.match(run, { totalExchanges: 2, documentedExchanges: 1, undocumentedExchanges: 1 })
  t.same(problems.map(({ ruleId }) => ruleId), ['undocumented-endpoint'])
})

interface Report {
  readonly run: Readonly<Record<string, unknown>>
  readonly problems: ReadonlyArray<Readonly<Record<string, unknown>>>
}
