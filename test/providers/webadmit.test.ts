import t from 'tap'
import { pathOf } from '../path-of.ts'
import { freshWorld, startStandin } from '../start-standin.ts'
import { readSample } from './read-sample.ts'
import { KEY, LIST_PATH, RUN_PATH, get, runExport, startedFile } from './webadmit-exports.ts'

const SAMPLE = readSample('webadmit-run-export')
const [CREATED, NOT_FOUND, UNAUTHORIZED] = SAMPLE.answers
const URL_WITH_IDS = SAMPLE.url.replace('https://api.webadmit.org', '').replace(':user_identity_id', '37442').replace(
  ':export_id',
  '56791'
)

t.test('the sample of the document, with its two ids filled in, is answered as printed', async t => {
  const { send } = await startStandin(t)
  const answer = await send(SAMPLE.method, URL_WITH_IDS, SAMPLE.body, { ...SAMPLE.headers, host: 'api.webadmit.org' })
  const { href, export_files: [file, ...others], ...rest } = answer.json()
  const printed = JSON.parse(CREATED?.body ?? '')

  t.equal(answer.statusCode, CREATED?.status)
  t.same([rest, others], [{}, []])
  t.equal(href, printed.href)
  t.same(Object.keys(file), Object.keys(printed.export_files[0]), 'the members are the printed ones, in their order')
  t.equal(file.id, printed.export_files[0].id, 'ids count up from the printed one')
  // The document prints three ids for one export, and a run that has ended before it began.
  t.same(file, {
    id: 74780,
    href: '/api/v1/exports/56791/export_files/74780',
    export_id: 56791,
    status: 'initializing'
  })
  t.comment(`${SAMPLE.method} ${URL_WITH_IDS}: 201 ${answer.body}`)
})

t.test('the printed answer can be had to the letter', async t => {
  const { send } = await freshWorld(t)
  const answer = await send(SAMPLE.method, URL_WITH_IDS, SAMPLE.body, { ...SAMPLE.headers, prefer: 'example=printed' })

  t.same(answer.json(), JSON.parse(CREATED?.body ?? ''))
})

t.test('without a key the answer is 401 with an empty body', async t => {
  const { send } = await freshWorld(t)
  for (const [method, url] of [
    ['POST', RUN_PATH],
    ['GET', LIST_PATH],
    ['GET', '/api/v1/exports/1/export_files/1']
  ] as const) {
    for (const headers of [{}, { 'x-api-key': '' }] as Array<Record<string, string>>) {
      const answer = await send(method, url, undefined, headers)
      t.equal(answer.statusCode, UNAUTHORIZED?.status)
      t.equal(answer.body, '')
      t.equal(answer.headers['content-type'], undefined)
    }
  }
})

t.test('a world says which keys are accepted', async t => {
  const standin = await freshWorld(t)
  await standin.settings({ credentials: { 'webadmit.apiKey': ['the only one'] } })

  t.equal((await runExport(standin)).statusCode, 401)
  t.equal((await standin.send('POST', RUN_PATH, undefined, { 'x-api-key': 'the only one' })).statusCode, 201)
})

t.test('what does not exist is not found, in the printed words', async t => {
  const standin = await freshWorld(t)
  await standin.admin('DELETE', '/resources/webadmit.Export/99')
  const { export_id: exportId, id } = await startedFile(standin)
  const missing = [
    await runExport(standin, undefined, RUN_PATH.replace('37442', '0')),
    await runExport(standin, undefined, RUN_PATH.replace('56791', '0')),
    await runExport(standin, undefined, RUN_PATH.replace('56791', '99')),
    await get(standin, LIST_PATH.replace('37442', '0')),
    await get(standin, `/api/v1/exports/${exportId}/export_files/1`),
    await get(standin, `/api/v1/exports/1/export_files/${id}`),
    await get(standin, '/api/v1/exports'),
    await get(standin, '/api/v1/user_identities/37442')
  ]

  for (const answer of missing) {
    t.equal(answer.statusCode, NOT_FOUND?.status)
    t.same(answer.json(), JSON.parse(NOT_FOUND?.body ?? ''))
  }
})

t.test('while an export runs its id is given again, and a new one afterwards', async t => {
  const standin = await freshWorld(t)
  const ids = []
  for (const by of ['PT0S', 'PT1S', 'PT1S', 'PT4.999S', 'PT0.001S', 'PT7S']) {
    await standin.advance(by)
    const { id, status } = await startedFile(standin)
    ids.push([id, status])
  }

  t.same(ids, [
    [74780, 'initializing'],
    [74780, 'queued'],
    [74780, 'in_progress'],
    [74780, 'in_progress'],
    [74781, 'initializing'],
    [74782, 'initializing']
  ])
})

t.test('runs count per identity and export', async t => {
  const standin = await freshWorld(t)
  const paths = [RUN_PATH, RUN_PATH.replace('37442', '1'), RUN_PATH.replace('56791', '2'), RUN_PATH]
  const ids = []
  for (const path of paths) ids.push((await runExport(standin, undefined, path)).json().export_files[0].id)

  t.same(ids, [74780, 74781, 74782, 74780])
})

t.test('a run is watched by its href until there is something to download', async t => {
  const standin = await freshWorld(t)
  const { href, id } = await startedFile(standin)
  t.same((await get(standin, href)).json(), { export_files: { id, href, export_id: 56791, status: 'initializing' } })

  await standin.advance('PT7S')
  const { export_files: file } = (await get(standin, href)).json()
  t.match(file, { id, href, export_id: 56791, status: 'available' })
  const download = await standin.send('GET', pathOf(file.download_url))
  t.equal(download.statusCode, 200)
  t.match(download.headers['content-type'], /^text\/csv/)
  t.equal(download.headers['content-length'], String(download.rawPayload.length))
  t.match(download.body, /^cas_id,.*\n\d+,/)
})

t.test('a download_url works for 30 s by the clock, and asking again renews it', async t => {
  const standin = await freshWorld(t)
  const { href } = await startedFile(standin)
  await standin.advance('PT7S')
  const urlNow = async () => pathOf((await get(standin, href)).json().export_files.download_url)
  const first = await urlNow()
  await standin.advance('PT29.999S')
  t.equal((await standin.send('GET', first)).statusCode, 200)
  await standin.advance('PT0.001S')
  const tooLate = await standin.send('GET', first)

  t.equal(tooLate.statusCode, 403)
  t.match(tooLate.json(), { code: 'STANDIN_FILE_NOT_AVAILABLE' })
  t.equal((await standin.send('GET', await urlNow())).statusCode, 200)
  t.equal(
    (await standin.send('GET', first.replace(/expires=\d+/, 'expires=9999999999999'))).statusCode,
    403,
    'the end is signed as well'
  )
})

t.test('the list has every run of the identity, the earliest first', async t => {
  const standin = await startStandin(t)
  t.same((await get(standin, LIST_PATH)).json(), { href: LIST_PATH, export_files: [] })
  const first = await startedFile(standin)
  await standin.advance('PT7S')
  const second = await startedFile(standin)
  await runExport(standin, undefined, RUN_PATH.replace('37442', '1'))

  t.same((await get(standin, LIST_PATH)).json(), {
    href: LIST_PATH,
    export_files: [{ ...first, status: 'available' }, second]
  })
})

t.test('hrefs lead back to the world that gave them, whether it was named by header or by prefix', async t => {
  const standin = await startStandin(t)
  const elsewhere = await standin.world('elsewhere')
  const byHeader = await startedFile(elsewhere)
  const byPrefix = (await standin.send('POST', `/~elsewhere${RUN_PATH}`, undefined, KEY)).json()

  t.match(byHeader.href, /^\/~elsewhere\/api\/v1\/exports\//)
  t.same(byPrefix, { href: `/~elsewhere${RUN_PATH}`, export_files: [byHeader] }, 'it is the same world')
  const list = (await get(standin, `/~elsewhere${LIST_PATH}`)).json()
  t.equal(list.href, `/~elsewhere${LIST_PATH}`)
  // A client may have the prefix in its base URL and join it with a path that has it too.
  for (const path of [byHeader.href, `/~elsewhere${byHeader.href}`, list.export_files[0].href, list.href]) {
    t.equal((await get(standin, path)).statusCode, 200, path)
  }
  t.equal((await get(standin, byHeader.href.replace('/~elsewhere', ''))).statusCode, 404)

  await elsewhere.advance('PT7S')
  const { export_files: { download_url: url } } = (await get(standin, byHeader.href)).json()
  t.match(pathOf(url), /^\/~elsewhere\/__files\//)
  t.equal((await standin.send('GET', pathOf(url))).statusCode, 200)
})
