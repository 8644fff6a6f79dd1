import t from 'tap'
import { credentialPlaces, joinPlaces } from '../../src/contract/credential-places.ts'
import type { OpenApiDocument } from '../../src/contract/contract.ts'

const documentOf = (components: unknown): OpenApiDocument =>
  // A document as users may write it.
  ({ openapi: '3.1.0', info: { title: 't', version: '1' }, paths: {}, components }) as OpenApiDocument

t.test('the places of API keys are those that a document declares', async t => {
  const places = credentialPlaces(documentOf({
    securitySchemes: {
      a: { type: 'apiKey', in: 'query', name: 'key' },
      b: { type: 'apiKey', in: 'header', name: 'X-Door' },
      c: { type: 'apiKey', in: 'cookie', name: 'door' },
      d: { $ref: '#/components/securitySchemes/a' },
      e: { $ref: '#/nowhere' },
      f: { type: 'http', scheme: 'basic' },
      g: { type: 'apiKey', in: 'query' },
      h: null
    }
  }))
  t.strictSame(places, {
    headers: new Set(['x-door']),
    query: new Set(['key']),
    cookies: new Set(['door']),
    paths: []
  })
})

t.test('a document without schemes declares none', async t => {
  for (const components of [undefined, {}, { securitySchemes: null }, { securitySchemes: [] }]) {
    t.equal(credentialPlaces(documentOf(components)).query.size, 0)
  }
})

t.test('the places of several documents are joined', async t => {
  const one = { headers: new Set(['a']), query: new Set(['b']), cookies: new Set<string>(), paths: ['/x'] }
  const other = { headers: new Set(['a', 'c']), query: new Set<string>(), cookies: new Set(['d']), paths: ['/x', '/y'] }
  t.strictSame(joinPlaces([one, other]), {
    headers: new Set(['a', 'c']),
    query: new Set(['b']),
    cookies: new Set(['d']),
    paths: ['/x', '/y']
  })
})
