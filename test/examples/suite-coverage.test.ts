import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { runBinary, startBinary } from '../cli/run-binary.ts'

const ORDERS = fileURLToPath(new URL('../../examples/orders.yaml', import.meta.url))
const SUITE = fileURLToPath(new URL('suite/orders.ts', import.meta.url))

t.test('a small suite learns what it never touched, as text and as HTML', async t => {
  const { url } = await startBinary(t, [ORDERS])
  const suite = spawn(process.execPath, [SUITE], { env: { ...process.env, SHOP_URL: url }, stdio: 'ignore' })
  const [exitCode] = await once(suite, 'close')
  t.equal(exitCode, 0, 'the suite passes')

  const text = await runBinary(t, ['report', '--server', url])
  t.match(text.stdout, /^Not touched\n/)
  t.match(text.stdout, /orders\.listOrders +\d+ cells/)
  t.match(text.stdout, /^Coverage {2}[\d.]+ % \(\d+ of \d+ cells\)$/m)
  t.match(await runBinary(t, ['report', '--server', url, '--fail-under', '10']), { exitCode: 0 })
  t.match(await runBinary(t, ['report', '--server', url, '--fail-under', '90']), { exitCode: 1 })

  const folder = t.testdir({})
  t.equal((await runBinary(t, ['report', '--server', url, '--output', 'reports/'], folder)).exitCode, 0)
  const { cells } = JSON.parse(await readFile(join(folder, 'reports/report.json'), 'utf8'))
  const testsOf = (id: string) => cells.find((cell: { id: string }) => cell.id === id)?.tests
  t.same(testsOf('orders.createOrder responses 201 application/json application/json'), ['an order is made and read'])
  t.same(testsOf('orders.getOrder responses 404 - application/json'), ['an order that is not there is not found'])
  const html = await readFile(join(folder, 'reports/report.html'), 'utf8')
  t.ok(html.indexOf('orders.listOrders') < html.indexOf('orders.createOrder'), 'what nothing touched comes first')
  t.notMatch(html, /<script|https?:\/\/(?!www\.w3\.org)/, 'it needs no network')
})
