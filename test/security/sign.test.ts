import t from 'tap'
import { signByHmac, signByStandardWebhooks, signByStripe } from '../../src/security/sign.ts'

const HMAC = { algorithm: 'sha256', encoding: 'hex', prefix: '', content: '{body}', timestamp: undefined } as const

t.test('the example of the Standard Webhooks libraries is signed as they do', async t => {
  const sign = signByStandardWebhooks('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')
  const headers = sign({ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', seconds: 1_614_265_330, body: '{"test": 2432232314}' })
  t.same(headers, {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='
  })
})

t.test('the example of the documentation of GitHub is signed as it says', async t => {
  const secret = "It's a Secret to Everybody"
  const sign = signByHmac({ ...HMAC, secret, header: 'x-hub-signature-256', prefix: 'sha256=' })
  t.same(sign({ id: '', seconds: 0, body: 'Hello, World!' }), {
    'x-hub-signature-256': 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17'
  })
})

t.test('the example of the documentation of Slack is signed as it says, by a scheme of its own', async t => {
  const sign = signByHmac({
    ...HMAC,
    secret: '8f742231b10e8888abcd99yyyzzz85a5',
    header: 'x-slack-signature',
    prefix: 'v0=',
    content: 'v0:{timestamp}:{body}',
    timestamp: 'x-slack-request-timestamp'
  })
  const body = 'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&' +
    'channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&' +
    'response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&' +
    'trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c'
  t.same(sign({ id: '', seconds: 1_531_420_618, body }), {
    'x-slack-request-timestamp': '1531420618',
    'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503'
  })
})

t.test('Stripe signs the time and the body', async t => {
  const sign = signByStripe('whsec_test', 'stripe-signature')
  const [at, later] = [5, 6].map(seconds => sign({ id: '', seconds, body: '{}' })['stripe-signature'])
  t.match(at, /^t=5,v1=[0-9a-f]{64}$/)
  t.not(at?.slice(4), later?.slice(4))
})

t.test('what the body holds is no placeholder', async t => {
  const sign = signByHmac({ ...HMAC, secret: 's', header: 'x', content: '{id}.{body}' })
  const plain = signByHmac({ ...HMAC, secret: 's', header: 'x' })
  t.same(sign({ id: 'a', seconds: 1, body: '{id}$&' }), plain({ id: '', seconds: 1, body: 'a.{id}$&' }))
})
