import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import t from 'tap'
import { pathOf } from '../path-of.ts'
import { freshWorld, startStandin } from '../start-standin.ts'
import { CREDENTIALS, GET_ALL, addExport, getExports, succeededExport } from './mews-exports.ts'
import type { ShownExport } from './mews-exports.ts'

t.test('each file is JSON Lines of its entity type, exactly as long as it is said to be', async t => {
  const standin = await freshWorld(t)
  for (const EntityType of ['OrderItem', 'Payment', 'Reservation', 'Customer', 'Company']) {
    const { Files } = await succeededExport(standin, EntityType)
    for (const { SizeInBytes, Url } of Files) {
      const file = await standin.send('GET', pathOf(Url))
      const rows = file.body.trimEnd().split('\n').map(line => JSON.parse(line))

      t.equal(file.statusCode, 200)
      t.match(file.headers['content-type'], /^application\/x-ndjson/)
      t.equal(file.headers['content-length'], String(SizeInBytes))
      t.equal(file.rawPayload.length, SizeInBytes)
      t.ok(file.body.endsWith('\n'))
      t.equal(
        new Set(rows.map(({ Id }) => Id)).size,
        rows.length,
        `${rows.length} rows of ${EntityType}, ${SizeInBytes} bytes, each with an id of its own`
      )
    }
  }
})

t.test('a file has the same bytes at every download, and the two files of an export differ', async t => {
  const standin = await freshWorld(t)
  const { Files: [first, second] } = await succeededExport(standin)
  const download = async (url = '') => (await standin.send('GET', pathOf(url))).rawPayload

  t.ok((await download(first?.Url)).equals(await download(first?.Url)))
  t.notOk((await download(first?.Url)).equals(await download(second?.Url)))
})

t.test('the same run on another server gives the same files', async t => {
  const [one, other] = await Promise.all([1, 2].map(async () => {
    const standin = await startStandin(t, { seed: 7 })
    const { Id, Files } = await succeededExport(standin)
    return { Id, body: (await standin.send('GET', pathOf(Files[0]?.Url))).body }
  }))
  t.same(one, other)
})

t.test('a wrong signature is refused, a missing one too', async t => {
  const standin = await freshWorld(t)
  const { Files: [first, second] } = await succeededExport(standin)
  const url = pathOf(first?.Url)
  const wrong = [
    url.replace(/signature=.*/, 'signature=wrong'),
    url.replace(/\?.*/, ''),
    url.replace(/\?.*/, new URL(second?.Url ?? '').search),
    url.replace(/signature=(.)/, (_, letter) => `signature=${letter === 'a' ? 'b' : 'a'}`)
  ]

  for (const path of wrong) {
    const refused = await standin.send('GET', path)
    t.equal(refused.statusCode, 403, path)
    t.match(refused.json(), { code: 'STANDIN_FILE_SIGNATURE_WRONG' })
  }
  t.equal((await standin.send('GET', url)).statusCode, 200)
})

t.test('what does not exist is not found', async t => {
  const standin = await freshWorld(t)
  const { Id, Files: [first] } = await succeededExport(standin)
  const url = pathOf(first?.Url)

  for (const path of [
    url.replace('-1.jsonl', '-3.jsonl'),
    url.replace(`/${Id}/`, '/11111111-2222-4333-8444-555555555555/'),
    url.replace('mews.Export', 'mews.Import'),
    url.replace('mews.', 'news.')
  ]) {
    const refused = await standin.send('GET', path)
    t.equal(refused.statusCode, 404, path)
    t.match(refused.json(), { code: 'STANDIN_FILE_NOT_FOUND' })
  }
})

t.test('an expired export can no longer be downloaded, nor one that is not ready', async t => {
  const standin = await freshWorld(t)
  const { Id, Files: [first] } = await succeededExport(standin)
  const url = pathOf(first?.Url)

  for (const status of ['Pending', 'Processing', 'Failed', 'Expired']) {
    await standin.force('mews.Export', Id, status)
    const refused = await standin.send('GET', url)
    t.equal(refused.statusCode, 403, status)
    t.match(refused.json(), { code: 'STANDIN_FILE_NOT_AVAILABLE', detail: status })
  }
  await standin.force('mews.Export', Id, 'Success')
  t.equal((await standin.send('GET', url)).statusCode, 200)
  await standin.advance('P7D')
  t.equal((await standin.send('GET', url)).statusCode, 403)
})

t.test('a URL leads back to the world that gave it out, by prefix, and to no other', async t => {
  const standin = await startStandin(t)
  const elsewhere = await standin.world('elsewhere')
  const { Files: [byHeader] } = await succeededExport(elsewhere)
  const { Exports: [byPrefix] } = (await standin.send('POST', `/~elsewhere${GET_ALL}`, {
    ...CREDENTIALS,
    ExportIds: [idIn(byHeader?.Url)]
  })).json()

  t.match(pathOf(byHeader?.Url), /^\/~elsewhere\//)
  t.equal(byPrefix.Files[0].Url, byHeader?.Url)
  t.equal((await standin.send('GET', pathOf(byHeader?.Url))).statusCode, 200)
  t.equal((await standin.send('GET', pathOf(byHeader?.Url).replace('/~elsewhere', ''))).statusCode, 404)
})

t.test('the base of a URL is the one that the client used', async t => {
  const standin = await freshWorld(t)
  const { Id } = await succeededExport(standin)
  const shown = await standin.send('POST', GET_ALL, { ...CREDENTIALS, ExportIds: [Id] }, {
    host: 'standin.example:8080'
  })

  t.match(shown.json().Exports[0].Files[0].Url, /^http:\/\/standin\.example:8080\//)
})

t.test('a file of 200 MB is sent without being held in memory', async t => {
  const standin = await freshWorld(t)
  const base = await standin.app.listen({ port: 0, host: '127.0.0.1' })
  const small = await exportWithRepeat(1)
  const large = await exportWithRepeat(Math.ceil(200_000_000 / (small.Files[0]?.SizeInBytes ?? 1)))
  const size = large.Files[0]?.SizeInBytes ?? 0
  t.ok(size >= 200_000_000)

  const sending = once(standin.app.server, 'request')
  const response = await fetch(base + pathOf(large.Files[0]?.Url))
  const [, sent]: ServerResponse[] = await sending
  let received = 0
  let held = 0
  for await (const chunk of response.body ?? []) {
    received += chunk.length
    held = Math.max(held, sent?.writableLength ?? Infinity)
  }

  t.equal(received, size)
  t.ok(held < 1_000_000, `at most ${held} bytes were held while ${received} were sent`)

  async function exportWithRepeat (repeat: number): Promise<ShownExport> {
    await standin.settings({ resources: { 'mews.Export': { files: { count: 1, repeat } } } })
    return await succeededExport(standin)
  }
})

t.test('a pending export has no files, and neither has a failed one', async t => {
  const standin = await freshWorld(t)
  const { Id, Files } = await addExport(standin)
  await standin.force('mews.Export', Id, 'Failed')

  t.same(Files, [])
  t.match(await getExports(standin, Id), [{ Status: 'Failed', Files: [] }])
})

function idIn (url = ''): string {
  return new URL(url).pathname.split('/').at(-2) ?? ''
}
