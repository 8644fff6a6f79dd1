import t from 'tap'
import { freshWorld, START, startStandin } from '../start-standin.ts'
import { ADD, CREDENTIALS, GET_ALL, addExport, getExports, tryToAdd } from './mews-exports.ts'
import { readSample } from './read-sample.ts'

const UNKNOWN = '11111111-2222-4333-8444-555555555555'
/** The document prints no headers. */
const JSON_HEADERS = { 'content-type': 'application/json' }

t.test('the sample of getAll is answered with its four exports as they are printed', async t => {
  // A week before the first of them expires.
  const standin = await startStandin(t, { startsAt: '2023-10-19T11:42:28Z' })
  const { method, url, body, answers: [printed] } = readSample('mews-get-all')
  const [success, pending, processing, expired] = JSON.parse(printed?.body ?? '').Exports
  await seedPrinted(success)
  await standin.admin('POST', '/clock/advance', { to: expired.ExpiresUtc })
  for (const shown of [expired, pending, processing]) await seedPrinted(shown)

  const answer = await standin.send(method, url, body, JSON_HEADERS)
  const [shown, ...others] = answer.json().Exports
  t.equal(answer.statusCode, 200)
  t.same(others, [pending, processing, expired], 'those without files are printed so, member by member')
  t.same({ ...shown, Files: [] }, { ...success, Files: [] })
  t.equal(shown.Files.length, success.Files.length)
  for (const [index, file] of shown.Files.entries()) {
    t.same(Object.keys(file), ['Url', 'SizeInBytes'])
    t.match(
      file.Url,
      new RegExp(`^http://[^/]+/.*/${shown.Id}-${index + 1}\\.jsonl\\?signature=`),
      `its name is that of ${success.Files[index].Url}`
    )
    t.ok(Number.isInteger(file.SizeInBytes) && file.SizeInBytes > 0)
  }
  t.comment(
    'getAll: four exports in Success, Pending, Processing and Expired, all as printed but for addresses and sizes'
  )

  async function seedPrinted ({ Id, Status, EntityType }: { Id: string, Status: string, EntityType: string }) {
    await standin.seed('mews.Export', Id, { status: Status, members: { EntityType } })
  }
})

t.test('the sample of add is answered with a pending export, in the form of the pending one in getAll', async t => {
  const { send } = await freshWorld(t)
  const { method, url, body, answers: [printed] } = readSample('mews-add')
  const answer = await send(method, url, body, JSON_HEADERS)
  const { Export: shown, ...rest } = answer.json()
  const { Id, Files, ExpiresUtc, ...same } = JSON.parse(printed?.body ?? '').Export

  t.equal(answer.statusCode, 200)
  t.same(rest, {})
  t.match(shown.Id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, `it has the form of ${Id}`)
  t.same(shown, { ...same, Id: shown.Id, Files: [], ExpiresUtc: null }, 'Status and EntityType are as printed')
  t.same(
    (await send(method, url, body, { ...JSON_HEADERS, prefer: 'example=printed' })).json(),
    JSON.parse(printed?.body ?? ''),
    'the printed answer can be had to the letter'
  )
})

t.test('a second export of an entity type is refused while the first is pending or processing', async t => {
  const standin = await freshWorld(t)
  const first = await addExport(standin)
  const whilePending = await tryToAdd(standin)
  await standin.advance('PT2S')
  const whileProcessing = await tryToAdd(standin)
  await standin.advance('PT5S')
  const afterwards = await tryToAdd(standin)

  t.equal(whilePending.statusCode, 400)
  t.match(whilePending.json(), { Message: 'An export of OrderItem is already Pending.', Details: first.Id })
  t.equal(whileProcessing.statusCode, 400)
  t.match(whileProcessing.json(), { Message: 'An export of OrderItem is already Processing.' })
  t.equal(afterwards.statusCode, 200)
  t.not(afterwards.json().Export.Id, first.Id)
})

t.test('exports count per entity type and per access token', async t => {
  const standin = await freshWorld(t)
  for (const EntityType of ['OrderItem', 'Payment', 'Reservation', 'Customer', 'Company']) {
    t.equal((await tryToAdd(standin, EntityType)).statusCode, 200, EntityType)
  }

  t.equal((await tryToAdd(standin, 'Payment', { AccessToken: 'another' })).statusCode, 200)
  t.equal((await tryToAdd(standin, 'Payment', { AccessToken: 'another' })).statusCode, 400)
  t.equal((await tryToAdd(standin, 'Payment', { ClientToken: 'another' })).statusCode, 400)
})

t.test('a failed export makes room for the next as well', async t => {
  const standin = await freshWorld(t)
  await standin.settings({ resources: { 'mews.Export': { lifecycle: 'failure' } } })
  const { Id } = await addExport(standin)
  await standin.advance('PT7S')

  t.match(await getExports(standin, Id), [{ Status: 'Failed', Files: [], ExpiresUtc: null }])
  t.equal((await tryToAdd(standin)).statusCode, 200)
})

t.test('exports come in the order of the question, each once, and unknown ids are left out', async t => {
  const standin = await freshWorld(t)
  const first = await addExport(standin, 'Payment')
  const second = await addExport(standin, 'Customer')

  t.same((await getExports(standin, second.Id, UNKNOWN, first.Id, second.Id)).map(({ Id }) => Id), [
    second.Id,
    first.Id
  ])
  t.same(await getExports(standin, UNKNOWN), [])
})

t.test('another world does not see an export, nor is it in its way', async t => {
  const standin = await freshWorld(t)
  const elsewhere = await standin.world('elsewhere')
  const { Id } = await addExport(standin)

  t.same(await getExports(elsewhere, Id), [])
  t.equal((await tryToAdd(elsewhere)).statusCode, 200)
  t.equal((await getExports(standin, Id)).length, 1)
})

t.test('there is no rate limit until a world turns it on', async t => {
  const standin = await freshWorld(t)
  for (let sent = 0; sent < 250; sent++) await getExports(standin, UNKNOWN)

  t.equal((await standin.send('POST', GET_ALL, { ...CREDENTIALS, ExportIds: [UNKNOWN] })).statusCode, 200)
})

t.test('past the rate limit the answer is 429, with a Retry-After that is true by the clock', async t => {
  const standin = await freshWorld(t)
  await standin.settings({ limits: { 'mews.requests': { enabled: true } } })
  const ask = (more: object = {}) => standin.send('POST', GET_ALL, { ...CREDENTIALS, ExportIds: [UNKNOWN], ...more })
  for (let sent = 0; sent < 200; sent++) await ask()

  const refused = await ask()
  t.equal(refused.statusCode, 429)
  t.equal(refused.headers['retry-after'], '30')
  t.match(refused.json(), { Message: /AccessToken/, Details: /200 requests .* 30 s/ })
  t.equal((await ask({ AccessToken: 'another' })).statusCode, 200, 'another token is not limited by it')
  t.equal((await tryToAdd(standin)).statusCode, 429, 'the limit is that of the API, not of the operation')
  t.equal((await standin.send('POST', ADD, CREDENTIALS)).statusCode, 429, 'it goes before the contract')

  await standin.advance('PT29S')
  t.equal((await ask()).headers['retry-after'], '1')
  await standin.advance('PT1S')
  t.equal((await ask()).statusCode, 200)
})

t.test('a request that breaks the contract counts as well', async t => {
  const standin = await freshWorld(t)
  await standin.settings({ limits: { 'mews.requests': { enabled: true, max: 2, per: 'PT1M' } } })

  t.equal((await standin.send('POST', ADD, CREDENTIALS)).statusCode, 400)
  t.equal((await tryToAdd(standin)).statusCode, 200)
  t.equal((await tryToAdd(standin, 'Payment')).headers['retry-after'], '60')
})

t.test('any token is accepted until a world lists those that are', async t => {
  const standin = await freshWorld(t)
  await standin.settings({ credentials: { 'mews.AccessToken': [CREDENTIALS.AccessToken] } })
  const refused = await tryToAdd(standin, 'OrderItem', { AccessToken: 'unknown' })

  t.equal(refused.statusCode, 401)
  t.match(refused.json(), { Message: 'The AccessToken or the ClientToken is not accepted.' })
  t.equal((await tryToAdd(standin)).statusCode, 200)
})

t.test('the expiry is a week after the success, and stays when the export has expired', async t => {
  const standin = await freshWorld(t)
  const { Id } = await addExport(standin)
  await standin.advance('PT7S')
  const [success] = await getExports(standin, Id)
  await standin.advance('P7D')
  const [expired] = await getExports(standin, Id)

  t.match(success, { Status: 'Success', ExpiresUtc: '2026-01-08T00:00:07Z' }, `${START}, seven seconds and seven days`)
  t.same(expired, { ...success, Status: 'Expired', Files: [] })
})

t.test('other paths and methods are refused in the form of the other errors', async t => {
  const { send } = await freshWorld(t)
  const wrongPath = await send('POST', '/api/connector/v1/exports/remove', CREDENTIALS)
  const wrongMethod = await send('GET', ADD)

  t.equal(wrongPath.statusCode, 404)
  t.match(wrongPath.json(), { Message: /remove/, RequestId: /^[0-9a-f-]{36}$/ })
  t.equal(wrongMethod.statusCode, 405)
  t.equal(wrongMethod.headers.allow, 'POST')
  t.match(wrongMethod.json(), { Message: /GET/ })
})
