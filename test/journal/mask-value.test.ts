import t from 'tap'
import { maskValue } from '../../src/journal/mask-value.ts'
import { maskUrl } from '../../src/journal/mask-url.ts'
import { maskHeaders } from '../../src/journal/mask-headers.ts'

t.test('credentials are masked at any depth, and nothing else is', async t => {
  const value = {
    AccessToken: 'A',
    Client: 'C',
    list: [{ password: 'P', n: 1 }, 2],
    inner: { ClientToken: { whole: 'object' }, note: null }
  }
  t.same(maskValue(value), {
    AccessToken: '***',
    Client: 'C',
    list: [{ password: '***', n: 1 }, 2],
    inner: { ClientToken: '***', note: null }
  })
  t.equal(value.AccessToken, 'A', 'what was given is as it was')
})

t.test('what holds no credential is not copied', async t => {
  const value = { secretNot: 1, list: [{ a: 1 }], token: null }
  t.equal(maskValue(value), value)

  const mixed = { kept: { a: [1] }, token: 'T' }
  t.equal((maskValue(mixed) as typeof mixed).kept, mixed.kept) // it has the members that it was given
})

t.test('plain values, bytes and members called __proto__ come through', async t => {
  const bytes = Buffer.from('abc')
  for (const value of ['text', 1, null, undefined, true, bytes]) t.equal(maskValue(value), value)
  t.equal(
    JSON.stringify(maskValue(JSON.parse('{"__proto__":{"a":1},"token":"T"}'))),
    '{"__proto__":{"a":1},"token":"***"}'
  )
})

t.test('what is nested too deeply to be shown is cut off', async t => {
  const masked = JSON.stringify(maskValue(JSON.parse('['.repeat(10_000) + ']'.repeat(10_000))))
  t.ok(masked.length < 300)
  t.match(masked, '…')
})

t.test('headers that hold credentials are masked, the scheme stays', async t => {
  t.same(
    maskHeaders({
      authorization: 'Bearer abc.def',
      Authorization: 'Basic YTpi',
      'proxy-authorization': 'whatever secret',
      cookie: 'session=s; other=o',
      'set-cookie': ['session=s', 'other=o'],
      'x-api-key': 'k k',
      'content-type': 'application/json'
    }),
    {
      authorization: 'Bearer ***',
      Authorization: 'Basic ***',
      'proxy-authorization': '***',
      cookie: '***',
      'set-cookie': ['***', '***'],
      'x-api-key': '***',
      'content-type': 'application/json'
    }
  )
})

t.test('headers that hold none are masked within', async t => {
  t.same(
    maskHeaders({
      referer: 'https://host/reset?token=T',
      location: ['https://me:pw@host/', 'https://host/#access_token=T&state=s'],
      'x-context': '{"password":"P","n":1}',
      date: 'Thu, 01 Jan 2026 00:00:00 GMT'
    }),
    {
      referer: 'https://host/reset?token=***',
      location: ['https://***@host/', 'https://host/#access_token=***&state=s'],
      'x-context': '{"password":"***","n":1}',
      date: 'Thu, 01 Jan 2026 00:00:00 GMT'
    }
  )
})

const TEXTS: ReadonlyArray<readonly [text: string, masked: string]> = [
  ['{"password":"P","n":1}', '{"password":"***","n":1}'],
  ['{"tokens":["A","B"],"big":12345678901234567890}', '{"tokens":"***","big":12345678901234567890}'],
  ['[{"a":{"secret":{"b":"B"}}}]', '[{"a":{"secret":"***"}}]'],
  ['{"inner":"{\\"pin\\":\\"1\\"}"}', '{"inner":"{\\"pin\\":\\"***\\"}"}'],
  ['{ "kept": "as it is" }', '{ "kept": "as it is" }'],
  ['{"password":"P", no JSON', '{"password":"***", no JSON'],
  ['https://host/?a=1&token=T#b', 'https://host/?a=1&token=***#b']
]

for (const [text, masked] of TEXTS) {
  t.test(`a text within a value, ${text}, is shown as ${masked}`, async t => {
    t.same(maskValue({ note: text, list: [text] }), { note: masked, list: [masked] })
  })
}

const URLS: ReadonlyArray<readonly [url: string, masked: string]> = [
  ['/orders', '/orders'],
  ['/orders?page=2', '/orders?page=2'],
  ['/orders?api_key=K&page=2&access_token=a%20b', '/orders?api_key=***&page=2&access_token=***'],
  ['/orders?api%5Fkey=K', '/orders?api%5Fkey=***'],
  ['/orders?token=', '/orders?token='],
  ['/orders?%=K&token=T', '/orders?%=K&token=***'],
  ['/token=T', '/token=T'],
  ['/go?next=http%3A%2F%2Fhost%2F%3Ftoken%3DT%26a%3D1&b=2', '/go?next=http%3A%2F%2Fhost%2F%3Ftoken%3D***%26a%3D1&b=2'],
  ['/go?next=https%3A%2F%2Fme%3Apw%40host%2F', '/go?next=https%3A%2F%2F***%40host%2F'],
  ['/go?filter=%7B%22password%22%3A%22P%22%7D', '/go?filter=%7B%22password%22%3A%22***%22%7D'],
  ['/go?filter[token]=T&auth%5Bpin%5D=1', '/go?filter[token]=***&auth%5Bpin%5D=***']
]

for (const [url, masked] of URLS) {
  t.test(`${url} is shown as ${masked}`, async t => {
    t.equal(maskUrl(url), masked)
  })
}

t.test('of bytes, it is told how many they are', async t => {
  t.same(maskValue({ name: 'a', photo: Buffer.alloc(17), photos: [Buffer.alloc(2)] }), {
    name: 'a',
    photo: '17 bytes, not shown',
    photos: ['2 bytes, not shown']
  })
})
