import t from 'tap'
import { publishPacts } from '../../src/pact/publish-pacts.ts'
import { publishProvider } from '../../src/pact/publish-provider.ts'
import type { Publishing } from '../../src/pact/publishing.ts'
import { startBroker } from './start-broker.ts'

const VERSION: Omit<Publishing, 'url'> = {
  token: undefined,
  basic: undefined,
  version: '1.2.3',
  branch: 'main',
  tags: ['dev'],
  buildUrl: 'https://ci.example/7'
}

const PACT = { consumer: { name: 'web' }, provider: { name: 'Shelf API' }, interactions: [] }
const PACTS = [{ consumer: 'web', provider: 'Shelf API', pact: PACT }]

t.test('pacts are published at once where the index of the broker has a link for that', async t => {
  const { requests, url } = await startBroker(t, {
    links: { 'pb:publish-contracts': '/contracts/publish' },
    token: 'broker-token',
    answer: { status: 200, body: { notices: [{ type: 'success', text: 'Pact published' }] } }
  })
  t.same(await publishPacts(PACTS, { ...VERSION, url, token: 'broker-token' }), ['Pact published'])
  const [{ body, method, url: target } = { body: {}, method: '', url: '' }, ...others] = requests
  t.same(others, [])
  t.same([method, target], ['POST', '/contracts/publish'])
  t.match(body, {
    pacticipantName: 'web',
    pacticipantVersionNumber: '1.2.3',
    branch: 'main',
    tags: ['dev'],
    buildUrl: 'https://ci.example/7',
    contracts: [{
      consumerName: 'web',
      providerName: 'Shelf API',
      specification: 'pact',
      contentType: 'application/json',
      onConflict: 'overwrite'
    }]
  })
  const { contracts: [{ content }] } = body as { contracts: [{ content: string }] }
  t.same(JSON.parse(Buffer.from(content, 'base64').toString()), PACT)
})

t.test('a broker without that link takes each pact by itself, then the branch and the tags', async t => {
  const { requests, url } = await startBroker(t)
  await publishPacts(PACTS, { ...VERSION, url, basic: { username: 'ann', password: 'p' } })
  t.same(requests.map(({ method, url }) => `${method} ${url}`), [
    'PUT /pacts/provider/Shelf%20API/consumer/web/version/1.2.3',
    'PUT /pacticipants/web/branches/main/versions/1.2.3',
    'PUT /pacticipants/web/versions/1.2.3/tags/dev'
  ])
  t.same(requests[0]?.body, PACT)
  t.equal(requests[0]?.authorization, `Basic ${Buffer.from('ann:p').toString('base64')}`)
})

t.test('the links of the index say where each pact goes', async t => {
  const { requests, url } = await startBroker(t, {
    links: {
      'pb:publish-pact': '/own/{provider}/{consumer}/{consumerApplicationVersion}',
      'pb:pacticipant-version-tag': '/own/{pacticipant}/{version}/{tag}'
    }
  })
  await publishPacts(PACTS, { ...VERSION, branch: undefined, url })
  t.same(requests.map(({ url }) => url), ['/own/Shelf%20API/web/1.2.3', '/own/web/1.2.3/dev'])
})

t.test('what a broker says against it is told, and the token is not', async t => {
  const links = { 'pb:publish-contracts': '/contracts/publish' }
  const refusing = await startBroker(t, { links, answer: { status: 409, body: { notices: [{ text: 'It differs' }] } } })
  await t.rejects(publishPacts(PACTS, { ...VERSION, url: refusing.url }), {
    code: 'STANDIN_BROKER_REFUSED',
    message: /409 It differs/
  })
  const closed = await startBroker(t, { token: 'right' })
  const wrong = { ...VERSION, url: closed.url, token: 'wr0ng' }
  const error = await publishPacts(PACTS, wrong).catch((error: Error) => error)
  t.match(error, { code: 'STANDIN_BROKER_REFUSED', message: /401/ })
  t.notMatch(String(error), /wr0ng/)
  await t.rejects(publishPacts(PACTS, { ...VERSION, url: 'http://127.0.0.1:9' }), { code: 'STANDIN_BROKER_REFUSED' })
})

t.test('the contract of a provider is published with how it was verified', async t => {
  const contract = {
    provider: 'Shelf API',
    content: 'openapi: 3.1.1',
    contentType: 'application/yaml',
    verification: { success: false, text: '1 of 2 failed', version: '0.1.0' }
  } as const
  const { requests, url } = await startBroker(t, {
    links: { 'pf:publish-provider-contract': '/provider-contracts/provider/{provider}/publish' },
    answer: { status: 200, body: { notices: [{ text: 'Provider contract published' }] } }
  })
  t.same(await publishProvider(contract, { ...VERSION, url }), ['Provider contract published'])
  t.match(requests, [{
    method: 'POST',
    url: '/provider-contracts/provider/Shelf%20API/publish',
    body: {
      pacticipantVersionNumber: '1.2.3',
      branch: 'main',
      contract: {
        content: Buffer.from('openapi: 3.1.1').toString('base64'),
        contentType: 'application/yaml',
        specification: 'oas',
        selfVerificationResults: {
          success: false,
          content: Buffer.from('1 of 2 failed').toString('base64'),
          contentType: 'text/plain',
          format: 'text',
          verifier: 'standin'
        }
      }
    }
  }])
  const classic = await startBroker(t)
  await publishProvider({ ...contract, verification: undefined }, { ...VERSION, url: classic.url })
  t.match(classic.requests, [{ method: 'PUT', url: '/contracts/provider/Shelf%20API/version/1.2.3' }])
  t.notOk('verificationResults' in (classic.requests[0]?.body as object))
})
