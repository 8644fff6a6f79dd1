import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { runBinary, startBinary } from '../cli/run-binary.ts'
import { createStandin } from '../../src/server.ts'
import { listCodeBlocks } from './code-blocks.ts'
import { playCurls } from './play-curls.ts'

const page = readFileSync(new URL('../../docs/guide/troubleshooting.md', import.meta.url), 'utf8')
const ORDERS = readFileSync(new URL('../../examples/orders.yaml', import.meta.url), 'utf8')

/** The files of the commands: the example, with a mistake each. */
const FILES = {
  'orders.yaml': ORDERS,
  'typo.yaml': ORDERS.replace('unique:', 'unike:'),
  'seed.yaml': ORDERS.replace('quantity: 4,', 'quantity: 400,'),
  'collection.json': '{"info":{"schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"item":[]}'
}

t.test('the commands print what is shown', async t => {
  const folder = t.testdir(FILES)
  const blocks = listCodeBlocks(page, '## It does not start')
  const [inUse, ...pairs] = blocks
  for (let index = 0; index < pairs.length; index += 2) {
    const [command, shown] = pairs.slice(index)
    const { stderr } = await runBinary(t, String(command?.text).trim().split(' ').slice(1), folder)
    t.equal(stderr, shown?.text)
  }
  t.equal(pairs.length, 10)

  const server = createServer().listen(0, '127.0.0.1')
  t.teardown(() => server.close())
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo  // it listens on a port
  const { stderr } = await runBinary(t, ['orders.yaml', '--port', String(port)], folder)
  t.equal(stderr.replace(String(port), '4010'), inUse?.text)
})

t.test('the requests are answered as shown', async t => {
  const app = await createStandin({ openapi: [join(t.testdir(FILES), 'orders.yaml')], clock: 'frozen' })
  t.teardown(() => app.close())
  const blocks = listCodeBlocks(page)
  const isPlayed = (text = '') => text.startsWith('curl ')
  const played = blocks.filter(({ text }, index) => isPlayed(text) || isPlayed(blocks[index - 1]?.text))
  t.equal(played.length, 16)
  await playCurls(t, app, played)
})

t.test('the commands for a job run', async t => {
  const folder = t.testdir(FILES)
  const { url } = await startBinary(t, [join(folder, 'orders.yaml')])
  const [block] = listCodeBlocks(page, '## A job does not move')
  for (const command of String(block?.text).trim().split('\n')) {
    const { exitCode, stderr } = await runBinary(t, [...command.split(' ').slice(1), '--url', url], folder)
    t.equal(exitCode, 0, stderr)
  }
})

t.test('the console tells of a stub that is not used as shown', async t => {
  const { line, url } = await startBinary(t, [join(t.testdir(FILES), 'orders.yaml'), '--log', 'debug'])
  const stub = { operation: 'orders.listOrders', when: { query: { limit: 5 } }, reply: { status: 200, body: [] } }
  await fetch(`${url}/__admin/stubs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(stub)
  })
  await fetch(`${url}/orders?limit=6`)
  const [block] = listCodeBlocks(page, '## A stub is not used')
  for (const shown of String(block?.text).trimEnd().split('\n')) {
    t.equal(withoutTimes(await line(/./)), withoutTimes(shown))
  }
})

/** Leaves out the time of day and the duration. */
function withoutTimes (line: string): string {
  return line.replace(/^\d\d:\d\d:\d\d\.\d{3} /, '').replace(/ [\d.]+ ms(?=:|$)/, '')
}
