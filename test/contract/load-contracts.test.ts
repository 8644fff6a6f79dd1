import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { loadContracts } from '../../src/contract/load-contracts.ts'

const document = (operation: string) => `openapi: 3.1.0
info: { title: x, version: '1' }
paths:
  /${operation}:
    get:
      operationId: ${operation}
      responses:
        '200':
          description: x
          content: { application/json: { schema: { type: object }, example: { from: document } } }
        '204': { description: x }
`

t.test('the documents of a directory are loaded, sorted by name', async t => {
  const directory = t.testdir({
    'b.yaml': document('b'),
    'a.json': JSON.stringify({ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths: {} }),
    'README.md': ''
  })
  const contracts = await loadContracts(directory)
  t.same(contracts.map(({ name }) => name), ['a', 'b'])
  t.match(contracts[1]?.file, /test.contract.load-contracts.*b\.yaml$/)
})

t.test('listed files are loaded', async t => {
  const directory = t.testdir({ 'b.yaml': document('b'), 'a.yaml': document('a') })
  t.same((await loadContracts([join(directory, 'b.yaml')])).map(({ name }) => name), ['b'])
  t.same((await loadContracts(join(directory, 'a.yaml'))).map(({ name }) => name), ['a'])
})

t.test('a path that does not exist is told of with the nearest that does', async t => {
  const folder = t.testdir({ 'larder.yaml': document('a'), 'notes.yaml': document('b'), fixtures: {} })
  for (const [path, options, expected] of [
    ['lader.yaml', {}, /lader\.yaml cannot be read: .*, did you mean ".*larder\.yaml"\?$/],
    ['Larder.yml', {}, /did you mean ".*larder\.yaml"\?$/],
    ['other.json', {}, /other\.json cannot be read: there is no such file or directory$/],
    ['no/larder.yaml', {}, /larder\.yaml cannot be read: there is no such file or directory$/],
    ['larder.yaml', { overlays: [join(folder, 'note.yaml')] }, /note\.yaml cannot be read: .*notes\.yaml"\?$/],
    ['larder.yaml', { fixtures: join(folder, 'fixture') }, /fixture cannot be read: .*fixtures"\?$/]
  ] as const) {
    for (const from of [join(folder, path), [join(folder, path)]]) {
      await t.rejects(loadContracts(from, options), { code: 'STANDIN_INVALID_DOCUMENT', message: expected })
    }
  }
})

t.test('a URL is told of as such', async t => {
  const url = 'https://example.com/larder.yaml'
  const hint = `add that, or download it first, as in "curl -o api.yaml ${url}"`
  const message = `${url} cannot be read: it is a URL, which is fetched only with --allow-remote-refs: ${hint}`
  await t.rejects(loadContracts([url]), { code: 'STANDIN_INVALID_DOCUMENT', message })
  await t.rejects(loadContracts(url), { code: 'STANDIN_INVALID_DOCUMENT' })
  await t.rejects(loadContracts([], { overlays: [url] }), { code: 'STANDIN_INVALID_DOCUMENT', message })
})

/** Serves texts by their paths, on a free port. */
async function serve (t: Test, texts: Readonly<Record<string, string>>): Promise<string> {
  const server = createServer((request, response) => {
    const text = texts[request.url ?? '']
    response.writeHead(text === undefined ? 404 : 200).end(text)
  })
  t.teardown(() => server.close())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo  // it listens on a port
  return `http://127.0.0.1:${port}`
}

t.test('a document is fetched where that is allowed, with what it refers to', async t => {
  const url = await serve(t, {
    '/v3/larder.v2.yaml?raw=1': document('a').replace('type: object', '$ref: "parts.yaml#/Jar"'),
    '/v3/parts.yaml': 'Jar: { type: object, required: [from] }',
    '/': document('b')
  })
  const read: string[] = []
  const options = { allowRemoteRefs: true, onRead: (path: string) => { read.push(path) } }
  const contracts = await loadContracts([`${url}/v3/larder.v2.yaml?raw=1`, url], options)
  t.same(contracts.map(({ name }) => name), ['127-0-0-1', 'larder-v2'])
  t.match(contracts[1], { file: `${url}/v3/larder.v2.yaml?raw=1`, operations: [{ id: 'larder-v2.a' }], warnings: [] })
  t.match(contracts[1]?.document.components?.schemas, { Jar: { required: ['from'] } })
  t.same(read, [], 'no file is watched')
})

t.test('a fetched document reads no files of this machine', async t => {
  const secret = join(t.testdir({ 'secret.yaml': 'Jar: { type: string }' }), 'secret.yaml')
  for (const reference of [`file://${secret}`, 'file:///etc/hostname']) {
    const url = await serve(t, { '/a.yaml': document('a').replace('type: object', `$ref: "${reference}#/Jar"`) })
    const [contract] = await loadContracts([`${url}/a.yaml`], { allowRemoteRefs: true })
    t.match(contract?.warnings, [{ message: /is neither a path nor an http\(s\) URL/ }])
  }
})

t.test('a fetched overlay extends a fetched document beside it', async t => {
  const overlay = (extended: string): string => `overlay: 1.0.0
info: { title: o, version: '1' }
extends: ${extended}
actions: [{ target: $.info, update: { title: changed } }]
`
  const url = await serve(t, { '/a.yaml': document('a'), '/o.yaml': overlay('a.yaml'), '/p.yaml': overlay('b.yaml') })
  const options = { allowRemoteRefs: true }
  const [contract] = await loadContracts([`${url}/a.yaml`, `${url}/o.yaml`], options)
  t.equal(contract?.document.info.title, 'changed')
  await t.rejects(loadContracts([`${url}/a.yaml`, `${url}/p.yaml`], options), { message: /extends "b\.yaml"/ })
})

const UNFETCHED: ReadonlyArray<readonly [path: string, message: RegExp]> = [
  ['/none.yaml', /none\.yaml cannot be read: the server responds with 404$/],
  ['/page', /page cannot be read: it is a page of HTML/],
  ['/collection', /collection:1:1 is a Postman collection/]
]

for (const [path, message] of UNFETCHED) {
  t.test(`${path} is fetched, and told of`, async t => {
    const url = await serve(t, {
      '/page': '\n<!DOCTYPE html><html></html>',
      '/collection': JSON.stringify({ info: { _postman_id: '1' }, item: [] })
    })
    await t.rejects(loadContracts([url + path], { allowRemoteRefs: true }), {
      code: 'STANDIN_INVALID_DOCUMENT',
      message
    })
  })
}

t.test('a document at a link-local address is not fetched', async t => {
  await t.rejects(loadContracts(['http://169.254.169.254/a.yaml'], { allowRemoteRefs: true }), {
    message: /cannot be read: 169\.254\.169\.254 is a link-local address$/
  })
})

t.test('what cannot be loaded is told of all files at once', async t => {
  const directory = t.testdir({ 'a.yaml': 'openapi: 4.0.0', 'b.yaml': '{', 'c.yaml': document('c') })
  await t.rejects(loadContracts(directory), {
    code: 'STANDIN_INVALID_DOCUMENT',
    message: /a\.yaml:1:1 the OpenAPI version.*\n.*b\.yaml:1:2 is not JSON/
  })
  await t.rejects(loadContracts([join(directory, 'x.yaml')]), {
    message: /x\.yaml cannot be read: there is no such file or directory$/
  })
  await t.rejects(loadContracts(join(directory, 'none')), {
    message: /none cannot be read: there is no such file or directory$/
  })
})

t.test('a directory without documents, and two documents of one name, are refused', async t => {
  await t.rejects(loadContracts(t.testdir({ 'README.md': '' })), {
    message: /has no OpenAPI document: expected files that end in .yaml, .yml, .json$/
  })
  const directory = t.testdir({ one: { 'a.yaml': document('a') }, two: { 'a.yml': document('a') } })
  await t.rejects(loadContracts([join(directory, 'one/a.yaml'), join(directory, 'two/a.yml')]), {
    message: /a\.yml is called "a", as is .*a\.yaml: rename one of them$/
  })
})

t.test('a directory in the place of a document is told of with how it is served', async t => {
  const message = /cannot be read: it is a directory, not a file: --openapi \S+ serves the documents in it$/
  const directory = t.testdir({ 'a.yaml': document('a') })
  await t.rejects(loadContracts([directory]), { code: 'STANDIN_INVALID_DOCUMENT', message })
})

t.test('overlays without a document are told of with what to give', async t => {
  const overlay = (extended: string) => `overlay: 1.0.0\ninfo: { title: x, version: '1' }\n${extended}\nactions: []\n`
  const directory = t.testdir({
    'a.overlay.yaml': overlay('extends: a.yaml'),
    'open.yaml': overlay(''),
    'a.yaml': document('a')
  })
  const named = join(directory, 'a.overlay.yaml')
  const open = join(directory, 'open.yaml')
  for (const [paths, message] of [
    [[named], /:1:1 is an overlay, .*"standin a\.yaml \S+a\.overlay\.yaml"$/],
    [[open], /:1:1 is an overlay, .*"standin api\.yaml \S+open\.yaml"$/],
    [[named, open], /is an overlay[^]*is an overlay/]
  ] as const) {
    await t.rejects(loadContracts(paths), { code: 'STANDIN_INVALID_DOCUMENT', message })
  }
  t.equal((await loadContracts([named, join(directory, 'a.yaml')])).length, 1)
})

t.test('fixtures come before the examples of the document', async t => {
  const directory = t.testdir({
    openapi: { 'shop.yaml': document('getIt') },
    fixtures: {
      shop: {
        'getIt.200.json': '{"from":"fixture"}',
        'getIt.200.two.words.json': '[2]',
        rows: { 'x.jsonl': '' }
      },
      other: { 'x.json': '' }
    }
  })
  const [contract] = await loadContracts(join(directory, 'openapi'), { fixtures: join(directory, 'fixtures') })
  t.match(contract?.operations[0]?.responses[0]?.content[0]?.examples, [
    { name: 'default', value: { from: 'fixture' }, source: 'fixture', where: /fixtures.shop.getIt\.200\.json$/ },
    { name: 'two.words', value: [2], source: 'fixture' },
    { name: 'default', value: { from: 'document' }, source: 'example' }
  ])
})

t.test('fixtures that fit nowhere are refused, with what was probably meant', async t => {
  const directory = t.testdir({
    openapi: { 'shop.yaml': document('getIt') },
    fixtures: {
      shop: {
        'gteIt.200.json': '{}',
        'getIt.201.json': '{}',
        'getIt.204.json': '{}',
        'getIt.json': '{}',
        'getIt.200.bad.json': '{"a":}'
      }
    }
  })
  const fixtures = join(directory, 'fixtures')
  const error = await loadContracts(join(directory, 'openapi'), { fixtures }).catch((error: unknown) => error)
  t.same(
    error instanceof Error &&
      error.message.split('\n').map(line => line.slice(line.lastIndexOf('/') + 1)),
    [
      'getIt.200.bad.json:1:6 is not JSON: expected a value, but found "}"',
      'getIt.201.json shop.getIt has no response "201", did you mean "200"?',
      'getIt.204.json the response 204 of shop.getIt has no JSON body',
      'getIt.json belongs to no operation of shop: expected <operationId>.<status>[.<name>].json, did you mean "getIt"?',
      'gteIt.200.json belongs to no operation of shop: expected <operationId>.<status>[.<name>].json, did you mean "getIt"?'
    ]
  )
  await t.rejects(
    loadContracts(join(directory, 'openapi'), { fixtures: join(directory, 'none') }),
    { message: /none cannot be read/ }
  )
})
