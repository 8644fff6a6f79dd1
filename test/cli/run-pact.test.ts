import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { startStandin } from '../../src/testing.ts'
import { startBroker } from '../pact/start-broker.ts'
import { runBinary } from './run-binary.ts'

t.test('pacts are written, published and compared from the command line', async t => {
  const { server: { url }, world } = await startStandin(t, { openapi: ['examples/orders.yaml'] })
  const folder = t.testdir({})
  const asked = ['pact', '--consumer', 'web', '--url', url, '--world', world.name, '--output', folder]
  const nothing = await runBinary(t, asked)
  t.equal(nothing.exitCode, 1)
  t.match(nothing.stderr, /nothing to write/)

  const headers = { 'x-standin-world': world.name }
  await fetch(`${url}/orders/1`, { headers })
  const json = { ...headers, 'content-type': 'application/json' }
  await fetch(`${url}/orders`, { method: 'POST', headers: json, body: '{}' })
  const broker = await startBroker(t, { links: { 'pb:publish-contracts': '/contracts/publish' } })
  const { exitCode, stderr, stdout } = await runBinary(t, [...asked, '--publish', broker.url, '--version', '1'])
  t.equal(exitCode, 0, stderr)
  const file = join(folder, 'web-orders.json')
  t.match(stdout, `${file}: 1 interaction\n`)
  t.match(stderr, /left out 1 of orders.createOrder: the request broke the contract/)
  t.equal(broker.requests.length, 1)

  const fits = await runBinary(t, ['pact', 'check', 'examples/orders.yaml', file])
  t.same([fits.exitCode, fits.stdout], [0, '✔ 1 interaction, all fit\n'])
  const pact = await readFile(file, 'utf8')
  await writeFile(file, pact.replace('"/orders/1"', '"/order/1"'))
  const wrong = await runBinary(t, ['pact', 'check', 'examples/orders.yaml', file])
  t.equal(wrong.exitCode, 1)
  t.match(wrong.stdout, /✖ request.path-or-method.unknown: .*the nearest is orders.getOrder/)
  const none = await runBinary(t, ['pact', 'check', 'examples/orders.yaml', 'package.json'])
  t.equal(none.exitCode, 2)
  const unheard = await runBinary(t, [...asked, '--publish', 'http://127.0.0.1:9', '--version', '1'])
  t.equal(unheard.exitCode, 2)
})

t.test('the contract of a provider is published with the report of its verification', async t => {
  const { requests, url } = await startBroker(t)
  const folder = t.testdir({})
  const report = join(folder, 'report.json')
  const verified = await runBinary(t, [
    'verify', 'journeys/mews.arazzo.yaml', 'openapi/mews.yaml', '--format', 'json', '--output', report
  ])
  t.equal(verified.exitCode, 0, verified.stdout + verified.stderr)
  const args = ['pact', 'provider', 'openapi/mews.yaml', '--provider', 'Mews', '--publish', url, '--version', '1']
  const { exitCode, stderr } = await runBinary(t, [...args, '--report', report])
  t.equal(exitCode, 0, stderr)
  t.match(requests, [{ body: { contractType: 'oas', verificationResults: { success: true, verifier: 'standin' } } }])
  t.equal((await runBinary(t, [...args, '--report', 'package.json'])).exitCode, 2)
})
