import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { runBinary, startBinary } from '../cli/run-binary.ts'
import { startService } from '../proxying/start-proxy.ts'
import { listCodeBlocks } from './code-blocks.ts'

const PAGES = ['guide/proxy', 'recipes/staging']
const COMMAND = /^(?:npx )?standin ctl (\w+ \w+) '(.*)'$/

const responses = { 200: { description: 'Well.' }, 503: { description: 'Not now.' } }
const SHOP = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  paths: {
    '/orders': {
      get: { operationId: 'listOrders', responses },
      post: { operationId: 'addOrder', responses }
    },
    '/orders/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      get: { operationId: 'readOrder', responses }
    },
    '/payments': { post: { operationId: 'pay', responses } }
  }
}

for (const page of PAGES) {
  t.test(`the commands of docs/${page}.md run`, async t => {
    const service = await startService(t, (_request, response) => response.end())
    const file = join(t.testdir({ 'shop.yaml': JSON.stringify(SHOP) }), 'shop.yaml')
    const { url } = await startBinary(t, [file, '--proxy', service.url])
    const markdown = readFileSync(new URL(`../../docs/${page}.md`, import.meta.url), 'utf8')
    const lines = listCodeBlocks(markdown).filter(({ language }) => language === 'sh').map(({ text }) => text.trim())
    t.match(lines[0], /^(?:npx )?standin shop\.yaml --proxy https:\/\/staging\.example(?: &)?$/)
    t.ok(lines.length > 1)
    for (const line of lines.slice(1)) {
      const [, verb = '', json = ''] = COMMAND.exec(line) ?? []
      const { exitCode, stderr } = await runBinary(t, ['ctl', ...verb.split(' '), json, '--url', url])
      t.equal(exitCode, 0, stderr)
    }
    if (page !== 'recipes/staging') return
    const pay = async () => (await fetch(`${url}/payments`, { method: 'POST' })).status
    t.same([await pay(), await pay()], [503, 200], 'the first payment fails, and others go to the service')
    t.equal(service.received.length, 1)
  })
}
