import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import type { Test } from 'tap'
import { startStandin } from '../../src/testing.ts'
import { verifyPacts, withoutTools } from './pact-tools.ts'

/** Starts a stand-in whose callbacks were delivered, and returns the pacts of it. */
async function play (t: Test, spec: '3' | '4' = '4') {
  const receiver = createServer((_request, response) => response.end())
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
  t.teardown(() => receiver.close())
  const hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
  const { server: { url }, world } = await startStandin(t, { openapi: ['test/pact/jobs.yaml'], clock: 'frozen' })
  const headers = { 'x-standin-world': world.name, 'content-type': 'application/json' }
  const send = async (path: string, body?: object) => {
    const response = await fetch(url + path, body && { method: 'POST', headers, body: JSON.stringify(body) })
    return { type: response.headers.get('content-type'), body: await response.json() as Record<string, unknown> }
  }
  await send('/jobs', { url: hook, kind: 'fast' })
  await send('/jobs', { url: hook, kind: 'slow' })
  await send('/__admin/clock/advance', { by: 'PT1H' })
  const callbacks = await fetch(`${url}/__admin/callbacks?state=delivered&wait=PT5S&count=2`, { headers })
  await callbacks.json()
  const answer = await fetch(`${url}/__admin/pact?consumer=web&spec=${spec}`, { headers })
  const { pacts } = await answer.json() as {
    pacts: Array<{ pact: { interactions: Array<Record<string, unknown>> }, messages: number, leftOut: object[] }>
  }
  return { pacts, send, url }
}

t.test('callbacks that were delivered are messages, each form once', async t => {
  const { pacts: [collected] } = await play(t)
  t.equal(collected?.messages, 1)
  t.match(collected?.pact.interactions.at(-1), {
    type: 'Asynchronous/Messages',
    description: 'jobs.addJob/done is sent',
    providerStates: [{ name: 'jobs.Job is done', params: { kind: 'fast' } }],
    contents: { contentType: 'application/json', encoded: false, content: { status: 'done', kind: 'fast' } },
    metadata: { contentType: 'application/json' },
    matchingRules: {
      body: {
        '$.id': { matchers: [{ match: 'regex' }] },
        '$.status': { matchers: [{ match: 'equality' }] }
      }
    }
  })
})

t.test('a pact of version 3 has no messages, and tells so', async t => {
  const { pacts: [collected] } = await play(t, '3')
  t.equal(collected?.messages, 0)
  t.match(collected?.leftOut, [{ why: /version 3/, count: 1 }])
})

t.test('the message of a callback can be asked for', async t => {
  const { send } = await play(t)
  const name = 'jobs.Job is done'
  const params = { JobId: '3fa85f64-5717-4562-b3fc-2c963f66afa6' }
  await send('/__admin/pact/states', { state: name, params })
  const providerStates = [{ name, params }]
  t.match(await send('/__admin/pact/messages', { description: 'jobs.addJob/done is sent', providerStates }), {
    type: /^application\/json/,
    body: { id: '3fa85f64-5717-4562-b3fc-2c963f66afa6', status: 'done' }
  })
  t.match(await send('/__admin/pact/messages', { description: 'jobs.addJob/don is sent' }), {
    body: { code: 'STANDIN_UNKNOWN_PROVIDER_STATE', detail: /did you mean "jobs.addJob\/done"/ }
  })
})

t.test('the verifier of Pact passes each message', { skip: withoutTools }, async t => {
  const { pacts, url } = await play(t)
  const { interactionResults, result } = await verifyPacts(url, t.testdir({}), pacts.map(({ pact }) => pact))
  t.same(interactionResults.map(({ description, result }) => [description, result]), [
    ['addJob responds 201', 'OK'],
    ['jobs.addJob/done is sent', 'OK']
  ])
  t.ok(result)
})
