import { fileURLToPath } from 'node:url'
import t from 'tap'
import type { Test } from 'tap'
import { InvalidOption } from '../../src/errors.ts'
import { REPORT_FORMATS } from '../../src/reports/report-formats.ts'
import type { ServiceOptions } from '../../src/verify/service-options.ts'
import { checkLines, createdLines } from '../../src/verify/service-text.ts'
import { openSession } from '../../src/verify/service-session.ts'
import { verifyJourneys } from '../../src/verify/verify-journeys.ts'
import { verifyService } from '../../src/verify/verify-service.ts'
import { workflowText } from '../../src/verify/verify-text.ts'
import { FakeTime } from './fake-time.ts'
import { startService } from './start-service.ts'
import type { Call, Reply } from './start-service.ts'
import { verifyMews, verifyPrints } from './verify-with.ts'

const SECRET = 'S3CRET-of/this+run'

const INVALID: ReadonlyArray<readonly [name: string, options: Partial<ServiceOptions>]> = [
  ['no URL', { target: 'staging' }],
  ['a URL of another kind', { target: 'file:///etc/passwd' }],
  ['credentials in the URL', { target: `https://me:${encodeURIComponent(SECRET)}@staging.example` }],
  ['a query in the URL', { target: 'https://staging.example?key=1' }],
  ['a variable that is not set', { headers: { Authorization: 'Bearer $TOKEN' } }],
  ['an empty variable', { headers: { Authorization: 'Bearer $TOKEN' }, env: { TOKEN: '' } }],
  ['a secret that is too short', { headers: { Authorization: 'Bearer $TOKEN' }, env: { TOKEN: 'abc' } }],
  ['a variable of the data that is not set', { data: { id: '$ID' } }],
  ['an unknown check', { checks: ['lifecycle' as never] }]
]

for (const [name, options] of INVALID) {
  t.test(`${name} is rejected before anything is sent`, async t => {
    const error: unknown = await openSession({ target: 'https://staging.example', ...options }, new FakeTime())
      .catch((error: unknown) => error)

    t.ok(error instanceof InvalidOption, String(error))
    t.notMatch(String(error), /S3CRET|abc/)
  })
}

/** Sends back what it gets, where the contract has something else. */
function echo ({ headers, text, url }: Call): Reply {
  const all = JSON.stringify([headers, url.href, text])
  const token = /"AccessToken":("[^"]*")/.exec(text)?.[1] ?? 'none'
  return {
    status: 200,
    headers: { 'x-request-id': String(headers.authorization), 'retry-after': String(headers['x-api-key']) },
    body: { Exports: all, Export: { Id: token, Status: String(headers.authorization), [token]: all } }
  }
}

/** Verifies a service, and returns all that is shown of it. */
async function showAll (t: Test, answer: (call: Call) => Reply, options: Partial<ServiceOptions>): Promise<string> {
  const service = await startService(t, answer)
  const verification = await verifyService({ target: service.url, allowWrites: true, ...options }, new FakeTime())
  const shown: string[] = []
  const files = [fileURLToPath(new URL('journeys/mews.arazzo.yaml', import.meta.url))]
  const { report } = await verifyJourneys(
    { files, inputs: { clientToken: SECRET }, options: {}, service: verification },
    result => shown.push(verification.redact(workflowText(result)))
  )
  for (const { write } of Object.values(REPORT_FORMATS)) shown.push(write(report))
  const lines = [...checkLines(verification.checks), ...createdLines(verification.created)]
  shown.push(verification.redact(lines.join('\n')), JSON.stringify(verification.redact(verification.proposals)))
  t.ok(service.calls.length > 0)
  t.ok(JSON.stringify(service.calls).includes(SECRET))
  return shown.join('\n')
}

const env = { SECRET, LONG: `${SECRET}${'x'.repeat(500)}` }

t.test('secrets are in no report, whatever the service sends back', async t => {
  const all = await showAll(t, echo, {
    headers: { Authorization: 'Bearer $LONG', 'X-Api-Key': '$SECRET' },
    data: { accessToken: '$SECRET' },
    env
  })

  t.match(all, 'failed')
  t.match(all, '***')
  t.notMatch(all, /S3CRET/i)
  t.notMatch(all, Buffer.from(SECRET).toString('base64').slice(0, 8))
})

t.test('secrets are in no report where the service fails by them', async t => {
  const fail = ({ text }: Call): Reply => ({ status: 500, body: text, headers: { 'content-type': 'text/plain' } })
  const all = await showAll(t, fail, { data: { accessToken: '$SECRET' }, env })

  t.notMatch(all, /S3CRET/i)
})

t.test('a dry run does not show secrets', async t => {
  const told: string[] = []
  await verifyPrints(t, {}, { env: { STANDIN_AUTH_KEY: SECRET }, onDryRequest: text => told.push(text) })
  await verifyMews(t, {}, { data: { accessToken: '$SECRET' }, env, onDryRequest: text => told.push(text) })

  t.ok(told.length > 4)
  t.notMatch(told.join('\n'), /S3CRET/i)
})

t.test('the credentials of security schemes are sent to the service, and to no other host', async t => {
  const { service } = await verifyPrints(t, { key: SECRET }, { env: { STANDIN_AUTH_KEY: SECRET } })
  const deletion = service.calls.find(({ method }) => method === 'DELETE')

  t.equal(deletion?.headers['x-api-key'], SECRET)
})
