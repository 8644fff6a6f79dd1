import t from 'tap'
import { freshWorld } from '../start-standin.ts'
import { readSample } from './read-sample.ts'
import { differencesInForm } from './same-form.ts'
import { AUTHORIZATION, RUN, getData, getExport, runOf, startExport } from './vcf-exports.ts'

const STATUSES = ['NOT_STARTED', 'QUEUED', 'IN_PROGRESS', 'COMPLETED', 'FAILED']

t.test('the sample of the document, with its three blanks filled in, is answered in the printed form', async t => {
  const { send } = await freshWorld(t)
  const { method, url, headers, answers: [accepted] } = readSample('vcf-start-export')
  const printed = JSON.parse(accepted?.body ?? '')
  const answer = await send(method, url.replace('https://{api_host}', '').replace('{runId}', RUN), undefined, {
    host: 'api_host',
    authorization: headers.Authorization?.replace('<value>', AUTHORIZATION.authorization) ?? ''
  })

  t.equal(answer.statusCode, accepted?.status)
  t.match(answer.headers['content-type'], /^application\/json/)
  t.same(answer.json(), { status: 'NOT_STARTED', progress: 0, startTimestamp: '2026-01-01T00:00:00Z' })
  t.same(differencesInForm({ ...printed }, answer.json()), [])
  t.comment(`${method} ${url}: 202 ${answer.body}`)
})

t.test('a failed task has each printed member in the printed form', async t => {
  const standin = await freshWorld(t)
  const printed = JSON.parse(readSample('vcf-start-export').answers[0]?.body ?? '')
  await standin.settings({ resources: { 'vcf.ExportTask': { lifecycle: 'failure' } } })
  await startExport(standin)
  await standin.advance('PT10S')
  const shown = (await getExport(standin)).json()

  t.same(differencesInForm(printed, shown), [])
  t.match(shown, { status: 'FAILED', startTimestamp: '2026-01-01T00:00:00Z', endTimestamp: '2026-01-01T00:00:10Z' })
  t.same(Object.keys(shown.error), Object.keys(printed.error))
  t.same(Object.keys(printed).filter(name => !(name in shown)), ['progress'], 'a failed task has no progress to show')
  t.ok(STATUSES.includes(shown.status))
})

t.test('errors have the printed members in the printed form, and the printed ones can be had', async t => {
  const standin = await freshWorld(t)
  const { answers: [, badRequest] } = readSample('vcf-start-export')
  const printed = JSON.parse(badRequest?.body ?? '')
  const printedAnswer = await standin.send('POST', `/v1/system/check-sets/${RUN}/exports`, undefined, {
    ...AUTHORIZATION,
    prefer: 'code=400, example=printed'
  })
  // Where the document says "Error Object", an error begins again.
  printed.nestedErrors[0].nestedErrors = []

  t.same(printedAnswer.json(), printed)
  await startExport(standin)
  for (const answer of [await startExport(standin, '17'), await startExport(standin), await getData(standin)]) {
    t.same(differencesInForm(printed, answer.json()), [], answer.body)
    for (const name of ['errorCode', 'errorType', 'message', 'referenceToken']) {
      t.type(answer.json()[name], 'string', name)
    }
  }
})

t.test('errors may contain errors, as deep as they like', async t => {
  const { send } = await freshWorld(t)
  const failed = await send('POST', `/v1/system/check-sets/${RUN}/exports`, undefined, {
    ...AUTHORIZATION,
    prefer: 'code=500'
  })

  t.equal(failed.statusCode, 500)
  t.match(failed.json(), {
    errorCode: 'INTERNAL_SERVER_ERROR',
    nestedErrors: [{ errorCode: 'STORAGE_FULL', nestedErrors: [] }]
  })
})

t.test('without an access token the answer is 401', async t => {
  const { send } = await freshWorld(t)
  for (const headers of [
    {},
    { authorization: '' },
    { authorization: 'Basic dXNlcjpwYXNz' },
    { authorization: 'Bearer' }
  ] as Array<Record<string, string>>) {
    const answer = await send('POST', `/v1/system/check-sets/${RUN}/exports`, undefined, headers)
    t.equal(answer.statusCode, 401, JSON.stringify(headers))
    t.match(answer.headers['www-authenticate'], /^Bearer realm="standin"/)
    t.match(answer.json(), { errorCode: 'UNAUTHORIZED' })
  }
})

t.test('a run id that is no uuid is a bad request that names the place', async t => {
  const standin = await freshWorld(t)
  for (const operation of [startExport, getExport, getData]) {
    const answer = await operation(standin, '17')
    t.equal(answer.statusCode, 400)
    t.match(answer.json(), {
      errorCode: 'INVALID_REQUEST',
      arguments: ['path /runId'],
      causes: [{ type: 'format', message: 'path /runId must be a uuid, but is "17"' }]
    })
  }
})

t.test('a run that does not exist in the world is a bad request', async t => {
  const standin = await freshWorld(t)
  await standin.admin('DELETE', `/resources/vcf.PreCheckRun/${RUN}`)
  const answer = await startExport(standin)

  t.equal(answer.statusCode, 400)
  t.match(answer.json(), {
    errorCode: 'PRECHECK_RUN_NOT_FOUND',
    arguments: [RUN],
    causes: [{ type: 'PreCheckRun', message: RUN }]
  })
  t.equal((await startExport(standin, runOf(2))).statusCode, 202)
})

t.test('progress climbs from 0 to 100 with the clock', async t => {
  const standin = await freshWorld(t)
  await startExport(standin)
  const seen = []
  for (let second = 0; second <= 10; second++) {
    const { endTimestamp, progress, status } = (await getExport(standin)).json()
    seen.push([status, progress, endTimestamp])
    await standin.advance('PT1S')
  }

  t.same(seen, [
    ['NOT_STARTED', 0, undefined],
    ['QUEUED', 0, undefined],
    ['IN_PROGRESS', 0, undefined],
    ...[12.5, 25, 37.5, 50, 62.5, 75, 87.5].map(progress => ['IN_PROGRESS', progress, undefined]),
    ['COMPLETED', 100, '2026-01-01T00:00:10Z']
  ])
  t.comment(`progress: ${seen.map(([, progress]) => progress).join(', ')}`)
})

t.test('a second export of a run is refused while one is running, with a Retry-After by the clock', async t => {
  const standin = await freshWorld(t)
  await startExport(standin)
  for (const [by, status, seconds] of [
    ['PT0S', 'NOT_STARTED', '10'],
    ['PT1S', 'QUEUED', '9'],
    ['PT8S', 'IN_PROGRESS', '1']
  ] as const) {
    await standin.advance(by)
    const refused = await startExport(standin)
    t.equal(refused.statusCode, 429)
    t.equal(refused.headers['retry-after'], seconds)
    t.match(refused.json(), { errorCode: 'EXPORT_TASK_ALREADY_RUNNING', arguments: [RUN, status] })
  }
  t.equal((await startExport(standin, runOf(2))).statusCode, 202, 'another run is not in the way')
  await standin.advance('PT1S')
  t.equal((await startExport(standin)).statusCode, 202)
})

t.test('five exports may run at once, and Retry-After tells when the first of them ends', async t => {
  const standin = await freshWorld(t)
  for (const run of [1, 2, 3, 4, 5]) {
    t.equal((await startExport(standin, runOf(run))).statusCode, 202)
    await standin.advance('PT0.5S')
  }
  const refused = await startExport(standin, runOf(6))

  t.equal(refused.statusCode, 429)
  t.match(refused.json(), { errorCode: 'TOO_MANY_EXPORT_TASKS' })
  t.equal(refused.headers['retry-after'], '8', 'in 7.5 s, rounded up')
  await standin.advance('PT7S')
  t.equal((await startExport(standin, runOf(6))).statusCode, 429)
  await standin.advance('PT1S')
  t.equal((await startExport(standin, runOf(6))).statusCode, 202)
  t.equal(
    (await startExport(await standin.world('elsewhere'), runOf(7))).statusCode,
    202,
    'another world has five of its own'
  )
})

t.test('where the clock alone brings no end, there is no Retry-After', async t => {
  const standin = await freshWorld(t)
  await standin.settings({ progression: 'manual' })
  await startExport(standin)
  const refused = await startExport(standin)

  t.equal(refused.statusCode, 429)
  t.equal(refused.headers['retry-after'], undefined)
})

t.test('a body that is sent is ignored', async t => {
  const { send } = await freshWorld(t)
  const bodies = [['{"a":', 'application/json'], ['anything', 'text/plain'], ['{}', 'application/json']] as const
  for (const [index, [body, type]] of bodies.entries()) {
    const answer = await send('POST', `/v1/system/check-sets/${runOf(index)}/exports`, body, {
      ...AUTHORIZATION,
      'content-type': type
    })
    t.equal(answer.statusCode, 202, body)
  }
})

t.test('wrong paths and methods are refused with an Error', async t => {
  const { send } = await freshWorld(t)
  const wrongMethod = await send('DELETE', `/v1/system/check-sets/${RUN}/exports`, undefined, AUTHORIZATION)

  t.equal(wrongMethod.statusCode, 405)
  t.same(String(wrongMethod.headers.allow).split(', ').sort(), ['GET', 'HEAD', 'POST'])
  t.match(wrongMethod.json(), { errorCode: 'METHOD_NOT_ALLOWED' })
  t.match((await send('POST', '/v1/system/check-sets', undefined, AUTHORIZATION)).json(), { errorCode: 'NOT_FOUND' })
})
