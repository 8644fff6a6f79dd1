import t from 'tap'
import { needsWorld, prefixed } from '../../src/kits/lead-to-world.ts'

t.test('a URL of the stand-in that names no world needs one', async t => {
  const cases = [
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010/pets', true],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010', true],
    ['http://127.0.0.1:4010', 'http://localhost:4010/pets?a=b', true],
    ['http://localhost:4010/', 'http://[::1]:4010/pets', true],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4011/pets', false],
    ['http://127.0.0.1:4010', 'https://127.0.0.1:4010/pets', false],
    ['http://127.0.0.1:4010', 'http://app.test:4010/pets', false],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010/~other/pets', false],
    ['http://api.test', 'http://api.test:80/pets', true],
    ['http://api.test', 'http://localhost/pets', false],
    ['http://app.test/api/', 'http://app.test/api/pets', true],
    ['http://app.test/api', 'http://app.test/api', true],
    ['http://app.test/api', 'http://app.test/apis', false],
    ['http://app.test/api', 'http://app.test/', false],
    ['http://app.test/api', 'http://app.test/api/~other/pets', false]
  ] as const

  for (const [base, asked, needs] of cases) {
    t.equal(needsWorld(new URL(asked), new URL(base)), needs, `${asked} of ${base}`)
  }
})

t.test('the prefix stands after the path of the stand-in', async t => {
  const cases = [
    ['http://127.0.0.1:4010', 'http://localhost:4010/pets?a=/b#c', 'http://localhost:4010/~one/pets?a=/b#c'],
    ['http://127.0.0.1:4010/', 'http://127.0.0.1:4010', 'http://127.0.0.1:4010/~one/'],
    ['http://app.test/api/', 'http://app.test/api/pets/%2F', 'http://app.test/api/~one/pets/%2F'],
    ['http://app.test/api', 'http://app.test/api', 'http://app.test/api/~one']
  ] as const

  for (const [base, asked, url] of cases) {
    t.equal(prefixed(asked, { base: new URL(base), world: 'one' }), url)
  }
})
