import type { LightMyRequestResponse } from 'fastify'
import t from 'tap'
import { delaysDuring } from '../delays-during.ts'
import { listen } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'
import { startedWith, startScenario } from './start-scenario.ts'

const CLAIMS = '/api/v2/exports/export_claims'
const RESPONSES = '/api/v2/exports/export_responses'

function command (data: object): object {
  return { uuid: crypto.randomUUID(), command: 'Export', data: { external_system_id: 1, ...data } }
}

function exportClaims ({ send }: Standin, ...claims: number[]): Promise<LightMyRequestResponse> {
  return send('POST', CLAIMS, command({ claim_ids: claims }))
}

function exportResponses ({ send }: Standin, ...responses: number[]): Promise<LightMyRequestResponse> {
  return send('POST', RESPONSES, command({ response_ids: responses }))
}

t.test('et/success: commands are accepted, and what ran before is gone', async t => {
  const standin = await startedWith(t, 'et/failure')
  await startScenario(standin, 'et/success')
  t.equal((await exportClaims(standin, 47, 48)).statusCode, 202)
  t.equal((await exportResponses(standin, 19, 20)).statusCode, 202)
})

t.test('et/slow: answers take so long', async t => {
  const standin = await startedWith(t, 'et/slow', { delay: 'PT0.2S' })
  const delays = await delaysDuring(async () => {
    t.equal((await exportClaims(standin, 47)).statusCode, 202)
  })
  t.ok(delays.includes(200))
})

t.test('et/failure: the external system is not there', async t => {
  const standin = await startedWith(t, 'et/failure')
  t.match((await exportClaims(standin, 47)).json(), {
    status: 'not_accepted',
    errors: [{ code: 'external_system_not_found' }]
  })
  t.match((await exportResponses(standin, 19)).json(), {
    status: 'not_accepted',
    errors: [{ code: 'external_system_not_found' }]
  })
})

t.test('et/unknown-ids: what is not there is told, until the scenario ends', async t => {
  const standin = await startedWith(t, 'et/unknown-ids', { claimId: 50 })
  t.match((await exportClaims(standin, 48, 50)).json().errors, [
    { code: 'claim_not_found', title: 'A claim with an id of 50 was not found' }
  ])
  t.match((await exportResponses(standin, 19, 20)).json().errors, [
    { code: 'response_not_found', title: 'A response with an id of 20 was not found' }
  ])
  await standin.admin('POST', '/scenarios/stop')
  t.equal((await exportClaims(standin, 48, 50)).statusCode, 202)
})

t.test('et/server-error: a client that sends its command again is served', async t => {
  const { app, name } = await startedWith(t, 'et/server-error')
  const headers = { 'x-standin-world': name }
  const payload = command({ claim_ids: [47] })
  const send = () => app.inject({ method: 'POST', url: CLAIMS, headers, payload })
  t.match(await send(), { statusCode: 503, headers: { 'retry-after': '1' } })
  t.equal((await send()).statusCode, 202)
})

t.test('et/connection-faults: a client that sends its command again is served', async t => {
  const standin = await startedWith(t, 'et/connection-faults', { fault: 'wrong-content-length' })
  const url = await listen(standin)
  const send = async () => (await fetch(url + CLAIMS, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(command({ claim_ids: [47] }))
  })).json()
  await t.rejects(send())
  t.match(await send(), { status: 'accepted' })
})
