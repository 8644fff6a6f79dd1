import t from 'tap'
import { Placeholders } from '../../src/pact/placeholders.ts'

t.test('secrets are replaced by the names of their members, and wherever they come again', async t => {
  const placeholders = new Placeholders({ keepForm: false })
  const given = { AccessToken: 'abcdef', nested: [{ password: 'x' }], note: 'token abcdef is bad', name: 'Ann' }
  t.same(placeholders.in(given), {
    AccessToken: 'placeholder',
    nested: [{ password: 'placeholder' }],
    note: 'token placeholder is bad',
    name: 'Ann'
  })
  t.equal(placeholders.text('abcdef'), 'placeholder')
  t.equal(placeholders.text('x-ray'), 'x-ray', 'a short secret is no part of other texts')
})

t.test('a scheme stays, and short secrets after it are replaced, too', async t => {
  const placeholders = new Placeholders({ keepForm: false })
  t.equal(placeholders.hide('Bearer abc'), 'Bearer placeholder')
  t.equal(placeholders.text('Bearer abc'), 'Bearer placeholder')
  t.equal(placeholders.hide('Basic YTpi'), `Basic ${Buffer.from('user:password').toString('base64')}`)
  t.equal(placeholders.text('Basic YTpi'), `Basic ${Buffer.from('user:password').toString('base64')}`)
})

t.test('a placeholder has the form of its secret where contracts ask for one', async t => {
  const placeholders = new Placeholders({ keepForm: true })
  t.equal(placeholders.hide('E0D4-39ee'), 'A0A0-00aa')
})
