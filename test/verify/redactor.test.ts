import t from 'tap'
import { InvalidOption } from '../../src/errors.ts'
import { Redactor } from '../../src/verify/redactor.ts'

const SECRET = 'pa ss+w/rd"&<é>-42'

/** Texts in which the secret is, as a service may send it back. */
const TEXTS: ReadonlyArray<readonly [name: string, text: string]> = [
  ['plain', `you sent ${SECRET}, did you?`],
  ['twice', `${SECRET}${SECRET}`],
  ['in upper case', SECRET.toUpperCase()],
  ['in a query', `/x?q=${encodeURIComponent(SECRET)}&y=1`],
  ['in a form', `q=${encodeURIComponent(SECRET).replaceAll('%20', '+')}`],
  ['encoded with small letters', encodeURIComponent(SECRET).toLowerCase()],
  ['encoded twice', encodeURIComponent(encodeURIComponent(SECRET))],
  ['in JSON', JSON.stringify({ x: SECRET })],
  ['in JSON within JSON', JSON.stringify({ x: JSON.stringify({ y: SECRET }) })],
  ['in XML', '<x>pa ss+w/rd"&amp;&lt;é&gt;-42</x>'],
  ['as base64', Buffer.from(SECRET).toString('base64')],
  ['as base64url', Buffer.from(SECRET).toString('base64url')],
  ['as hex', Buffer.from(SECRET).toString('hex')]
]

for (const [name, text] of TEXTS) {
  t.test(`a secret is removed ${name}`, async t => {
    const redactor = new Redactor()
    redactor.add(SECRET, 'TOKEN')
    const shown = redactor.text(text)

    t.match(shown, '***')
    t.notMatch(shown, /pa.?ss|rd|cGEgc3|7061|42/i)
  })
}

t.test('the start of a secret is removed where a text was cut off', async t => {
  const redactor = new Redactor()
  redactor.add('abcdefghijklmnop', 'TOKEN')

  t.equal(redactor.text('it is "abcdefgh…'), 'it is "***…')
  t.equal(redactor.text('it is abcdefghijklm...'), 'it is ***...')
  t.equal(redactor.text('abcd… and ABCDEF…'), '***… and ***…')
  t.equal(redactor.text('abc… is no secret, and abcx… is none'), 'abc… is no secret, and abcx… is none')
})

t.test('a very long secret is removed too', async t => {
  const redactor = new Redactor()
  const token = 'ey'.repeat(20_000)
  redactor.add(token, 'TOKEN')

  t.equal(redactor.text(`<${token}>`), '<***>')
  t.equal(redactor.text(`<${token.slice(0, 30_000)}…`), '<***…')
})

t.test('secrets are removed from all texts of a value, and from its names', async t => {
  const redactor = new Redactor()
  redactor.add('s3cret', 'TOKEN')

  t.same(redactor.value({ 's3cret x': ['a s3cret', 1, null, { y: 's3cret' }], z: true }), {
    '*** x': ['a ***', 1, null, { y: '***' }],
    z: true
  })
})

t.test('credentials are removed by their names, whatever they are', async t => {
  t.equal(new Redactor().text('{"access_token":"abc"}'), '{"access_token":"***"}')
})

t.test('a secret that is too short to be found is rejected, and not shown', async t => {
  t.throws(() => new Redactor().add('abc', 'TOKEN'), InvalidOption)
  t.throws(() => new Redactor().add('abc', 'TOKEN'), { message: /^(?!.*abc).*TOKEN/ })
})
