import { createHmac } from 'node:crypto'
import { verify } from '@octokit/webhooks-methods'
import { Webhook } from 'standardwebhooks'
import t from 'tap'
import { startReceiver } from '../providers/start-receiver.ts'
import { START } from '../simulation/act.ts'
import { playCallbacks } from './play-callbacks.ts'

const JSON_BODY = { body: 'application/json' } as const

t.test('a message has the headers that are declared, filled for its resource', async t => {
  const calling = playCallbacks(t, {
    ...JSON_BODY,
    standin: {
      body: { event: '$event.id' },
      headers: {
        'X-Status': '$status',
        'X-Event': 'evt_{$event.id}',
        'User-Agent': 'Shop/1',
        'X-None': '$request.header.none'
      }
    }
  })
  const { received, url } = await startReceiver(t, 500)
  calling.run(url)
  calling.run(url)
  await calling.advance('PT7S')
  await calling.advance('PT1S')
  const ids = received.map(({ body }) => JSON.parse(body).event)
  t.match(ids[0], /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
  t.same(ids, [ids[0], ids[1], ids[0]], 'an attempt has the id of its event')
  t.not(ids[0], ids[1])
  t.match(received[0]?.headers, {
    'content-type': 'application/json',
    'x-status': 'available',
    'x-event': `evt_${ids[0]}`,
    'user-agent': 'Shop/1',
    'x-none': undefined
  })
  t.match(calling.deliveries[0], { headers: { 'x-status': 'available' }, violations: [] })
})

t.test('headers that the contract requires are filled, and what does not fit it is told', async t => {
  const parameters = [
    { name: 'X-Version', in: 'header', required: true, schema: { type: 'string', enum: ['v1', 'v2'] } },
    { name: 'X-Kind', in: 'header', required: true, schema: { type: 'string' }, example: 'export' },
    { name: 'X-Optional', in: 'header', schema: { type: 'string' }, example: 'not sent' },
    { name: 'X-Number', in: 'header', required: true, schema: { type: 'integer' } },
    { name: 'x', in: 'query', required: true, schema: { type: 'integer' } }
  ]
  const calling = playCallbacks(t, { parameters, ...JSON_BODY, standin: { headers: { 'X-Number': 'many' } } })
  const { received, url } = await startReceiver(t)
  calling.run(url)
  await calling.advance('PT7S')
  t.match(received[0]?.headers, {
    'x-version': /^v[12]$/, 'x-kind': 'export', 'x-optional': undefined, 'x-number': 'many'
  })
  t.match(calling.deliveries[0]?.violations, [{ in: 'header', pointer: '/x-number', rule: 'type' }])
})

const SECRET = `whsec_${Buffer.from('a secret of a test, 24 b').toString('base64')}`

t.test('receivers of Standard Webhooks accept each attempt, by the time of the world', async t => {
  const calling = playCallbacks(t, {
    ...JSON_BODY,
    standin: { sign: { scheme: 'standard-webhooks', secret: SECRET }, body: { id: '$id', text: 'é' } }
  })
  const { received, url } = await startReceiver(t, 500)
  calling.run(url)
  await calling.advance('PT8S')
  t.equal(received.length, 2)
  const webhook = new Webhook(SECRET)
  // The library compares the timestamp with the real time, which is not that of the world.
  t.intercept(Date, 'now', { value: () => START })
  for (const [index, { body, headers }] of received.entries()) {
    const signed = headers as Record<string, string>  // these are of one value each
    t.equal(signed['webhook-timestamp'], String(START / 1_000 + 7 + index))
    t.equal(signed['webhook-id'], received[0]?.headers['webhook-id'])
    t.ok(webhook.verify(body, signed))
    t.throws(() => webhook.verify(`${body} `, signed))
  }
  t.not(received[0]?.headers['webhook-signature'], received[1]?.headers['webhook-signature'])
})

t.test('receivers of GitHub accept it', async t => {
  const calling = playCallbacks(t, {
    standin: { sign: { scheme: 'github', secret: 'hush' }, headers: { 'X-GitHub-Event': 'export' } }
  })
  const { received, url } = await startReceiver(t)
  calling.run(url)
  await calling.advance('PT7S')
  const { body = '', headers = {} } = received[0] ?? {}
  t.ok(await verify('hush', body, String(headers['x-hub-signature-256'])))
  t.notOk(await verify('other', body, String(headers['x-hub-signature-256'])))
})

t.test('a secret comes from the environment', async t => {
  t.teardown(() => { delete process.env.SHOP_TEST_SECRET })
  process.env.SHOP_TEST_SECRET = 'from outside'
  const sign = { scheme: 'stripe', secret: { env: 'SHOP_TEST_SECRET', else: 'not this' } }
  const calling = playCallbacks(t, { ...JSON_BODY, standin: { sign, body: { id: '$id' } } })
  const { received, url } = await startReceiver(t)
  calling.run(url)
  await calling.advance('PT7S')
  const time = START / 1_000 + 7
  const signature = createHmac('sha256', 'from outside').update(`${time}.${received[0]?.body}`).digest('hex')
  t.equal(received[0]?.headers['stripe-signature'], `t=${time},v1=${signature}`)
})
