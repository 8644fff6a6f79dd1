import t from 'tap'
import { areOrigins, parseOrigin } from '../../src/apis/origin.ts'

for (const [text, origin] of [
  ['http://localhost:3000', 'http://localhost:3000'],
  ['http://localhost:3000/', 'http://localhost:3000'],
  ['HTTP://LocalHost', 'http://localhost'],
  ['http://localhost:80', 'http://localhost'],
  ['https://app.example:443', 'https://app.example'],
  ['https://app.example:80', 'https://app.example:80'],
  ['http://[::1]:3000', 'http://[::1]:3000'],
  ['capacitor://localhost', 'capacitor://localhost'],
  ['chrome-extension://abcdef', 'chrome-extension://abcdef'],
  ['null', 'null'],
  ['', undefined],
  ['*', undefined],
  ['off', undefined],
  ['localhost:3000', undefined],
  ['http://', undefined],
  ['http://localhost:3000/app', undefined],
  ['http://localhost:3000?', undefined],
  ['http://ann@localhost:3000', undefined],
  ['https://*.example', undefined],
  ['http://a.example http://b.example', undefined],
  ['http://localhost:port', undefined]
] as const) {
  t.test(`${JSON.stringify(text)} is the origin ${origin}`, async t => {
    t.equal(parseOrigin(text), origin)
  })
}

t.test('pages are named by off, by *, by an origin or by a list of them', async t => {
  for (const good of ['off', '*', 'http://a.example', ['http://a.example'], ['http://a.example', 'null']]) {
    t.ok(areOrigins(good), JSON.stringify(good))
  }
  for (const bad of ['', 'on', true, 1, [], ['*'], ['off', 'http://a.example'], [1], [''], { origin: '*' }]) {
    t.notOk(areOrigins(bad), JSON.stringify(bad))
  }
})
