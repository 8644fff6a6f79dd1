import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { parseDrift } from '../../src/cli/drift-command.ts'
import { runDrift } from '../../src/cli/run-drift.ts'
import { DRIFT_FORMATS } from '../../src/drift/drift-formats.ts'
import { exchangeOf } from '../drift/exchange-of.ts'
import type { ExchangeParts } from '../drift/exchange-of.ts'
import { LIST, ORDER } from '../drift/shop-cases.ts'
import { SHOP } from '../drift/shop.ts'
import { toHar } from '../drift/to-har.ts'

const GOOD = { ...LIST, responseBody: [ORDER] }
const BAD = { ...LIST, responseBody: [{ ...ORDER, state: 'lost' }] }

/** Runs `standin drift` on a recording of the shop. */
async function drift (t: Test, parts: readonly ExchangeParts[], args: readonly string[] = []) {
  const har = toHar(parts.map(exchangeOf))
  const folder = t.testdir({ 'shop.yaml': SHOP, 'session.har': har, out: {} })
  const own = args.map(arg => arg.replace('DIR', folder))
  const command = parseDrift([join(folder, 'session.har'), join(folder, 'shop.yaml'), ...own], {})
  if (command.kind !== 'drift') throw new Error('there is a command')
  const printed: string[] = []
  const warned: string[] = []
  const isGood = await runDrift(command, {
    print: text => printed.push(text),
    warn: line => warned.push(line),
    paint: (_style, text) => text,
    env: {}
  })
  return { folder, isGood, printed: printed.join(''), warned }
}

t.test('what contradicts the contract is printed, and fails', async t => {
  const { isGood, printed } = await drift(t, [BAD, BAD, GOOD])

  t.notOk(isGood)
  t.match(printed, 'shop.listOrders: response body /*/state must be one of "new", "paid", but is "lost"')
  t.match(printed, /2 exchanges at .*, as GET \/v1\/orders → 200\n/)
  t.match(printed, /shop\.yaml:\d+:\d+\n/)
  t.match(printed, '✖ 1 difference contradicts the contract, none go beyond it, ')
})

t.test('a service that keeps its contract passes', async t => {
  const { isGood, printed } = await drift(t, [GOOD])

  t.ok(isGood)
  t.match(printed, '✔ No differences contradict the contract')
})

t.test('--fail-on says what fails', async t => {
  const extra = { ...LIST, responseBody: [{ ...ORDER, note: 1 }] }
  t.ok((await drift(t, [extra])).isGood)
  t.notOk((await drift(t, [extra], ['--fail-on', 'warning'])).isGood)
  t.notOk((await drift(t, [extra], ['--fail-on', 'undeclared-member'])).isGood)
  t.notOk((await drift(t, [GOOD], ['--fail-on', 'all'])).isGood)
  t.ok((await drift(t, [BAD], ['--fail-on', 'none'])).isGood)
})

t.test('a folder gets all formats', async t => {
  const { folder } = await drift(t, [BAD], ['--output', 'DIR/out'])
  const files = Object.values(DRIFT_FORMATS).map(({ file }) => file).filter(file => !file.endsWith('.yaml'))

  t.same((await readdir(join(folder, 'out'))).sort(), [...files, 'shop.overlay.yaml'].sort())
  t.match(await readFile(join(folder, 'out', 'shop.overlay.yaml'), 'utf8'), 'extends: ../shop.yaml\n')
})

t.test('SARIF has the kinds as rules, and the places in the contract', async t => {
  const { printed } = await drift(t, [BAD], ['--format', 'sarif'])
  const { runs: [run], version } = JSON.parse(printed)

  t.equal(version, '2.1.0')
  const found = run.results.filter(({ level }: { level: string }) => level === 'error')
  t.match(found, [{
    ruleId: 'value-outside-enum',
    locations: [{
      physicalLocation: {
        artifactLocation: { uri: /shop\.yaml$/ },
        region: { startLine: Number, startColumn: Number }
      },
      logicalLocations: [{ fullyQualifiedName: 'shop.listOrders' }]
    }],
    properties: { count: 1, sample: { method: 'GET' } }
  }])
  t.equal(run.tool.driver.rules[found[0].ruleIndex].id, 'value-outside-enum')
})

t.test('JUnit has a failure for what fails, and skips the rest', async t => {
  const { printed } = await drift(t, [BAD], ['--format', 'junit'])

  t.match(printed, /<testsuites name="standin" tests="\d+" failures="1"/)
  t.match(printed, /<testcase classname="shop\.listOrders" name="value-outside-enum response body \/\*\/state"/)
})

t.test('GitHub gets annotations at the places', async t => {
  const { printed, warned } = await drift(t, [BAD], ['--format', 'github'])

  t.match(printed, /^::error file=.*shop\.yaml,line=\d+,col=\d+,title=Values outside enums::shop\.listOrders: response/)
  t.match(warned, ['no summary is written'])
})

t.test('HTML is one page', async t => {
  const { printed } = await drift(t, [BAD], ['--format', 'html'])

  t.match(printed, /^<!doctype html>/)
  t.match(printed, 'Values outside enums')
  t.notMatch(printed, '<script')
})

t.test('a recording of something else cannot be compared', async t => {
  const elsewhere = { url: 'https://other.example/x', responseBody: {} }
  await t.rejects(drift(t, [elsewhere]), {
    code: 'STANDIN_NOTHING_COMPARED',
    message: /no request of the recording is for an operation of the documents\..*other\.example/
  })
  await t.rejects(drift(t, []), { code: 'STANDIN_NOTHING_COMPARED', message: /has no exchanges/ })
})

t.test('a file that is no HAR is rejected', async t => {
  const folder = t.testdir({ 'x.har': '{}', 'shop.yaml': SHOP })
  await writeFile(join(folder, 'x.har'), 'nothing')
  const command = parseDrift([join(folder, 'x.har'), join(folder, 'shop.yaml')], {})
  if (command.kind !== 'drift') return t.fail('there is a command')
  const context = { print: () => {}, warn: () => {}, paint: (_style: string, text: string) => text, env: {} }
  await t.rejects(runDrift(command, context), { code: 'STANDIN_INVALID_HAR' })
})
