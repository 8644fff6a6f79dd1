import t from 'tap'
import { startStandin } from '../../src/testing.ts'
import { fetchIn, noBrowser, openPage, servePage } from '../open-browser.ts'

const CREDENTIALS = { Client: 'test', AccessToken: 'access', ClientToken: 'client' }
const JSON_BODY = {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-of-the-page': '1' },
  body: JSON.stringify({ ...CREDENTIALS, EntityType: 'OrderItem' })
}

t.test('a page of another port sends its cookies and reads the headers', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  const page = await openPage(t, await servePage(t))
  await world.stub({
    operation: 'mews.addExport',
    reply: { status: 403, headers: { 'Set-Cookie': 'sid=of-the-stub', 'X-Left': '7' }, body: { Message: 'Wait' } },
    times: 1
  })

  const add = `${url}/api/connector/v1/exports/add`
  const first = await fetchIn(page, add, { ...JSON_BODY, credentials: 'include' })
  t.match(first, { status: 403, text: '{"Message":"Wait"}', headers: { 'x-left': '7', date: String } })
  const second = await fetchIn(page, add, { ...JSON_BODY, credentials: 'include' })
  t.match(second, { status: 200, text: /"Pending"/ })
  const third = await fetchIn(page, add, { ...JSON_BODY, credentials: 'omit' })
  t.match(third, { status: 400 }, 'the same export already runs')

  const cookies = (await world.requests()).map(({ request }) => request.headers.cookie)
  t.match(cookies, [undefined, String, undefined], 'the cookie that was set came back')
})

for (const [cors, credentials, isRead] of [
  ['*', 'omit', true],
  ['*', 'include', false],
  ['off', 'omit', false],
  [['https://elsewhere.example'], 'include', false]
] as const) {
  const outcome = isRead ? 'reads' : 'reads nothing'
  const title = `with ${JSON.stringify(cors)}, a page that would ${credentials} its cookies ${outcome}`
  t.test(title, { skip: noBrowser }, async t => {
    const { url } = await startStandin(t, { cors })
    const page = await openPage(t, await servePage(t))
    const read = await fetchIn(page, `${url}/api/connector/v1/exports/add`, { ...JSON_BODY, credentials })
    t.match(read, isRead ? { status: 200 } : { failed: /Failed to fetch/ })
  })
}
