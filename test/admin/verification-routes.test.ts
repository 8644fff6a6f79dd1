import t from 'tap'
import { addExport, ADD, CREDENTIALS, tryToAdd } from '../providers/mews-exports.ts'
import { startReceiver } from '../providers/start-receiver.ts'
import { runExport, startedFile } from '../providers/webadmit-exports.ts'
import { startStandin } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'
import { startAdmin } from './start-admin.ts'

async function verified (standin: Standin, expectation: object) {
  const answer = await standin.admin('POST', '/requests/verify', expectation)
  return answer.json()
}

async function verification (standin: Standin) {
  return (await standin.admin('GET', '/verification')).json()
}

t.test('what came is counted, and what did not is told with what came nearest', async t => {
  const standin = await startStandin(t)
  const { Id } = await addExport(standin)
  await standin.send('POST', '/api/connector/v1/exports/getAll', {
    ...CREDENTIALS,
    ExportIds: [Id]
  })

  t.strictSame(await verified(standin, { operation: 'mews.addExport' }), {
    ok: true,
    count: 1,
    requests: ['1'],
    dropped: 0
  })
  t.match(
    await verified(standin, {
      operation: 'mews.addExport',
      sequence: [{ operation: 'mews.getAllExports', when: { body: { ExportIds: [Id] } } }]
    }),
    { ok: true }
  )
  const failed = await verified(standin, {
    operation: { method: 'POST', path: ADD },
    when: { body: { EntityType: 'Reservation', AccessToken: 'a' } }
  })
  t.match(failed, {
    ok: false,
    count: 0,
    requests: [],
    problem: 'Expected mews.addExport at least once, but it matched 0 times',
    nearest: {
      request: { id: '1', operation: 'mews.addExport' },
      differences: [
        { where: 'body /EntityType', expected: 'Reservation' },
        { where: 'body /AccessToken', expected: '***', actual: '***' }
      ]
    }
  })
  t.notMatch(JSON.stringify(failed), CREDENTIALS.AccessToken)
})

t.test('each world has requests of its own', async t => {
  const standin = await startStandin(t)
  await addExport(await standin.world('other'))
  t.match(await verified(standin, { operation: 'mews.addExport', count: { exactly: 0 } }), {
    ok: true,
    count: 0
  })
})

t.test('what cannot be verified is refused, naming the nearest word', async t => {
  const standin = await startStandin(t)
  for (const [expectation, status, detail] of [
    [{ operation: 'mews.addExprt' }, 422, /did you mean "mews.addExport"/],
    [
      { operation: 'vcf.getExportData', when: { path: { runIds: 'a' } } },
      422,
      /\/when\/path\/runIds.*did you mean "runId"/
    ],
    [
      { operation: 'mews.addExport', when: { schemas: { body: { type: 'objct' } } } },
      422,
      /is not a JSON Schema/
    ],
    [
      { operation: 'mews.addExport', when: { call: 3 } },
      400,
      /body \/when\/call must not be present/
    ],
    [{ operation: 'mews.addExport', cuont: 3 }, 400, /did you mean "count"/],
    [{}, 400, /body \/operation is required/],
    [[], 400, /must be an object/]
  ] as const) {
    const answer = await standin.admin('POST', '/requests/verify', expectation)
    t.equal(answer.statusCode, status, JSON.stringify(expectation))
    t.match(answer.json().detail, detail)
  }
})

t.test('at the end of a run, all is well where nothing was amiss', async t => {
  const standin = await startStandin(t)
  await addExport(standin)
  t.strictSame(await verification(standin), {
    ok: true,
    violations: [],
    unmatched: [],
    unusedStubs: [],
    undelivered: [],
    dropped: { requests: 0, callbacks: 0 }
  })
})

t.test('whatever was amiss is told at once', async t => {
  const standin = await startStandin(t)
  const { url } = await startReceiver(t, 500, 500, 500, 500)
  await standin.send('POST', ADD, { ...CREDENTIALS, EntityType: 5 })
  await standin.send('POST', '/api/connector/v1/export/add', {})
  await standin.admin('POST', '/stubs', {
    operation: 'mews.addExport',
    when: { body: { AccessToken: 'secret' } },
    times: 2
  })
  await standin.admin('POST', '/stubs', { operation: 'mews.addExport', times: 2 })
  await tryToAdd(standin)
  await runExport(standin, url)
  await standin.advance('PT1H')

  const found = await verification(standin)
  t.match(found, {
    ok: false,
    violations: [{ id: '1', request: { violations: [{ pointer: '/EntityType' }] } }],
    unmatched: [
      {
        id: '2',
        nearest: [
          {
            operation: 'mews.addExport',
            method: 'POST',
            path: ADD,
            why: '"export" should be "exports"'
          }
        ]
      }
    ],
    unusedStubs: [{ id: '1', used: 0, when: { body: { AccessToken: '***' } } }],
    undelivered: [{ id: '1', state: 'failed' }]
  })
  t.same(
    [found.violations, found.unmatched, found.unusedStubs, found.undelivered].map(
      ({ length }) => length
    ),
    [1, 1, 1, 1]
  )
})

t.test(
  'a callback that is still due is missed; one that never comes, or was cancelled, is not',
  async t => {
    const standin = await startStandin(t)
    const { url } = await startReceiver(t)
    const states = async () =>
      (await verification(standin)).undelivered.map(({ state }: { state: string }) => state)
    await runExport(standin, url)
    t.same(await states(), ['waiting'])
    await standin.advance('PT7S')
    t.same(await states(), [])

    await standin.settings({ resources: { 'webadmit.ExportFile': { lifecycle: 'failure' } } })
    await runExport(standin, url)
    await standin.advance('PT1H')
    t.same(await states(), [])

    await standin.settings({ resources: { 'webadmit.ExportFile': { lifecycle: 'success' } } })
    const { id } = await startedFile(standin, url)
    t.same(await states(), ['waiting'])
    await standin.admin('DELETE', `/resources/webadmit.ExportFile/${id}`)
    t.same(await states(), [])
  }
)

t.test(
  'the answers are as the document has them, and say what the journal has dropped',
  async t => {
    const { call, world } = await startAdmin(t)
    for (let count = 0; count < 7; count++) {
      world.store.append({
        id: String(world.store.nextNumber('exchanges', 1)),
        at: 0,
        realAt: 0,
        tookMs: 1,
        operation: count === 6 ? 'kiln.fireBatch' : undefined,
        method: 'POST',
        url: '/batch',
        requestPath: {},
        requestQuery: {},
        requestCookies: {},
        requestHeaders: {},
        requestBody: { glaze: 'blue' },
        credentials: undefined,
        requestViolations: [
          {
            in: 'body',
            pointer: '',
            rule: 'type',
            expected: 'be a list',
            message: 'body must be a list'
          }
        ],
        status: 404,
        responseHeaders: {},
        responseBody: undefined,
        responseViolations: [],
        source: 'refusal',
        stub: undefined,
        example: undefined,
        fault: undefined
      })
    }
    t.match((await call('GET', '/verification')).json(), {
      ok: false,
      violations: { length: 5 },
      unmatched: { length: 4 },
      dropped: { requests: 2, callbacks: 0 }
    })
    t.match((await call('GET', '/requests/unmatched')).json(), {
      requests: {
        length: 4,
        0: { nearest: [{ operation: 'kiln.fireBatch', why: '"batch" should be "batches"' }] }
      },
      dropped: 2
    })
    t.match(
      (
        await call('POST', '/requests/verify', {
          operation: 'kiln.fireBatch',
          when: { body: { glaze: 'red' } }
        })
      ).json(),
      { ok: false, nearest: { differences: [{ where: 'body /glaze' }] }, dropped: 2 }
    )
    t.match((await call('POST', '/requests/verify', { operation: 'kiln.readBatch' })).json(), {
      ok: false,
      nearest: {
        differences: [{ where: 'operation', expected: 'kiln.readBatch', actual: 'kiln.fireBatch' }]
      }
    })
  }
)

t.test('a verification waits until the requests have come, and no longer', async t => {
  const standin = await startStandin(t)
  const waiting = verified(standin, { operation: 'mews.addExport', count: { exactly: 2 }, wait: 'PT60S' })
  await tryToAdd(standin)
  await tryToAdd(standin)
  t.match(await waiting, { ok: true, count: 2, requests: ['1', '2'] })
})

t.test('a verification waits for a sequence too', async t => {
  const standin = await startStandin(t)
  const sequence = [{ operation: 'mews.getAllExports' }]
  const waiting = verified(standin, { operation: 'mews.addExport', sequence, wait: 'PT60S' })
  const { Id } = await addExport(standin)
  await standin.send('POST', '/api/connector/v1/exports/getAll', { ...CREDENTIALS, ExportIds: [Id] })
  t.match(await waiting, { ok: true })
})

t.test('a verification that can no longer hold is answered at once', async t => {
  const standin = await startStandin(t)
  await tryToAdd(standin)
  t.match(await verified(standin, { operation: 'mews.addExport', count: { exactly: 0 }, wait: 'PT60S' }), {
    ok: false,
    count: 1
  })
})

t.test('a verification ends with what came when its time is up', async t => {
  const standin = await startStandin(t)
  t.match(await verified(standin, { operation: 'mews.addExport', wait: 'PT0.01S' }), { ok: false, count: 0 })
})

t.test('a verification waits for a minute at most', async t => {
  const standin = await startStandin(t)
  for (const wait of ['PT61S', '5s', '']) {
    t.match(await verified(standin, { operation: 'mews.addExport', wait }), { code: 'STANDIN_INVALID_VERIFICATION' })
  }
})
