import t from 'tap'
import { bannerRecord, bannerText } from '../../src/cli/banner.ts'
import type { BannerContent } from '../../src/cli/banner.ts'

type BannerContract = BannerContent['contracts'][number]

function contract (
  name: string,
  title: string,
  operations: Array<[method: string, path: string]>,
  basePath = ''
): BannerContract {
  return {
    name,
    basePath,
    document: { info: { title } },
    operations: operations.map(([method, path]) => ({ method, path, id: `${name}.${method}` }))
  }
}

t.test('it names the base URL, each API with its operations in columns, and the admin API', async t => {
  const contracts = [
    contract('pets', 'Pet store', [['GET', '/pets'], ['DELETE', '/pets/{id}']], '/v2'),
    contract('shop', 'Shop', [['POST', '/orders']])
  ]

  t.equal(bannerText({ version: '1.2.3', url: 'http://127.0.0.1:4010', contracts }), `
standin 1.2.3 listens on http://127.0.0.1:4010

pets: Pet store, at /v2
  GET     /pets       pets.GET
  DELETE  /pets/{id}  pets.DELETE

shop: Shop
  POST    /orders     shop.POST

page:  http://127.0.0.1:4010/__admin/
admin: http://127.0.0.1:4010/__admin (to try it: http://127.0.0.1:4010/__admin/docs)`.trim())
})

t.test('it names the URL at which clients reach it', async t => {
  const text = bannerText({
    version: '1.2.3',
    url: 'http://127.0.0.1:4010',
    publicUrl: 'https://mocks.example/standin/',
    contracts: []
  })
  t.equal(text, `
standin 1.2.3 listens on http://127.0.0.1:4010, and is reached at https://mocks.example/standin

page:  https://mocks.example/standin/__admin/
admin: https://mocks.example/standin/__admin (to try it: https://mocks.example/standin/__admin/docs)`.trim())
})

t.test('operations past the twenty-fifth of an API are only counted', async t => {
  const many = contract('big', 'Big', Array.from({ length: 500 }, (_, index) => ['GET', `/${index}`]))
  const lines = bannerText({ version: '1.2.3', url: 'http://127.0.0.1:4010', contracts: [many] }).split('\n')

  t.equal(lines.filter(line => line.includes('big.GET')).length, 25)
  t.ok(lines.includes('  and 475 more: see /__admin/operations'))
})

t.test('an API without a title has its name alone', async t => {
  const lines = bannerText({ version: '1.2.3', url: 'http://a', contracts: [contract('shop', '', [], '/v2')] })
  t.match(lines, '\n\nshop, at /v2\n')
})

t.test('for programs, the banner is an object', async t => {
  const contracts = [contract('pets', 'Pet store', [['GET', '/pets']], '/v2')]
  const url = 'http://127.0.0.1:4010'
  t.strictSame(bannerRecord({ version: '1.2.3', url, publicUrl: 'https://mocks.example/x/', contracts }), {
    msg: 'standin listens',
    version: '1.2.3',
    url,
    publicUrl: 'https://mocks.example/x',
    admin: 'https://mocks.example/x/__admin',
    apis: [{ name: 'pets', title: 'Pet store', basePath: '/v2', operations: 1 }]
  })
})

t.test('the services behind the APIs are named', async t => {
  const contracts = [contract('shop', 'Shop', []), contract('pets', 'Pets', [])]
  const shown = (proxy: string | Record<string, string>): string[] => {
    const lines = bannerText({ version: '1', url: 'http://a', proxy, contracts }).split('\n')
    return lines.filter(line => /^(?:shop|pets)/.test(line))
  }
  t.strictSame(shown('https://all.example'), [
    'shop: Shop, in front of https://all.example',
    'pets: Pets, in front of https://all.example'
  ])
  t.strictSame(shown({ pets: 'https://pets.example' }), ['shop: Shop', 'pets: Pets, in front of https://pets.example'])
})
