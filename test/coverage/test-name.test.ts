import t from 'tap'
import { decodeTestName, testNameOf } from '../../src/coverage/test-name.ts'
import { startShop } from './shop.ts'

const NAMES: ReadonlyArray<[header: string, name: string]> = [
  ['adds an export', 'adds an export'],
  ['pr%C3%BCft K%C3%A4ufe', 'prüft Käufe'],
  [Buffer.from('prüft 注文').toString('latin1'), 'prüft 注文'],
  ['pr\u00fcft', 'prüft'],
  ['100 % done', '100 % done'],
  ['%FF', '%FF'],
  ['<script>"&\'', '<script>"&\''],
  ['__proto__', '__proto__']
]

for (const [header, name] of NAMES) {
  t.test(`the name of a test is read as ${JSON.stringify(name)}`, async t => {
    t.equal(decodeTestName(testNameOf({ 'x-standin-test': header })), name)
  })
}

t.test('a request without a name, or with one that is no text, names no test', async t => {
  t.equal(testNameOf({}), '')
  t.equal(testNameOf({ 'x-standin-test': ['a', 'b'] }), '')
})

t.test('long names are cut, and many of them take little memory', async t => {
  const { app, send } = await startShop(t)
  for (let index = 0; index < 300; index++) {
    await send('GET', '/reports', undefined, { 'x-standin-test': `${index} ${'x'.repeat(5_000)}` })
  }
  const cells = app.coverage?.report().cells.filter(({ id }) => id === 'shop.list responses 200 - application/json')
  t.match(cells, [{ hits: 300 }])
  t.ok(cells?.every(({ tests }) => tests.length === 20 && tests.every(name => name.length === 200)))
})
