import t from 'tap'
import { parseTarget } from '../../src/proxying/service-target.ts'
import { endToEndHeaders, toClientHeaders } from '../../src/proxying/to-client-headers.ts'
import type { RequestFacts } from '../../src/simulation/scope.ts'

interface Place {
  readonly service?: string
  readonly base?: string
  readonly prefix?: string
}

/** Returns the headers that a client gets for those of a service. */
function received (headers: Record<string, string | string[]>, place: Place = {}): Record<string, unknown> {
  const { service = 'https://pets.example', base = 'http://127.0.0.1:4010', prefix = '/v2' } = place
  const serverPath = new URL(base + prefix).pathname
  // A cast: these are all the members that are read.
  const facts = { baseUrl: base, serverUrl: base + prefix, serverPath, url: '' } as unknown as RequestFacts
  return toClientHeaders(headers, parseTarget(service, false), facts)
}

t.test('addresses at the service are those of the stand-in', async t => {
  const world = { base: 'http://127.0.0.1:4010/~w' }
  const inPath = { service: 'https://pets.example/api' }
  const cases: Array<[address: string, expected: string, place?: Place]> = [
    ['https://pets.example/v2/pets/1?a=b#c', 'http://127.0.0.1:4010/v2/pets/1?a=b#c'],
    ['http://pets.example/v2/pets', 'http://127.0.0.1:4010/v2/pets'],
    ['//pets.example/v2/pets', 'http://127.0.0.1:4010/v2/pets'],
    ['/v2/pets', '/v2/pets'],
    ['pets/1', 'pets/1'],
    ['https://login.example/v2', 'https://login.example/v2'],
    ['https://pets.example.evil/v2', 'https://pets.example.evil/v2'],
    ['https://pets.example:8443/v2', 'https://pets.example:8443/v2'],
    ['https://pets.example/v2/pets', 'http://127.0.0.1:4010/~w/v2/pets', world],
    ['/v2/pets', '/~w/v2/pets', world],
    ['https://pets.example/api/pets', 'http://127.0.0.1:4010/v2/pets', inPath],
    ['/api/pets', '/v2/pets', inPath],
    ['https://pets.example/login', 'https://pets.example/login', inPath],
    ['/apis/pets', '/apis/pets', inPath]
  ]
  for (const [location, expected, place] of cases) t.equal(received({ location }, place).location, expected, location)
  const link = '<https://pets.example/v2/pets?page=2>; rel="next", </v2/pets>; rel=first, <https://a.example>; rel=help'
  t.equal(received({ link }, world).link, '<http://127.0.0.1:4010/~w/v2/pets?page=2>; rel="next", ' +
    '</~w/v2/pets>; rel=first, <https://a.example>; rel=help')
})

t.test('cookies are for the stand-in', async t => {
  const tls = { base: 'https://127.0.0.1:4010' }
  const cases: Array<[cookie: string, expected: string, place?: Place]> = [
    ['a=1', 'a=1'],
    ['a=1; Domain=pets.example; Path=/; HttpOnly', 'a=1; Path=/; HttpOnly'],
    ['a=1; Secure; SameSite=None', 'a=1'],
    ['a=1; Secure; SameSite=Lax', 'a=1; SameSite=Lax'],
    ['a=1; Secure; SameSite=None', 'a=1; Secure; SameSite=None', tls],
    ['__Host-a=1; Secure; Path=/', '__Host-a=1; Secure; Path=/'],
    ['a=1; Path=/v2', 'a=1; Path=/~w/v2', { base: 'http://127.0.0.1:4010/~w' }],
    ['a=1; Path=/api/x', 'a=1; Path=/v2/x', { service: 'https://pets.example/api' }],
    ['a=1; Path=/', 'a=1; Path=/', { service: 'https://pets.example/api' }],
    ['a="x=y"; Expires=Wed, 21 Oct 2026 07:28:00 GMT', 'a="x=y"; Expires=Wed, 21 Oct 2026 07:28:00 GMT']
  ]
  for (const [cookie, expected, place] of cases) {
    t.strictSame(received({ 'set-cookie': [cookie] }, place)['set-cookie'], [expected], cookie)
  }
})

t.test('what is for the connection of the service alone is left out', async t => {
  t.strictSame({
    ...endToEndHeaders({ connection: 'close, X-Hop', 'x-hop': '1', 'transfer-encoding': 'chunked', 'x-own': 'kept' })
  }, { 'x-own': 'kept' })
})
