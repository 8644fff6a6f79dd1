import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { forceStatus, removeResource, seedResource } from '../../src/simulation/seed.ts'
import { startReceiver } from '../providers/start-receiver.ts'
import { START } from '../simulation/act.ts'
import { playCallbacks } from './play-callbacks.ts'
import type { Calling } from './play-callbacks.ts'

function force ({ type, world }: Calling, id: string, status: string): void {
  const resource = world.store.get(type.id, id)
  if (typeof resource !== 'object') throw new Error('it was not created')
  forceStatus(resource, type, status, world)
}

t.test(
  'a callback is sent at the moment of the clock at which its resource is ready, in the form that the provider prints',
  async t => {
    const calling = playCallbacks(t)
    const { received, url } = await startReceiver(t)
    calling.run(`${url}/ready?for=me`)
    t.match(calling.deliveries, [
      {
        id: '1',
        callback: 'shop.POST /exports/{id}/ready',
        resource: { type: 'shop.ExportFile', id: '99752' },
        method: 'POST',
        state: 'waiting',
        due: START + 7_000,
        attempts: []
      }
    ])

    await calling.advance('PT6.999S')
    t.same(received, [])
    await calling.advance('PT0.001S')
    t.equal(received.length, 1)
    const [came] = received
    t.match(came, {
      method: 'POST',
      path: '/ready?for=me',
      contentType: 'application/x-www-form-urlencoded'
    })
    t.equal(
      decodeURIComponent(came?.body ?? ''),
      'export_file[id]=99752&export_file[export_id]=123316&export_file[status]=Available'
    )
    t.match(calling.deliveries[0], {
      id: '1',
      callback: 'shop.POST /exports/{id}/ready',
      resource: { type: 'shop.ExportFile', id: '99752' },
      url: `${url}/ready?for=me`,
      method: 'POST',
      state: 'delivered',
      due: undefined,
      body: { export_file: { id: 99752, export_id: 123316, status: 'Available' } },
      contentType: 'application/x-www-form-urlencoded',
      violations: [],
      attempts: [{ at: START + 7_000, status: 204, error: undefined }]
    })
    await calling.advance('P1D')
    t.equal(received.length, 1, 'once')
  }
)

t.test('it is sent as it was at that moment, even where the clock goes on far beyond', async t => {
  const calling = playCallbacks(t, {
    body: 'application/json',
    standin: {
      body: { at: '$now', is: '$status', left: '$status.until', to: '$request.body#/callback' }
    }
  })
  const { received, url } = await startReceiver(t)
  calling.run(url)
  await calling.advance('P30D')
  t.equal(received[0]?.contentType, 'application/json')
  t.same(JSON.parse(received[0]?.body ?? ''), {
    at: '2026-01-01T00:00:07Z',
    is: 'available',
    left: '2026-01-02T00:00:07Z',
    to: url
  })
})

t.test('without a URL, or for a way that never comes there, nothing is sent', async t => {
  const calling = playCallbacks(t)
  for (const none of [undefined, null, '']) calling.run(none)
  t.same(calling.deliveries, [])

  calling.change('shop.ExportFile', { lifecycle: 'failure' })
  const { received, url } = await startReceiver(t)
  calling.run(url)
  await calling.advance('P1D')
  t.same(received, [])
  t.match(calling.deliveries, [{ state: 'waiting', due: undefined }])
})

t.test('whoever used the resource again is told as well', async t => {
  const calling = playCallbacks(t, {
    unique: { where: { export_id: '$request.path.id' }, else: 'reuse' }
  })
  const { received, url } = await startReceiver(t)
  calling.run(`${url}/first`)
  await calling.advance('PT3S')
  calling.run(`${url}/second`)
  await calling.advance('PT4S')
  t.same(received.map(({ path }) => path).sort(), ['/first', '/second'])
  t.equal(new Set(received.map(({ body }) => body)).size, 1)
})

t.test('one that fails is sent three more times with growing pauses, then given up', async t => {
  const calling = playCallbacks(t)
  const { received, url } = await startReceiver(t, 500, 302, 404, 503)
  calling.run(url)
  const walked = []
  for (const by of [
    'PT7S',
    'PT0.999S',
    'PT0.001S',
    'PT4.999S',
    'PT0.001S',
    'PT24.999S',
    'PT0.001S',
    'P1D'
  ]) {
    await calling.advance(by)
    walked.push([received.length, calling.deliveries[0]?.state])
  }
  t.same(walked, [
    [1, 'waiting'],
    [1, 'waiting'],
    [2, 'waiting'],
    [2, 'waiting'],
    [3, 'waiting'],
    [3, 'waiting'],
    [4, 'failed'],
    [4, 'failed']
  ])
  t.same(
    calling.deliveries[0]?.attempts.map(({ at, status }) => [at - START, status]),
    [
      [7_000, 500],
      [8_000, 302],
      [13_000, 404],
      [38_000, 503]
    ]
  )
  t.equal(new Set(received.map(({ body }) => body)).size, 1, 'each time with the same body')
  t.equal(calling.deliveries[0]?.due, undefined)
})

t.test('one advance makes all attempts, each at its time', async t => {
  const calling = playCallbacks(t, { standin: { retries: ['PT1M', 'PT1H'] } })
  const { url } = await startReceiver(t, 500, 500, 200)
  calling.run(url)
  await calling.advance('PT10H')
  t.match(calling.deliveries, [{ state: 'delivered' }])
  t.same(
    calling.deliveries[0]?.attempts.map(({ at }) => at - START),
    [7_000, 67_000, 3_667_000]
  )
})

t.test('after a success on the second attempt it is not sent again', async t => {
  const calling = playCallbacks(t)
  const { received, url } = await startReceiver(t, 503)
  calling.run(url)
  await calling.advance('P1D')
  t.equal(received.length, 2)
  t.match(calling.deliveries, [
    { state: 'delivered', due: undefined, attempts: [{ status: 503 }, { status: 204 }] }
  ])
})

t.test('where no further attempts are declared, there is one', async t => {
  const calling = playCallbacks(t, { standin: { retries: [] } })
  const { received, url } = await startReceiver(t, 500)
  calling.run(url)
  await calling.advance('P1D')
  t.equal(received.length, 1)
  t.match(calling.deliveries, [{ state: 'failed' }])
})

t.test('a receiver that cannot be reached, or hangs up, is recorded with the reason', async t => {
  const server = createServer(socket => socket.destroy())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // it listens on a port
  const calling = playCallbacks(t, { standin: { retries: ['PT1S'] } })
  calling.run(`http://127.0.0.1:${port}`)
  await calling.advance('PT7S')
  t.match(calling.deliveries, [
    {
      state: 'waiting',
      due: START + 8_000,
      attempts: [{ status: undefined, error: /hang up|ECONNRESET/ }]
    }
  ])
  server.close()
  await once(server, 'close')
  await calling.advance('PT1S')
  t.match(calling.deliveries, [
    { state: 'failed', attempts: [{}, { status: undefined, error: /ECONNREFUSED/ }] }
  ])
})

t.test('what must not be called is refused at once, and recorded', async t => {
  const calling = playCallbacks(t)
  for (const url of [
    'no url',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'http://169.254.169.254/latest',
    'http://[fe80::1]/'
  ]) {
    calling.run(url)
  }
  t.same(
    calling.deliveries.map(({ attempts: [attempt], due, state }) => [state, due, attempt?.error]),
    [
      ['refused', undefined, 'it is not a URL'],
      ['refused', undefined, 'callbacks go to http and https only, not to ftp:'],
      ['refused', undefined, 'callbacks go to http and https only, not to file:'],
      ['refused', undefined, '169.254.169.254 is a link-local address'],
      ['refused', undefined, 'fe80::1 is a link-local address']
    ]
  )
  await calling.advance('P1D')
  t.ok(calling.deliveries.every(({ attempts }) => attempts.length === 1))
})

t.test('where hosts are listed, others are refused', async t => {
  const { received, url } = await startReceiver(t)
  const calling = playCallbacks(t, { allowedHosts: ['127.0.0.1', 'example.com:8080'] })
  calling.run(url)
  calling.run(url.replace('127.0.0.1', 'localhost'))
  await calling.advance('PT7S')
  t.equal(received.length, 1)
  t.match(calling.deliveries, [
    { state: 'delivered' },
    {
      state: 'refused',
      attempts: [
        {
          error:
            /^the host localhost:\d+ is not an allowed one \(127\.0\.0\.1, example\.com:8080\)$/
        }
      ]
    }
  ])
})

t.test('by polls, the read that makes it ready sends it', async t => {
  const calling = playCallbacks(t)
  const { received, url } = await startReceiver(t)
  calling.set({ progression: { polls: 2 } })
  calling.run(url)
  t.equal(calling.deliveries[0]?.due, undefined)
  await calling.advance('P1D')
  t.same(received, [])
  for (let read = 0; read < 3; read++) calling.send('GET /files/{id}', { path: { id: 99752 } })
  await calling.ended()
  t.same(received, [])
  calling.send('GET /files/{id}', { path: { id: 99752 } })
  await calling.ended()
  t.equal(received.length, 1)
})

t.test('a status that is forced sends it at once, or calls it off', async t => {
  const calling = playCallbacks(t)
  const { received, url } = await startReceiver(t)
  calling.set({ progression: 'manual' })
  calling.run(`${url}/a`)
  await calling.advance('P1D')
  t.same(received, [])
  force(calling, '99752', 'available')
  await calling.ended()
  t.same(
    received.map(({ path }) => path),
    ['/a']
  )

  calling.set({ progression: 'clock' })
  calling.run(`${url}/b`)
  calling.run(`${url}/c`)
  force(calling, '99753', 'failed')
  force(calling, '99754', 'in_progress')
  t.same(
    calling.deliveries.slice(1).map(({ due }) => due),
    [undefined, calling.world.clock.now() + 5_000]
  )
  await calling.advance('PT1H')
  t.same(
    received.map(({ path }) => path),
    ['/a', '/c']
  )
})

t.test('a resource that is taken away sends nothing any more', async t => {
  const calling = playCallbacks(t)
  const { received, url } = await startReceiver(t)
  calling.run(url)
  removeResource(calling.type.id, '99752', calling.world)
  await calling.advance('P1D')
  t.same(received, [])
})

t.test('a clock that runs sends it by itself', async t => {
  const calling = playCallbacks(t, { standin: { retries: ['PT0.02S'] } })
  const { arrival, received, url } = await startReceiver(t, 500)
  calling.change('shop.ExportFile', { durations: { queued: 'PT0.02S', in_progress: 'PT0.03S' } })
  calling.world.clock.run()
  calling.run(url)
  await arrival
  while (calling.deliveries[0]?.state === 'waiting') await calling.ended()
  t.equal(received.length, 2)
  const [delivery] = calling.deliveries
  t.match(delivery, { state: 'delivered', attempts: [{ status: 500 }, { status: 204 }] })
  const [first, second] = delivery?.attempts.map(({ at }) => at - START) ?? []
  t.ok(
    Number(first) >= 50 && Number(second) >= Number(first) + 20,
    `none before its time: ${first}, ${second} ms`
  )
})

t.test('what waits for a resource that is deleted or replaced is cancelled', async t => {
  const calling = playCallbacks(t)
  const { received, url } = await startReceiver(t, 500)
  calling.run(`${url}/deleted`)
  calling.run(`${url}/replaced`)
  removeResource(calling.type.id, '99752', calling.world)
  seedResource(calling.type, '99753', { status: 'in_progress' }, calling.world)
  t.match(calling.deliveries, [
    { state: 'cancelled', due: undefined, attempts: [] },
    { state: 'cancelled', due: undefined, attempts: [] }
  ])

  calling.run(`${url}/retried`)
  await calling.advance('PT7S')
  t.match(calling.deliveries[2], { state: 'waiting', attempts: [{ status: 500 }] })
  removeResource(calling.type.id, '99754', calling.world)
  await calling.advance('P1D')
  t.match(calling.deliveries[2], { state: 'cancelled', due: undefined })
  t.same(
    received.map(({ path }) => path),
    ['/retried']
  )
})

t.test('a status that is forced again does not send again what was sent', async t => {
  const calling = playCallbacks(t)
  const { received, url } = await startReceiver(t, 500)
  calling.run(url)
  await calling.advance('PT7S')
  force(calling, '99752', 'in_progress')
  await calling.advance('P1D')
  t.equal(received.length, 2, 'the attempt that failed, and its repetition')
  t.match(calling.deliveries, [{ state: 'delivered' }])
})

t.test('nothing is sent after the end of its world', async t => {
  const calling = playCallbacks(t)
  const { received, url } = await startReceiver(t, 500)
  calling.run(url)
  calling.run(url)
  calling.world.clock.run()
  const sent = calling.advance('PT7S')
  calling.world.close()
  await sent
  t.match(calling.deliveries, [{ state: 'cancelled' }, { state: 'cancelled' }])
  t.ok(received.length < 2)
  t.equal(calling.world.schedule.next(), undefined)
})

t.test(
  'where the body breaks what the contract declares, that is recorded, and it is sent all the same',
  async t => {
    const schema = { type: 'object', required: ['id'], properties: { id: { type: 'string' } } }
    const calling = playCallbacks(t, {
      body: 'application/json',
      schema,
      standin: { body: { id: '$id' } }
    })
    const { received, url } = await startReceiver(t)
    calling.run(url)
    t.same(calling.deliveries[0]?.violations, [])
    await calling.advance('PT7S')
    t.match(calling.deliveries, [
      {
        state: 'delivered',
        violations: [
          { in: 'body', pointer: '/id', message: 'body /id must be a string, but is 99752' }
        ]
      }
    ])
    t.equal(received[0]?.body, '{"id":99752}')
  }
)

t.test('one that was sent can be sent once more, as it was', async t => {
  const calling = playCallbacks(t, { standin: { retries: [] } })
  const { received, url } = await startReceiver(t, 500, 503)
  calling.run(url)
  await calling.advance('PT7S')
  t.match(calling.deliveries, [{ state: 'failed' }])

  t.match(await calling.callbacks.redeliver('1'), {
    state: 'failed',
    attempts: [{ status: 500 }, { status: 503 }]
  })
  await calling.advance('PT1H')
  t.match(await calling.callbacks.redeliver('1'), {
    state: 'delivered',
    attempts: [{}, {}, { at: START + 3_607_000, status: 204 }]
  })
  t.match(await calling.callbacks.redeliver('1'), { state: 'delivered', attempts: { length: 4 } })
  t.equal(new Set(received.map(({ body }) => body)).size, 1)
})

t.test(
  'one that is sent by hand meanwhile needs no further attempt, and takes none away',
  async t => {
    const calling = playCallbacks(t)
    const { received, url } = await startReceiver(t, 500, 500, 500, 500, 204)
    calling.run(`${url}/a`)
    await calling.advance('PT7S')
    t.match(await calling.callbacks.redeliver('1'), { state: 'waiting', due: START + 8_000 })
    await calling.advance('PT1M')
    t.match(calling.deliveries, [{ state: 'delivered', due: undefined }])
    t.equal(received.length, 5, 'four of its own, and one by hand')

    calling.run(`${url}/b`)
    force(calling, '99753', 'failed')
    await t.rejects(calling.callbacks.redeliver('2'), {
      code: 'STANDIN_CALLBACK_NOT_SENT',
      statusCode: 409,
      message: /"2".* it is waiting/
    })
    calling.run('ftp://127.0.0.1/')
    await t.rejects(calling.callbacks.redeliver('3'), {
      code: 'STANDIN_CALLBACK_NOT_SENT',
      message: /it is refused/
    })
    await t.rejects(calling.callbacks.redeliver('4'), {
      code: 'STANDIN_UNKNOWN_CALLBACK',
      statusCode: 404
    })
  }
)

t.test('past a thousand the oldest that waits is cancelled', async t => {
  const calling = playCallbacks(t)
  const { received, url } = await startReceiver(t)
  calling.set({ progression: 'manual' })
  for (let count = 0; count <= 1_000; count++) calling.run(`${url}/${count}`)
  t.equal(calling.deliveries.length, 1_000)
  t.equal(calling.world.store.droppedDeliveries(), 1)
  force(calling, '99752', 'available')
  force(calling, '99753', 'available')
  await calling.ended()
  t.same(
    received.map(({ path }) => path),
    ['/1']
  )
})

t.test('one is sent for each status that is declared, once', async t => {
  const when = ['queued', 'in_progress', 'available', 'failed', 'gone']
  const standin = { when, body: { is: '$status', at: '$now' } }
  const calling = playCallbacks(t, { body: 'application/json', standin })
  const { received, url } = await startReceiver(t, 500)
  calling.run(url)
  await calling.advance('PT6S')
  calling.run(url)
  await calling.advance('P2D')
  const statuses = (id: string) => calling.deliveries
    .filter(({ resource }) => resource?.id === id)
    .map(({ body }) => (body as { is: string }).is)
  t.same(statuses('99752'), ['queued', 'in_progress', 'available', 'gone'])
  t.same(statuses('99753'), ['queued', 'in_progress', 'available', 'gone'])
  t.same(JSON.parse(received.at(-1)?.body ?? ''), { is: 'gone', at: '2026-01-02T00:00:13Z' })
  t.ok(calling.deliveries.every(({ state }) => state === 'delivered'))
  t.equal(received.length, 9, 'and the first once more')
})

t.test('a resource that is put into a status later is told of then', async t => {
  const standin = { when: ['in_progress', 'failed'], body: '$status' }
  const calling = playCallbacks(t, { body: 'application/json', standin })
  const { received, url } = await startReceiver(t)
  calling.run(url)
  await calling.advance('PT10S')
  t.same(received.map(({ body }) => body), ['"in_progress"'])
  t.equal(calling.deliveries.length, 1, 'nothing waits for what does not come')
  force(calling, '99752', 'failed')
  await calling.advance('PT0S')
  t.same(received.map(({ body }) => body), ['"in_progress"', '"failed"'])
  force(calling, '99752', 'in_progress')
  await calling.advance('P1D')
  t.equal(received.length, 2)
})

t.test('a receiver that asks to wait is given that time', async t => {
  const calling = playCallbacks(t)
  const asking = (status: number, after: string) => ({ status, headers: { 'retry-after': after } })
  const { received, url } = await startReceiver(t, asking(429, '60'), asking(503, '2'), asking(500, '999'))
  calling.run(url)
  await calling.advance('PT7S')
  const due = () => (calling.deliveries[0]?.due ?? 0) - calling.world.clock.now()
  t.equal(due(), 60_000)
  await calling.advance('PT59.999S')
  t.equal(received.length, 1)
  await calling.advance('PT0.001S')
  t.equal(due(), 5_000, 'no earlier than declared')
  await calling.advance('PT5S')
  t.equal(due(), 25_000, 'only 429 and 503 say so')
})

t.test('the settings of a world change the pauses', async t => {
  const calling = playCallbacks(t)
  calling.set({ retries: { 'shop.POST /exports/{id}/ready': ['PT2S'] } })
  const { received, url } = await startReceiver(t, 500, 500, 500)
  calling.run(url)
  await calling.advance('P1D')
  t.match(calling.deliveries, [{ state: 'failed', attempts: [{ at: START + 7_000 }, { at: START + 9_000 }] }])
  calling.set({ retries: { 'shop.POST /exports/{id}/ready': [] } })
  calling.run(url)
  await calling.advance('P1D')
  t.equal(received.length, 3)
})
