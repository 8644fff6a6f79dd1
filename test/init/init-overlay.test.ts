import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import t from 'tap'
import { initOverlay } from '../../src/init/init-overlay.ts'
import { parse } from 'yaml'
import { findMistakes } from '../editors/compile-schema.ts'
import { listCodeBlocks } from '../examples/code-blocks.ts'
import { startStandin } from '../start-standin.ts'
import { runBinary } from '../cli/run-binary.ts'

const page = readFileSync(new URL('../../docs/guide/own-api.md', import.meta.url), 'utf8')
const [{ text: darkroom = '' } = {}] = listCodeBlocks(page, '## The document')
const EXAMPLES = dirname(createRequire(import.meta.url).resolve('@readme/oas-examples/package.json'))

const init = (document: string, more: { out?: string, force?: boolean } = {}) =>
  initOverlay({ document, out: more.out, force: more.force ?? false, options: {} })

t.test('an overlay is written beside the document, and is served with it', async t => {
  const folder = t.testdir({ 'darkroom.yaml': darkroom })
  const { isWritten, text } = await init(join(folder, 'darkroom.yaml'))
  t.equal(isWritten, true)
  const written = readFileSync(join(folder, 'darkroom.overlay.yaml'), 'utf8')
  t.match(written, /^# yaml-language-server: \$schema=\S+overlay\.json\n/)
  t.same(findMistakes('overlay')(parse(written)), [])
  t.match(text, /Album, a collection \(\/albums\): create, read, list/)

  const { send } = await startStandin(t, {
    openapi: [join(folder, 'darkroom.yaml')],
    overlays: [join(folder, 'darkroom.overlay.yaml')]
  })
  const headers = { 'x-api-key': 'mine' }
  t.equal((await send('POST', '/albums', { title: 'Iceland' }, headers)).statusCode, 201)
  t.match((await send('GET', '/albums/1', undefined, headers)).json(), {
    id: 1,
    title: 'Iceland',
    createdAt: '2026-01-01T00:00:00Z'
  })
  t.match((await send('GET', '/albums/2', undefined, headers)).statusCode, 404)
})

t.test('links lead to the resource, under the path of the server', async t => {
  const folder = t.testdir({ 'darkroom.yaml': darkroom })
  await init(join(folder, 'darkroom.yaml'))
  const { send } = await startStandin(t, {
    openapi: [join(folder, 'darkroom.yaml')],
    overlays: [join(folder, 'darkroom.overlay.yaml')]
  })
  const headers = { 'x-api-key': 'mine', host: 'darkroom.test' }
  const created = await send('POST', '/v1/albums', { title: 'Iceland' }, headers)
  t.equal(created.headers.location, 'http://darkroom.test/v1/albums/1')
  t.equal(created.json<{ url: string }>().url, created.headers.location)
  t.equal((await send('GET', new URL(String(created.headers.location)).pathname, undefined, headers)).statusCode, 200)
})

t.test('the status within another member is acted out, beside what the client sent', async t => {
  const Volume = {
    type: 'object',
    required: ['name', 'properties'],
    properties: {
      name: { type: 'string', readOnly: true },
      properties: {
        type: 'object',
        required: ['size'],
        properties: {
          size: { type: 'integer' },
          provisioningState: { type: 'string', enum: ['Creating', 'Succeeded', 'Failed', 'Deleting'] }
        }
      }
    }
  }
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Volume' } } }
  const responses = { 200: { description: 'The volume.', content } }
  const folder = t.testdir({
    'disk.json': JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Disk', version: '1' },
      paths: {
        '/volumes/{volumeName}': {
          parameters: [{ name: 'volumeName', in: 'path', required: true, schema: { type: 'string' } }],
          get: { operationId: 'getVolume', responses },
          put: { operationId: 'putVolume', requestBody: { content }, responses }
        }
      },
      components: { schemas: { Volume } }
    })
  })
  await init(join(folder, 'disk.json'))
  const standin = await startStandin(t, {
    openapi: [join(folder, 'disk.json')],
    overlays: [join(folder, 'disk.overlay.yaml')]
  })
  const shown = async () => (await standin.send('GET', '/volumes/a')).json()
  const created = await standin.send('PUT', '/volumes/a', { properties: { size: 7 } })
  t.same(created.json(), { name: 'a', properties: { size: 7, provisioningState: 'Creating' } })
  await standin.advance('PT5S')
  t.same(await shown(), { name: 'a', properties: { size: 7, provisioningState: 'Succeeded' } })
  await standin.send('PUT', '/volumes/a', { properties: { size: 8 } })
  t.same(await shown(), { name: 'a', properties: { size: 8, provisioningState: 'Succeeded' } })
  await standin.force('disk.Volume', 'a', 'Deleting')
  t.same(await shown(), { name: 'a', properties: { size: 8, provisioningState: 'Deleting' } })
})

t.test('a file that is there is only replaced with --force, and can be called otherwise', async t => {
  const folder = t.testdir({ 'darkroom.yaml': darkroom, 'darkroom.overlay.yaml': 'mine', elsewhere: {} })
  const document = join(folder, 'darkroom.yaml')

  await t.rejects(init(document), { code: 'STANDIN_FILE_EXISTS' })
  t.equal(readFileSync(join(folder, 'darkroom.overlay.yaml'), 'utf8'), 'mine')
  t.equal((await init(document, { out: join(folder, 'elsewhere', 'it.yaml') })).isWritten, true)
  t.match(readFileSync(join(folder, 'elsewhere', 'it.yaml'), 'utf8'), 'extends: ../darkroom.yaml')
  t.equal((await init(document, { force: true })).isWritten, true)
})

t.test('what does not keep to the contract is left out, with the reason', async t => {
  const impossible = '{ type: object, required: [x], properties: { x: false } }'
  const broken = darkroom.replace(
    "'204': { description: It is gone. }",
    `'200': { description: It is gone., content: { application/json: { schema: ${impossible} } } }`
  )
  const folder = t.testdir({ 'darkroom.yaml': broken })
  const { text } = await init(join(folder, 'darkroom.yaml'))
  t.match(text, /DELETE \/albums\/\{albumId\}: its response would break the contract/)
  t.match(
    readFileSync(join(folder, 'darkroom.overlay.yaml'), 'utf8'),
    /^# - DELETE \/albums\/\{albumId\}: its response would break the contract/m
  )
})

t.test('an operation whose body names the resource by a number is tried with that number', async t => {
  const folder = t.testdir({})
  const { text } = await init(join(EXAMPLES, '3.0/json/petstore.json'), { out: join(folder, 'it.yaml') })
  t.match(text, /Pet, a collection \(\/pet\): create, read, update/)
  t.notMatch(text, /PUT \/pet:/)
})

t.test('where there is nothing to propose, it is said and nothing is written', async t => {
  const folder = t.testdir({
    'ping.yaml': `openapi: 3.1.0
info: { title: Ping, version: "1" }
paths: { /ping: { get: { responses: { "204": { description: Pong. } } } } }
`
  })
  const { isWritten, text } = await init(join(folder, 'ping.yaml'))
  t.equal(isWritten, false)
  t.match(text, /^There is nothing to propose for /)
  t.same(readdirSync(folder), ['ping.yaml'])
})

t.test('the command says what it did, and by its exit code whether it wrote', async t => {
  const folder = t.testdir({
    'darkroom.yaml': darkroom,
    'ping.yaml': 'openapi: 3.1.0\ninfo: { title: Ping, version: "1" }\npaths: {}\n',
    'bad.yaml': 'openapi: ['
  })
  t.match(await runBinary(t, ['init', 'darkroom.yaml'], folder), {
    exitCode: 0,
    stdout: /^Wrote darkroom\.overlay\.yaml:\n/,
    stderr: ''
  })
  t.match(await runBinary(t, ['init', 'darkroom.yaml'], folder), {
    exitCode: 1,
    stderr: /^standin: The file darkroom\.overlay\.yaml already exists/
  })
  const init = (...args: string[]) => runBinary(t, ['init', ...args], folder)
  const [overlay, ping, bad, none] = await Promise.all([
    init('darkroom.overlay.yaml'),
    init('ping.yaml'),
    init('bad.yaml'),
    init()
  ])
  t.match(overlay, { exitCode: 1, stderr: /is an overlay/ })
  t.match(ping, { exitCode: 1, stdout: /nothing to propose/ })
  t.match(bad, { exitCode: 1, stderr: /^standin: bad\.yaml:\d+:\d+ / })
  t.match(none, { exitCode: 2, stderr: /without a document/ })
})

t.test('it proposes for every one of many real documents, or says why not', async t => {
  const folder = t.testdir({})
  const files: string[] = []
  for (const version of ['2.0', '3.0', '3.1']) {
    const names = readdirSync(join(EXAMPLES, version, 'json')).filter(name => name.endsWith('.json'))
    files.push(...names.map(name => join(EXAMPLES, version, 'json', name)))
  }
  const found = new Map<string, string>()
  for (const file of files) {
    const { isWritten, text } = await init(file, { out: join(folder, 'it.yaml'), force: true })
    if (isWritten) found.set(file.slice(EXAMPLES.length + 1), text)
  }
  t.ok(files.length > 50, `${files.length} documents`)
  for (const name of [
    '2.0/json/petstore.json',
    '3.0/json/petstore.json',
    '3.0/json/petstore-expanded.json',
    '3.1/json/petstore.json',
    '3.1/json/train-travel.json'
  ]) t.ok(found.has(name), name)
})
