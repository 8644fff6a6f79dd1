import { once } from 'node:events'
import t from 'tap'
import { startStandin } from '../../src/testing.ts'
import { addExport, startWorld } from './start-world.ts'

t.test('requests are listed, and found by what they hold', async t => {
  const { world } = await startWorld()
  for (const type of ['Payment', 'Customer', 'Payment']) await addExport(world, type)

  t.match((await world.requests()).map(({ response }) => response.status), [200, 200, 400])
  t.equal((await world.requests({ operation: 'mews.addExport', 'body./EntityType': 'Payment' })).length, 2)
  t.match(await world.requests({ status: 400 }), [
    { source: 'simulation', request: { body: { EntityType: 'Payment', AccessToken: '***' } } }
  ])
  t.same(await world.requests({ violations: true }), [])
  const [job] = await world.resources('mews.Export')
  t.match(await world.requests({ limit: 1, before: '2' }), [{ resource: { type: 'mews.Export', id: job?.id } }])
  t.same((await world.requests({ after: '2' })).map(({ id, resource }) => ({ id, resource })), [
    { id: '3', resource: null }
  ])
})

t.test('verify says nothing where requests came as expected', async t => {
  const { world } = await startWorld()
  await addExport(world)

  await world.verify({ operation: 'mews.addExport' })
  await world.verify({ operation: 'mews.addExport', when: { body: { EntityType: 'Payment' } }, count: { exactly: 1 } })
  await world.verify({ operation: 'mews.getAllExports', count: { atMost: 0 } })
  t.match(await world.check({ operation: 'mews.addExport', count: { atLeast: 1 } }), { ok: true, count: 1 })
})

t.test('it throws what is wrong, what came nearest, and what differed', async t => {
  const { world } = await startWorld()
  await addExport(world, 'Payment')
  const expectation = { operation: 'mews.addExport', when: { body: { EntityType: 'Customer' } } } as const

  t.match(await world.check(expectation), {
    ok: false,
    count: 0,
    nearest: { differences: [{ where: 'body /EntityType', expected: 'Customer', actual: 'Payment' }] }
  })
  await t.rejects(world.verify(expectation), {
    name: 'StandinClientError',
    code: 'STANDIN_NOT_VERIFIED',
    message: new RegExp([
      '^Expected mews\\.addExport [^\\n]*',
      'Conditions: \\{"body":\\{"EntityType":"Customer"\\}\\}',
      'The nearest is request \\d+, mews\\.addExport, with the response 200:',
      '  body /EntityType: expected "Customer", but was "Payment"$'
    ].join('\\n'))
  })
  await t.rejects(world.verify({ operation: 'mews.addExport', sequence: [{ operation: 'mews.getAllExports' }] }), {
    code: 'STANDIN_NOT_VERIFIED',
    message: /^No matching request of mews\.getAllExports came/
  })
})

t.test('the end of a run tells everything that is not as it should be', async t => {
  const { world } = await startWorld()
  t.match(await world.verification(), { ok: true })

  await world.stub({ operation: 'mews.addExport', reply: { status: 500 }, when: { body: { EntityType: 'Company' } } })
  await addExport(world, 'Invoice')
  await fetch(`${world.url}/api/connector/v1/exports/ad`, { method: 'POST' })
  t.match(await world.verification(), {
    ok: false,
    violations: { length: 1 },
    unmatched: [{ nearest: [{ operation: 'mews.addExport' }] }],
    unusedStubs: { length: 1 },
    undelivered: { length: 0 }
  })
  t.match(await world.unmatched(), [{ nearest: [{ operation: 'mews.addExport', method: 'POST' }] }])
})

// A server of their own: one waits, when it is closed, for the connection that fetch opens anew after one was cut.
t.test('requests can be followed as they come, from an earlier one on', async t => {
  const { world } = await startStandin(t)
  await addExport(world, 'Payment')
  const [first] = await world.requests()
  await addExport(world, 'Customer')

  const followed = world.follow({ operation: 'mews.addExport' }, { after: String(first?.id) })
  t.match(await followed.next(), { value: { request: { body: { EntityType: 'Customer' } } } })
  await addExport(world, 'Company')
  t.match(await followed.next(), { value: { request: { body: { EntityType: 'Company' } } } })
  await followed.return()
})

t.test('following ends when it is given up', async t => {
  const { world } = await startStandin(t)
  await addExport(world)
  const abort = new AbortController()
  const followed = world.follow({}, { after: '0', signal: abort.signal })
  await followed.next()
  const next = followed.next()
  abort.abort()
  await t.rejects(next, { name: 'AbortError' })
})

t.test('a server closes at once when a client has followed', async t => {
  for (const leave of ['return', 'abort'] as const) {
    const { close, world } = await startStandin()
    t.teardown(close)
    await addExport(world)
    const abort = new AbortController()
    const followed = world.follow({}, { after: '0', signal: abort.signal })
    await followed.next()
    if (leave === 'return') await followed.return()
    else abort.abort()
    const isClosed = await Promise.race([close().then(() => true), once(AbortSignal.timeout(5_000), 'abort')])
    t.equal(isClosed, true, leave)
  }
})
