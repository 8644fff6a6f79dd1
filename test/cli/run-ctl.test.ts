import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { parseCtl } from '../../src/cli/ctl.ts'
import { runCtl } from '../../src/cli/run-ctl.ts'
import { addExport } from '../client/start-world.ts'
import type { StandinOptions } from '../../src/standin-options.ts'
import { startStandin } from '../../src/testing.ts'
import { runBinary } from './run-binary.ts'

t.test('answers are printed in one line, and in several for a terminal', async t => {
  const { run } = await startCtl(t)

  t.match(await run(['clock', 'freeze']), { isGood: true, printed: [/^\{"now":"\S+","mode":"frozen"\}$/] })
  t.match(await run(['clock'], { isTerminal: true }), {
    printed: [/^\{\n {2}"now": "\S+",\n {2}"mode": "frozen"\n\}$/]
  })
  t.same(await run(['reset']), { isGood: true, printed: [], warned: [] })
})

t.test('a world is seen, scripted and moved on from a shell', async t => {
  const { run, world } = await startCtl(t)

  await run(['clock', 'freeze'])
  await run(['stub', 'add', '{"operation":"mews.addExport","reply":{"status":500},"times":1}'])
  t.match(await addExport(world), { status: 500 })
  t.match(await addExport(world), { status: 200 })
  t.match(await run(['requests', '--operation', 'mews.addExport', '--status', '500']), {
    printed: [/"requests":\[\{[^]*"status":500/]
  })
  t.match(await run(['clock', 'advance', '--to', 'idle']), { printed: [/"to":"Success"/] })
  t.match(
    await run(['settings', 'patch', '-'], {
      input: '{"resources":{"mews.Export":{"lifecycle":"failure"}}}'
    }),
    { printed: [/"lifecycle":"failure"/] }
  )
  const [{ id } = { id: '' }] = await world.resources('mews.Export')
  t.match(await run(['status', 'mews.Export', id, 'Expired']), { printed: [/"status":"Expired"/] })
  t.match(await run(['resources', 'mews.Export', id]), { printed: [/"status":"Expired"/] })
  t.match(await run(['resources']), { printed: [/"type":"mews.Export","count":1/] })
})

t.test('what is likely to be a mistake is told apart from the answer', async t => {
  const { run } = await startCtl(t)
  const request = '{"operation":"mews.addExport","when":{"body":{"EntityTpye":"Payment"}}}'
  for (const verb of [['stub', 'add'], ['verify']]) {
    const { printed, warned } = await run([...verb, request])
    t.equal(printed.length, 1)
    t.match(warned, [/^\/when\/body\/EntityTpye: .*did you mean "EntityType"\?$/])
    t.same((await run([...verb, '{"operation":"mews.addExport"}'])).warned, [])
  }
})

t.test('a contract is printed in an older version of OpenAPI, apart from what that cannot say', async t => {
  const { run } = await startCtl(t, { openapi: ['test/downgrades/nasty.yaml'] })
  const { printed, warned } = await run(['contract', 'nasty', '--openapi', '3.0.3'])
  t.match(printed, [/"openapi":"3.0.3"/])
  t.ok(warned.some(warning => /^\/components\/securitySchemes\/certificate: /.test(warning)))
  t.same((await run(['contract', 'nasty'])).warned, [])
})

t.test('scenarios are started, and requests verified: what is not so is no good', async t => {
  const { run, world } = await startCtl(t)

  t.match(await run(['scenario', 'start', 'mews/failure']), { isGood: true, printed: [/"name":"mews\/failure"/] })
  t.match(await run(['scenario']), { printed: [/"running":\[\{"name":"mews\/failure"/] })
  await addExport(world)
  t.match(await run(['verify', '{"operation":"mews.addExport"}']), { isGood: true, printed: [/"ok":true/] })
  t.match(await run(['verify', '-'], { input: '{"operation":"mews.getAllExports"}' }), {
    isGood: false,
    printed: [/"ok":false/]
  })
  const ofJson = { input: '{"operation":"mews.addExport","count":{"exactly":2},"wait":"nonsense"}' }
  const waiting = run(['verify', '-', '--wait', 'PT60S'], ofJson)
  await addExport(world)
  t.match(await waiting, { isGood: true, printed: [/"count":2/] }, 'it waits, and the flag goes before the JSON')
  t.match(await run(['verification']), { isGood: true, printed: [/"ok":true/] })
  t.match(await run(['callbacks']), { printed: [/"callbacks":\[\]/] })
  t.same(await run(['scenario', 'stop']), { isGood: true, printed: [], warned: [] })
})

t.test('requests are followed, a line for each, until the world is gone', async t => {
  const { run, world } = await startCtl(t)
  await addExport(world)
  const printed: string[] = []
  const seen = Promise.withResolvers<void>()
  const followed = run(['requests', '--follow', '--operation', 'mews.addExport'], {
    onPrint: text => {
      if (printed.push(text) === 2) seen.resolve()
    }
  })

  // Until the stream is open, nothing is told: so one is added until two have been.
  const adding = (async () => { while (printed.length < 2) await addExport(world) })()
  await seen.promise
  await adding
  await world.close()
  t.match(await followed, { isGood: true })
  for (const line of printed) t.match(JSON.parse(line), { operation: 'mews.addExport' })
})

t.test('what is refused is thrown, and so is what is no JSON', async t => {
  const { run } = await startCtl(t)

  await t.rejects(run(['stub', 'delete', '99']), {
    code: 'STANDIN_UNKNOWN_STUB',
    message: /^DELETE \/__admin\/stubs\/99 was rejected with 404/
  })
  await t.rejects(run(['stub', 'add', '{operation}']), {
    code: 'STANDIN_INVALID_OPTION',
    message: 'What follows must be JSON, but is "{operation}"'
  })
  await t.rejects(run(['stub', 'add', '-'], { input: '' }), {
    code: 'STANDIN_INVALID_OPTION',
    message: 'The standard input must be JSON, but is ""'
  })
})

t.test('the binary ends with 0, with 1 where the server refuses, with 2 for a wrong command', async t => {
  const { server, world } = await startCtl(t)
  const where = ['--url', server.url, '--world', world.name, '--token', 's3cret']

  t.match(await runBinary(t, ['ctl', 'clock', ...where]), { exitCode: 0, stdout: /^\{"now":.*\}\n$/, stderr: '' })
  t.match(await runBinary(t, ['ctl', 'stub', 'delete', '99', ...where]), {
    exitCode: 1,
    stdout: '',
    stderr:
      /^standin: DELETE \/__admin\/stubs\/99 was rejected with 404 STANDIN_UNKNOWN_STUB: [^\n]+\n$/
  })
  t.match(await runBinary(t, ['ctl', 'clok']), {
    exitCode: 2,
    stdout: '',
    stderr: 'standin: There is no "standin ctl clok": did you mean "clock"?\n'
  })
  t.match(await runBinary(t, ['ctl', 'health', '--url', 'http://127.0.0.1:1']), {
    exitCode: 1,
    stderr: /^standin: No stand-in responds at http:\/\/127\.0\.0\.1:1: /
  })
})

t.test('an authority that a stand-in has made is trusted, or the one of a file, and can be printed', async t => {
  const cache = t.testdir({})
  process.env.XDG_CACHE_HOME = cache
  const { ca, run } = await startCtl(t, { tls: true })
  const file = join(cache, 'standin/tls/ca.pem')

  t.match(await run(['ca']), { isGood: true, printed: [ca.trimEnd()] })
  process.env.XDG_CACHE_HOME = join(cache, 'other')
  await t.rejects(run(['health']), { code: 'STANDIN_UNREACHABLE' })
  t.match(await run(['health', '--ca', file]), { printed: [/"status":"ok"/] })
  await t.rejects(run(['health', '--ca', `${file}x`]), { code: 'STANDIN_INVALID_CERTIFICATE' })
})

async function startCtl (t: Test, options: StandinOptions = {}) {
  const { ca = '', server, world } = await startStandin(t, { adminToken: 's3cret', ...options })
  const run = async (
    args: string[],
    {
      input = '',
      isTerminal = false,
      onPrint
    }: { input?: string, isTerminal?: boolean, onPrint?: (text: string) => void } = {}
  ) => {
    const command = parseCtl([
      ...args,
      '--url',
      server.url,
      '--world',
      world.name,
      '--token',
      's3cret'
    ])
    if (command.kind !== 'ctl') throw new Error('help')
    const printed: string[] = []
    const warned: string[] = []
    const isGood = await runCtl(command, {
      print: onPrint ?? (text => printed.push(text)),
      warn: text => warned.push(text),
      isTerminal,
      readInput: async () => input
    })
    return { isGood, printed, warned }
  }
  return { ca, server, world, run }
}
