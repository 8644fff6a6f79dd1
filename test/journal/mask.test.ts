import t from 'tap'
import { maskHeaders, maskText, maskUrl, maskValue } from '../../src/journal/mask.ts'

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

const URLS: ReadonlyArray<readonly [url: string, masked: string]> = [
  ['/orders', '/orders'],
  ['/orders?page=2', '/orders?page=2'],
  ['/orders?api_key=K&page=2&access_token=a%20b', '/orders?api_key=***&page=2&access_token=***'],
  ['/orders?api%5Fkey=K', '/orders?api%5Fkey=***'],
  ['/orders?token=', '/orders?token='],
  ['/orders?%=K&token=T', '/orders?%=K&token=***'],
  ['/token=T', '/token=T']
]

for (const [url, masked] of URLS) {
  t.test(`${url} is shown as ${masked}`, async t => {
    t.equal(maskUrl(url), masked)
  })
}

const TEXTS: ReadonlyArray<readonly [text: string, masked: string]> = [
  ['{"AccessToken":"A","x":"y"', '{"AccessToken":"***","x":"y"'],
  ['{"AccessToken" : "A \\" B", "n": 1}', '{"AccessToken" : "***", "n": 1}'],
  ['{"AccessToken": "never closed', '{"AccessToken": "***"'],
  ['{"password": 123, "a": 1}', '{"password": "***", "a": 1}'],
  ['grant_type=password&client_secret=S', 'grant_type=password&client_secret=***'],
  [
    '<login><a:accessToken x="1">A</a:accessToken><name>b</name></login>',
    '<login><a:accessToken x="1">***</a:accessToken><name>b</name></login>'
  ],
  ['<login apiKey="A" name=\'b\'/>', '<login apiKey="***" name=\'b\'/>'],
  ['nothing to hide', 'nothing to hide']
]

for (const [text, masked] of TEXTS) {
  t.test(`text that could not be read, ${text}, is shown as ${masked}`, async t => {
    t.equal(maskText(text), masked)
  })
}

t.test('a megabyte of odd text is masked in no time', async t => {
  for (const odd of ['"', '"a":', 'a=', '\\"', ' ', '&', '<a', '<a ', '<a>', ' a=']) {
    t.type(maskText(odd.repeat(2 ** 20 / odd.length)), 'string')
  }
})

t.test('of bytes, it is told how many they are', async t => {
  t.same(maskValue({ name: 'a', photo: Buffer.alloc(17), photos: [Buffer.alloc(2)] }), {
    name: 'a',
    photo: '17 bytes, not shown',
    photos: ['2 bytes, not shown']
  })
})
