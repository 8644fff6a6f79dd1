import { readFileSync } from 'node:fs'
import t from 'tap'
import { runBinary, startBinary } from '../cli/run-binary.ts'

const page = readFileSync(new URL('../../docs/guide/frontend.md', import.meta.url), 'utf8')
const ORDERS = new URL('../../examples/orders.yaml', import.meta.url).pathname

t.test('the commands bring about what the table says', async t => {
  const { url } = await startBinary(t, [ORDERS])
  const commands = [...page.matchAll(/^\| .* \| `standin (ctl .*)` \|$/gm)].map(([, command = '']) => command)
  const seen: unknown[] = []
  for (const command of commands) {
    const args = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
    const { exitCode, stderr } = await runBinary(t, [...args, '--url', url])
    t.equal(exitCode, 0, stderr)
    seen.push(await (await fetch(`${url}/__admin/settings`)).json())
  }
  t.match(seen, [
    { operations: { 'orders.listOrders': { code: 503 } } },
    { delayMs: 2000 },
    { resources: { 'orders.Export': { lifecycle: 'failure' } } },
    { delayMs: 2000 },
    { delayMs: 0, operations: {} }
  ])
})
