import t from 'tap'
import { startStandin } from '../start-standin.ts'

const CREDENTIALS = { Client: 'test', AccessToken: 'access', ClientToken: 'client' }

t.test('a job that a client began is seen, with the files that it comes to have', async t => {
  const { admin, send } = await startStandin(t)
  const added = await send('POST', '/~a/api/connector/v1/exports/add', {
    ...CREDENTIALS,
    EntityType: 'OrderItem'
  })
  const inWorld = { 'x-standin-world': 'a' }
  const { Id } = added.json().Export
  t.match((await admin('GET', `/resources/mews.Export/${Id}`, undefined, inWorld)).json(), {
    status: 'Pending',
    hidden: Object,
    files: { length: 0 }
  })

  t.match((await admin('POST', '/clock/advance', { to: 'idle' }, inWorld)).json(), {
    changes: [
      { resource: { type: 'mews.Export', id: Id }, from: 'Pending', to: 'Processing' },
      { to: 'Success' }
    ],
    waiting: { length: 0 }
  })
  const { files, shown } = (
    await admin('GET', `/resources/mews.Export/${Id}`, undefined, inWorld)
  ).json()
  t.match(shown, { Id, Status: 'Success', EntityType: 'OrderItem' })
  t.ok(files.length > 0)
  for (const { size, url } of files) {
    const { pathname, search } = new URL(url)
    t.match(pathname, /^\/~a\//)
    t.equal((await send('GET', pathname + search)).rawPayload.length, size)
  }
})

t.test('no credential that a client sent is shown anywhere', async t => {
  const { admin, send } = await startStandin(t)
  const secret = 'do-not-show-this'
  await send('POST', '/api/connector/v1/exports/add', {
    ...CREDENTIALS,
    AccessToken: secret,
    EntityType: 'OrderItem'
  })
  await send('GET', '/api/v1/exports/1/export_files/1', undefined, { 'x-api-key': secret })
  await admin('POST', '/stubs', {
    operation: 'mews.addExport',
    when: { body: { AccessToken: secret } }
  })
  await admin('PATCH', '/settings', { credentials: { 'mews.AccessToken': [secret] } })
  for (const path of [
    '/requests',
    '/stubs',
    '/settings',
    '/resources/mews.Export',
    '/callbacks',
    '/worlds'
  ]) {
    const { body, statusCode } = await admin('GET', path)
    t.equal(statusCode, 200, path)
    t.notMatch(body, secret, path)
  }
})

t.test('the APIs answer pages of any origin, the admin API none', async t => {
  const { send } = await startStandin(t)
  const preflight = { origin: 'http://page.example', 'access-control-request-method': 'POST' }
  t.match(await send('OPTIONS', '/api/connector/v1/exports/add', undefined, preflight), {
    statusCode: 204,
    headers: { 'access-control-allow-origin': 'http://page.example' }
  })

  for (const path of [
    '/__admin',
    '/__admin/clock',
    '/~a/__admin/clock/advance',
    '/__admin/nothing'
  ]) {
    const answer = await send('OPTIONS', path, undefined, preflight)
    t.match(answer.json(), { status: 403, code: 'STANDIN_CROSS_ORIGIN' }, path)
    t.notOk(answer.headers['access-control-allow-origin'])
  }
})

t.test('what is declared of the APIs is listed', async t => {
  const { admin } = await startStandin(t)
  const { operations } = (await admin('GET', '/operations')).json()
  t.match(
    operations.find(({ id }: { id: string }) => id === 'webadmit.runExport'),
    {
      simulation: {
        steps: ['requires', 'unique', 'create', 'reply'],
        creates: 'webadmit.ExportFile',
        callbacks: [/^webadmit.runExport\//]
      }
    }
  )
  const { types } = (await admin('GET', '/resources')).json()
  t.ok(types.some(({ type }: { type: string }) => type === 'vcf.ExportTask'))
})

t.test('the examples of its document work', async t => {
  const { admin } = await startStandin(t)
  const { paths } = (await admin('GET', '/openapi.json')).json()
  const id = '7c9e6679-7425-40de-944b-e07fc1f90ae7'
  for (const [method, path, of] of [
    ['POST', '/stubs', '/stubs'],
    ['PUT', `/resources/mews.Export/${id}`, '/resources/{type}/{id}'],
    ['PUT', `/resources/mews.Export/${id}/status`, '/resources/{type}/{id}/status'],
    ['PATCH', '/settings', '/settings'],
    ['PUT', '/clock', '/clock'],
    ['POST', '/clock/advance', '/clock/advance']
  ] as const) {
    const content: Record<string, { example: unknown }> =
      paths[of][method.toLowerCase()].requestBody.content
    for (const { example } of Object.values(content)) {
      t.ok(example, `${method} ${of} has an example`)
      const { body, statusCode } = await admin(method, path, example)
      t.ok(statusCode < 300, `${method} ${path} ${statusCode}`, { body })
    }
  }
})
