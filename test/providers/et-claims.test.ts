import t from 'tap'
import { freshWorld } from '../start-standin.ts'
import { replayEtSample } from './replay-et-sample.ts'

const PATH = '/api/v2/exports/export_claims'
const UUID = '0f4c6c3e-6a55-4b07-9c1e-5a3f1c7b5d10'

t.test('the sample of the document is answered as it is printed, headers too', async t => {
  await replayEtSample(t, await freshWorld(t), 'et-claims')
})

t.test('existing claims are accepted for an existing system, with the members in the order of the service', async t => {
  const { send } = await freshWorld(t)
  const answer = await send('POST', PATH, commandFor({ external_system_id: 1, claim_ids: [47, 48] }))

  t.equal(answer.statusCode, 202)
  t.equal(answer.body, `{"status":"accepted","meta":{},"uuid":"${UUID}"}`)
})

t.test('there is one error for each id that does not exist, in order, the external system first', async t => {
  const { send } = await freshWorld(t)
  const answer = await send('POST', PATH, commandFor({ external_system_id: 0, claim_ids: [-3, 47, 0, -1] }))

  t.equal(answer.statusCode, 400)
  t.same(answer.json(), {
    status: 'not_accepted',
    uuid: UUID,
    errors: [
      missing('external_system_not_found', 'The external system with an id of 0 was not found', '/external_system_id'),
      missing('claim_not_found', 'A claim with an id of -3 was not found', '/claim_ids'),
      missing('claim_not_found', 'A claim with an id of 0 was not found', '/claim_ids'),
      missing('claim_not_found', 'A claim with an id of -1 was not found', '/claim_ids')
    ]
  })
})

t.test('a world says which ids exist', async t => {
  const { admin, send, seed } = await freshWorld(t)
  await seed('et.ExternalSystem', -1, {})
  await admin('DELETE', '/resources/et.Claim/48')
  const answer = await send('POST', PATH, commandFor({ external_system_id: -1, claim_ids: [47, 48] }))

  t.same(answer.json().errors, [missing('claim_not_found', 'A claim with an id of 48 was not found', '/claim_ids')])
})

t.test('what was exported can be seen, and what was not accepted exports nothing', async t => {
  const { admin, send } = await freshWorld(t)
  await send('POST', PATH, { ...commandFor({ external_system_id: -1, claim_ids: [47] }), uuid: 'refused' })
  await send('POST', PATH, commandFor({ external_system_id: 1, claim_ids: [47] }))

  const listed = (await admin('GET', '/resources/et.Command')).body
  t.match(listed, UUID)
  t.notMatch(listed, 'refused')
})

t.test('each member is optional, unknown ones are ignored, and the command is not looked at', async t => {
  const { send } = await freshWorld(t)
  const answers = [
    [await send('POST', PATH, {}), { status: 'accepted', meta: {} }],
    [await send('POST', PATH, { uuid: 'any text' }), { status: 'accepted', meta: {}, uuid: 'any text' }],
    [
      await send('POST', PATH, { command: 'Whatever', colour: 'blue', data: { external_system_id: 1, claim_ids: [] } }),
      { status: 'accepted', meta: {} }
    ]
  ] as const

  for (const [answer, body] of answers) {
    t.equal(answer.statusCode, 202)
    t.same(answer.json(), body)
  }
})

t.test('a body that is not JSON is a Bad Request in the form of the framework', async t => {
  const { send } = await freshWorld(t)
  const answer = await send('POST', PATH, '{"uuid":', { 'content-type': 'application/json' })

  t.equal(answer.statusCode, 400)
  t.equal(answer.body, '{"status":400,"error":"Bad Request"}')
  t.match(answer.headers['x-request-id'], /^[0-9a-f-]{36}$/)
})

t.test('other paths and other methods are Not Found in the form of the framework', async t => {
  const { send } = await freshWorld(t)
  const requests = [
    ['GET', PATH],
    ['PUT', PATH],
    ['DELETE', PATH],
    ['POST', '/api/v2/exports/export_nothing'],
    ['GET', '/api/v2/exports']
  ] as const

  for (const [method, url] of requests) {
    const answer = await send(method, url)
    t.equal(answer.statusCode, 404, `${method} ${url}`)
    t.equal(answer.body, '{"status":404,"error":"Not Found"}')
    t.match(answer.headers['x-runtime'], /^\d+\.\d{6}$/)
    t.equal(answer.headers['x-frame-options'], 'SAMEORIGIN')
  }
})

t.test('a command that breaks the contract has an error of the same envelope for each violation', async t => {
  const { send } = await freshWorld(t)
  const answer = await send('POST', PATH, {
    uuid: 17,
    command: 'ExportClaims',
    data: { external_system_id: '1', claim_ids: [47, 'abc'] }
  })

  t.equal(answer.statusCode, 400)
  t.match(answer.json(), { status: 'not_accepted', uuid: 17 })
  t.same(answer.json().errors.map(({ source }: { source: string }) => source).sort(), [
    '/data/claim_ids/1',
    '/data/external_system_id',
    '/uuid'
  ])
  for (const error of answer.json().errors) {
    t.match(error, { status: 422, code: 'invalid', detail: /^et\.exportClaims: body / })
  }
})

function commandFor (data: object) {
  return { uuid: UUID, command: 'ExportClaims', data }
}

function missing (code: string, title: string, source: string) {
  return { status: 422, code, title, detail: title, source, command: 'ExportClaims', uuid: UUID }
}
