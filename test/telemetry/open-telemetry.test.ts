import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base'
import t from 'tap'
import type { Test } from 'tap'
import { createStandin } from '../../src/index.ts'
import type { StandinOptions } from '../../src/index.ts'
import { startReceiver } from '../providers/start-receiver.ts'
import { RUN_PATH } from '../providers/webadmit-exports.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const SPAN = '00f067aa0ba902b7'
const TRACED = { traceparent: `00-${TRACE}-${SPAN}-01`, tracestate: 'congo=t61' }
const KEY = { 'x-api-key': 'any-key' }

/** Starts a server in an application that records spans; `spans` returns those that have ended since. */
async function start (t: Test, options: StandinOptions = {}, isRegistered = true) {
  const exporter = new InMemorySpanExporter()
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
  if (isRegistered) trace.setGlobalTracerProvider(provider)
  const app = await createStandin({
    telemetry: true,
    clock: 'frozen',
    startsAt: '2026-01-01T00:00:00Z',
    ...options
  })
  t.teardown(() => {
    trace.disable()
    return app.close()
  })
  const spans = (): ReadableSpan[] => {
    const ended = exporter.getFinishedSpans()
    exporter.reset()
    return ended
  }
  return { app, spans }
}

t.test('a request is a span of the server, below that of its client', async t => {
  const { app, spans } = await start(t)
  const url = `${RUN_PATH}?api_key=s3cret`
  const headers = { ...TRACED, ...KEY, 'user-agent': 'test', 'x-standin-world': 'cart' }
  await app.inject({ method: 'POST', url, headers })
  const [span, ...others] = spans()
  t.same(others, [])
  t.equal(span?.name, 'POST /api/v1/user_identities/{user_identity_id}/exports/{export_id}/export_files')
  t.equal(span?.kind, SpanKind.SERVER)
  t.equal(span?.spanContext().traceId, TRACE)
  t.match(span?.parentSpanContext, { spanId: SPAN, isRemote: true })
  t.match(span?.attributes, {
    'http.request.method': 'POST',
    'http.route': '/api/v1/user_identities/{user_identity_id}/exports/{export_id}/export_files',
    'http.response.status_code': 201,
    'url.path': RUN_PATH,
    'url.scheme': 'http',
    'user_agent.original': 'test',
    'standin.operation': 'webadmit.runExport',
    'standin.world': 'cart',
    'standin.source': 'simulation',
    'standin.exchange': '1'
  })
  t.notMatch(JSON.stringify(span?.attributes), /s3cret/)
  t.equal(span?.status.code, SpanStatusCode.UNSET)
})

t.test('requests that are refused, unmatched or fail are spans too; those to the admin API are none', async t => {
  const { app, spans } = await start(t)
  await app.inject('/nothing')
  await app.inject({ method: 'POST', url: '/api/connector/v1/exports/add', payload: {} })
  const reply = { status: 503, body: {} }
  const stub = { operation: 'mews.getAllExports', contract: 'off', reply }
  await app.inject({ method: 'POST', url: '/__admin/stubs', payload: stub })
  const ids = ['d5d28778-a047-4931-8992-19ba160061f1']
  const body = { Client: 'T 1', AccessToken: 'a', ClientToken: 'c', ExportIds: ids }
  await app.inject({ method: 'POST', url: '/api/connector/v1/exports/getAll', payload: body })
  const [unmatched, refused, failed, ...others] = spans()

  t.same(others, [])
  t.equal(unmatched?.name, 'GET')
  t.match(unmatched?.attributes, { 'http.response.status_code': 404, 'standin.source': 'refusal' })
  t.equal(unmatched?.parentSpanContext, undefined)
  t.ok(Number(refused?.attributes['standin.request.violations']) > 0)
  t.equal(refused?.status.code, SpanStatusCode.UNSET, 'a mistake of the client')
  t.match(failed?.attributes, { 'http.response.status_code': 503, 'error.type': '503', 'standin.source': 'stub' })
  t.equal(failed?.status.code, SpanStatusCode.ERROR)
})

t.test('each attempt to call back is a span of a client, below that of its request', async t => {
  const { app, spans } = await start(t)
  const { received, url } = await startReceiver(t, 500)
  const callback = encodeURIComponent(`${url}/?token=s3cret`)
  await app.inject({ method: 'POST', url: `${RUN_PATH}?callback=${callback}`, headers: { ...TRACED, ...KEY } })
  await app.inject({ method: 'POST', url: '/__admin/clock/advance', payload: { by: 'PT1M' } })
  const [request, first, second, ...others] = spans()

  t.same(others, [])
  const { spanId, traceId } = request?.spanContext() ?? {}
  for (const [index, span] of [first, second].entries()) {
    t.equal(span?.kind, SpanKind.CLIENT)
    t.match(span?.parentSpanContext, { traceId, spanId })
    const { headers } = received[index] ?? {}
    t.equal(headers?.traceparent, `00-${TRACE}-${span?.spanContext().spanId}-01`)
    t.equal(headers?.tracestate, 'congo=t61')
    t.notMatch(JSON.stringify(span?.attributes), /s3cret/)
  }
  t.match(first?.attributes, {
    'http.request.method': first?.name,
    'http.response.status_code': 500,
    'error.type': '500',
    'server.address': '127.0.0.1',
    'standin.callback': 'webadmit.runExport/exportFileReady'
  })
  t.equal(first?.status.code, SpanStatusCode.ERROR)
  t.match(second?.attributes, { 'http.response.status_code': 204, 'http.request.resend_count': 1 })
  t.equal(second?.status.code, SpanStatusCode.UNSET)
})

t.test('without a provider, traces are passed on all the same', async t => {
  const { app, spans } = await start(t, {}, false)
  const { received, url } = await startReceiver(t)
  const callback = encodeURIComponent(url)
  await app.inject({ method: 'POST', url: `${RUN_PATH}?callback=${callback}`, headers: { ...TRACED, ...KEY } })
  await app.inject({ method: 'POST', url: `${RUN_PATH}?callback=${callback}`, headers: KEY })
  await app.inject({ method: 'POST', url: '/__admin/clock/advance', payload: { by: 'PT1M' } })
  t.same(spans(), [])
  const [, , span] = String(received[0]?.headers.traceparent).split('-')
  t.match(received[0]?.headers.traceparent, new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`))
  t.not(span, SPAN)
})

t.test('what is kept of a request has no trace of its span', async t => {
  const { app } = await start(t)
  await app.inject({ url: '/nothing', headers: TRACED })
  const { body } = await app.inject('/__admin/dump?journal=true')
  t.match(body, TRACE, 'that of its client')
  t.notMatch(body, /"span"|_spanContext/)
})
