import t from 'tap'
import type { Test } from 'tap'
import { createJsonLog } from '../../src/console/json-log.ts'
import { createPaint } from '../../src/console/paint.ts'
import { createTextLog } from '../../src/console/text-log.ts'
import { createStandin } from '../../src/index.ts'
import { World } from '../../src/worlds/world.ts'
import { exchangeOf } from '../console/exchange-of.ts'
import { startReceiver } from '../providers/start-receiver.ts'
import { RUN_PATH } from '../providers/webadmit-exports.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const SPAN = '00f067aa0ba902b7'
const TRACED = { traceparent: `00-${TRACE}-${SPAN}-01`, tracestate: 'congo=t61' }

/** Runs a job that calls back until the receiver accepts it, and returns what that has received. */
async function callBack (t: Test, headers: Record<string, string>) {
  const app = await createStandin({ clock: 'frozen', startsAt: '2026-01-01T00:00:00Z' })
  t.teardown(() => app.close())
  const { received, url } = await startReceiver(t, 500)
  await app.inject({
    method: 'POST',
    url: `${RUN_PATH}?callback=${encodeURIComponent(url)}`,
    headers: { 'x-api-key': 'any-key', ...headers }
  })
  await app.inject({ method: 'POST', url: '/__admin/clock/advance', payload: { by: 'PT1M' } })
  const { requests } = (await app.inject('/__admin/requests')).json()
  return { received, requests }
}

t.test('the trace of a request is in its journal, and goes on with each attempt to call back', async t => {
  const { received, requests } = await callBack(t, TRACED)
  t.match(requests, [{ trace: { traceId: TRACE, parentId: SPAN, sampled: true, state: 'congo=t61' } }])
  t.equal(received.length, 2, 'the first was refused')
  const spans = received.map(({ headers: { traceparent, tracestate } }) => {
    t.equal(tracestate, 'congo=t61')
    const [, trace, span, flags] = String(traceparent).split('-')
    t.same([trace, flags], [TRACE, '01'])
    return span
  })
  t.equal(new Set([...spans, SPAN]).size, 3, 'each is a span of its own')
})

t.test('without a trace, or with one that is malformed, there is none', async t => {
  const malformed = { traceparent: `00-${'0'.repeat(32)}-${SPAN}-01`, tracestate: 'congo=t61' }
  for (const headers of [{}, malformed] as Array<Record<string, string>>) {
    const { received, requests } = await callBack(t, headers)
    t.notOk('trace' in requests[0])
    t.equal(received.length, 2)
    for (const { headers: sent } of received) t.same([sent.traceparent, sent.tracestate], [undefined, undefined])
  }
})

t.test('a trace is logged with its request', async t => {
  const exchange = exchangeOf({ requestHeaders: TRACED })
  const world = new World('default', { seed: 1, startsAt: 0, indexes: [], maxResources: 1, maxExchanges: 1 })
  const texts: string[] = []
  const output = { write: (text: string) => { texts.push(text) } }
  const logged: object[] = []
  for (const isDetailed of [false, true]) {
    const options = { operations: () => [], isDetailed }
    createTextLog(options, output as Parameters<typeof createTextLog>[1], createPaint())(exchange, world)
    createJsonLog(options, members => { logged.push(members) })(exchange, world)
  }
  t.match(logged, [{ traceId: TRACE, parentId: SPAN }, { traceId: TRACE, parentId: SPAN }])
  t.same(texts.map(text => text.includes(`trace ${TRACE}`)), [false, true], 'as text, among the details')
})

t.test('a callback that waits goes on its trace in a world that was loaded', async t => {
  const app = await createStandin({ clock: 'frozen', startsAt: '2026-01-01T00:00:00Z' })
  t.teardown(() => app.close())
  const { received, url } = await startReceiver(t)
  const callback = encodeURIComponent(url)
  const headers = { 'x-api-key': 'any-key', ...TRACED }
  await app.inject({ method: 'POST', url: `${RUN_PATH}?callback=${callback}`, headers })
  const dump = await app.inject('/__admin/dump')
  const loaded = await app.inject({ method: 'PUT', url: '/~other/__admin/dump', payload: dump.json() })
  t.equal(loaded.statusCode, 204, loaded.body)
  await app.inject({ method: 'POST', url: '/~other/__admin/clock/advance', payload: { by: 'PT1M' } })
  t.equal(received.length, 1)
  t.match(received[0]?.headers, { traceparent: new RegExp(`^00-${TRACE}-`), tracestate: 'congo=t61' })
})
