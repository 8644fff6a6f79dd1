import t from 'tap'
import type { Test } from 'tap'
import { startStandin } from '../src/testing.ts'
import { harEntry, harText } from './har/har-text.ts'

const ADD = 'https://api.example/connector/api/connector/v1/exports/add'
const BODY = { ClientToken: 'c', AccessToken: 'a', Client: 'x' }

function added (EntityType: string, Id: string): object {
  const text = JSON.stringify({ Export: { Id, EntityType, Status: 'Pending', Files: [], ExpiresUtc: null } })
  return harEntry({
    request: {
      method: 'POST',
      url: ADD,
      postData: { mimeType: 'application/json', text: JSON.stringify({ ...BODY, EntityType }) }
    },
    response: { content: { size: 1, mimeType: 'application/json', text } }
  })
}

async function add (url: string, EntityType: string): Promise<string> {
  const response = await fetch(`${url}/api/connector/v1/exports/add`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...BODY, AccessToken: 'another', EntityType })
  })
  const { Export } = await response.json() as { Export: { Id: string } }
  return Export.Id
}

async function start (t: Test, files: Readonly<Record<string, string>>) {
  const folder = t.testdir(files)
  return await startStandin(t, { replay: Object.keys(files).map(file => `${folder}/${file}`) })
}

t.test('every new world answers as it was recorded, on its own', async t => {
  const { server, url, world } = await start(t, {
    'a b.har': harText(added('Payment', '1'), added('Payment', '2'), added('Customer', '3'))
  })
  t.same([await add(url, 'Payment'), await add(url, 'Payment'), await add(url, 'Payment')], ['1', '2', '2'])
  t.equal(await add(url, 'Customer'), '3')
  const other = await server.world()
  t.equal(await add(other.url, 'Payment'), '1')

  t.match(await world.requests({ limit: 1 }), [{ source: 'stub' }])
  t.match(await world.verification(), { unusedStubs: [] }, 'nobody has written the stubs')
  const { running } = await world.scenarios.list()
  t.match(running.map(({ name }) => name), ['replay/a-b'])
  await world.scenarios.stop()
  t.not(await add(url, 'Customer'), '3')
  await world.start('replay/a-b')
  t.equal(await add(url, 'Payment'), '1')
})

t.test('an entity that was not recorded gets the answers of the path', async t => {
  const { url } = await start(t, { 'a.har': harText(added('Payment', '1'), added('Customer', '2')) })
  t.same([await add(url, 'Company'), await add(url, 'Company')], ['1', '2'])
})

t.test('several recordings are scenarios with names of their own', async t => {
  const { world } = await start(t, {
    'a.har': harText(added('Payment', '1')),
    'a.json': harText(added('Customer', '2'))
  })
  const { running } = await world.scenarios.list()
  t.same(running.map(({ name }) => name), ['replay/a', 'replay/a-2'])
})

t.test('an answer that breaks the contract is sent, and the journal says so', async t => {
  const text = '{"Export":7}'
  const broken = harEntry({
    request: { method: 'POST', url: ADD },
    response: { content: { size: 1, mimeType: 'application/json', text } }
  })
  const { url, world } = await start(t, { 'a.har': harText(broken) })
  await add(url, 'Payment')
  t.match(await world.requests(), [{ response: { violations: [{ pointer: '/Export' }] } }])
})

for (const [why, text, message] of [
  ['is no HAR', '{}', /a\.har cannot be read: it must be an object with the member "log"/],
  ['has no exchange', harText(), /it has no exchange over HTTP to replay/],
  ['is of another service', harText(harEntry()), /none of its requests matches an operation.*api\.example\/orders/]
] as const) {
  t.test(`the server does not start with a file that ${why}`, async t => {
    await t.rejects(start(t, { 'a.har': text }), { code: 'STANDIN_INVALID_HAR', message })
  })
}
