import t from 'tap'
import { freshWorld } from '../start-standin.ts'
import { replayEtSample } from './replay-et-sample.ts'

const CLAIMS = '/api/v2/exports/export_claims'
const RESPONSES = '/api/v2/exports/export_responses'
const UUID = '5b1a7f0c-3f7e-4c0e-8a44-d2f6a1f0b923'
const ACCEPTED = { uuid: UUID, command: 'ExportResponses', data: { external_system_id: 1, response_ids: [19, 20] } }
const REFUSED = { uuid: UUID, command: 'ExportResponses', data: { external_system_id: -1, response_ids: [19, 0] } }

t.test('the sample of the document is answered as it is printed, headers too', async t => {
  await replayEtSample(t, await freshWorld(t), 'et-responses')
})

t.test('responses that do not exist have errors of their own, after that of the external system', async t => {
  const { send } = await freshWorld(t)
  const answer = await send('POST', RESPONSES, REFUSED)

  t.equal(answer.statusCode, 400)
  t.same(answer.json().errors.map(({ code, source, title }: Record<string, string>) => [code, source, title]), [
    ['external_system_not_found', '/external_system_id', 'The external system with an id of -1 was not found'],
    ['response_not_found', '/response_ids', 'A response with an id of 0 was not found']
  ])
})

t.test('an accepted uuid gets the same response again, from both endpoints, and exports nothing more', async t => {
  const { admin, send } = await freshWorld(t)
  const first = await send('POST', RESPONSES, ACCEPTED)
  const again = await send('POST', RESPONSES, REFUSED)
  const elsewhere = await send('POST', CLAIMS, { uuid: UUID, data: { external_system_id: -1, claim_ids: [0] } })

  t.equal(first.statusCode, 202)
  for (const answer of [again, elsewhere]) t.same([answer.statusCode, answer.body], [first.statusCode, first.body])
  t.not(again.headers['x-request-id'], first.headers['x-request-id'], 'the exchange is another one')
  t.equal((await admin('GET', '/resources/et.Command')).body.split(UUID).length - 1, 1)
})

t.test('a uuid that was refused stays refused, from both endpoints', async t => {
  const { admin, send } = await freshWorld(t)
  const first = await send('POST', RESPONSES, REFUSED)
  const again = await send('POST', RESPONSES, ACCEPTED)
  const elsewhere = await send('POST', CLAIMS, { uuid: UUID })

  t.equal(first.statusCode, 400)
  for (const answer of [again, elsewhere]) t.same([answer.statusCode, answer.body], [first.statusCode, first.body])
  t.notMatch((await admin('GET', '/resources/et.Command')).body, UUID)
})

t.test('what broke the contract is not remembered, so that it can be corrected under its uuid', async t => {
  const { send } = await freshWorld(t)

  t.equal((await send('POST', RESPONSES, { uuid: UUID, data: { external_system_id: 'one' } })).statusCode, 400)
  t.equal((await send('POST', RESPONSES, ACCEPTED)).statusCode, 202)
})

t.test('a command without a uuid is not remembered', async t => {
  const { send } = await freshWorld(t)
  const { uuid, ...unnamed } = ACCEPTED

  t.equal((await send('POST', RESPONSES, unnamed)).statusCode, 202)
  t.equal((await send('POST', RESPONSES, { data: { external_system_id: 1, response_ids: [0] } })).statusCode, 400)
})

t.test('another world remembers nothing of it, and neither does this one after a reset', async t => {
  const standin = await freshWorld(t)
  const elsewhere = await standin.world('elsewhere')
  await standin.send('POST', RESPONSES, REFUSED)

  t.equal((await elsewhere.send('POST', RESPONSES, ACCEPTED)).statusCode, 202)
  t.equal((await standin.send('POST', RESPONSES, ACCEPTED)).statusCode, 400)
  await standin.admin('POST', '/reset')
  t.equal((await standin.send('POST', RESPONSES, ACCEPTED)).statusCode, 202)
})
