import t from 'tap'
import { maskText } from '../../src/schemas/mask-text.ts'

const TEXTS: ReadonlyArray<readonly [text: string, masked: string]> = [
  ['{"AccessToken":"A","x":"y"', '{"AccessToken":"***","x":"y"'],
  ['{"AccessToken" : "A \\" B", "n": 1}', '{"AccessToken" : "***", "n": 1}'],
  ['{"AccessToken": "never closed', '{"AccessToken": "***"'],
  ['{"password": 123, "a": 1}', '{"password": "***", "a": 1}'],
  ['{"user":{"password":"P"}', '{"user":{"password":"***"}'],
  ['{"tokens":["A","B"],"a":1', '{"tokens":"***","a":1'],
  ["{'password': 'P Q', 'a': 1}", "{'password': \"***\", 'a': 1}"],
  ['sent {\\"password\\":\\"P Q\\",\\"a\\":1}', 'sent {\\"password\\":\\"***\\",\\"a\\":1}'],
  ['grant_type=password&client_secret=S', 'grant_type=password&client_secret=***'],
  ['to https://host/?token=T#a, then', 'to https://host/?token=***#a, then'],
  ['https://host/cb#access_token=T&a=1', 'https://host/cb#access_token=***&a=1'],
  ['auth[token]=T&a[b]=1', 'auth[token]=***&a[b]=1'],
  ['host=h;password=P;a=1', 'host=h;password=***;a=1'],
  ['user=u, password="P Q", a=1', 'user=u, password="***", a=1'],
  ['token: T', 'token: ***'],
  ['a: 1\n  password: P Q\nb: 2', 'a: 1\n  password: ***\nb: 2'],
  ['Authorization: Bearer T\r\nAccept: */*', 'Authorization: Bearer ***\r\nAccept: */*'],
  ['it failed (token: T), again', 'it failed (token: ***), again'],
  ['token:\n  next: 1', 'token:\n  next: 1'],
  ['https://me:P@host/ and //T@host', 'https://***@host/ and //***@host'],
  ['postgres://me:P@Q@host/db', 'postgres://***@host/db'],
  ['curl -u me:P@host', 'curl -u me:***@host'],
  ['mailto:me@host, me@host', 'mailto:me@host, me@host'],
  ['https://host:8080/@me', 'https://host:8080/@me'],
  [
    '<login><a:accessToken x="1">A</a:accessToken><name>b</name></login>',
    '<login><a:accessToken x="1">***</a:accessToken><name>b</name></login>'
  ],
  ['<password><![CDATA[a<b]]></password>', '<password>***</password>'],
  ['<login><pin>12', '<login><pin>***'],
  ['<login apiKey="A" name=\'b\'/>', '<login apiKey="***" name=\'b\'/>'],
  ['as "Bearer <token>", or the header x', 'as "Bearer <token>", or the header x'],
  ['Bad Request to shop.refreshToken: body /x is required', 'Bad Request to shop.refreshToken: body /x is required'],
  ['base64 of user:password', 'base64 of user:password'],
  ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
  ['nothing to hide', 'nothing to hide']
]

for (const [text, masked] of TEXTS) {
  t.test(`the text ${text} is shown as ${masked}`, async t => {
    t.equal(maskText(text), masked)
    t.equal(maskText(masked), masked, 'and again alike')
  })
}

t.test('a megabyte of odd text is masked in no time', async t => {
  const odds = [
    '"', '"a":', 'a=', '\\"', ' ', '&', '<a', '<a ', '<a>', ' a=', 'token=', '"token":', '"token":[', '"token":"', 'pin: ',
    '//', '//a@', 'a:b@', '<token>', '<token><![CDATA[', '\\"token\\":\\"', 'a:', '\t', 'a '
  ]
  for (const odd of odds) t.type(maskText(`${odd.repeat(2 ** 20 / odd.length)}=@`), 'string')
})
