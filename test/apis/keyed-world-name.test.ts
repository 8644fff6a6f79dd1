import { createHash } from 'node:crypto'
import t from 'tap'
import { keyedWorldName } from '../../src/apis/keyed-world-name.ts'
import { isWorldName } from '../../src/worlds/worlds.ts'

t.test('a value that can be a name is one', async t => {
  for (const value of ['acme', 'Acme', '42', 'a.b_c-d', 'x'.repeat(64)]) t.equal(keyedWorldName(value, false), value)
})

t.test('any other value becomes a name that no other value has', async t => {
  const spaced = ['Acme GmbH', 'Acme/GmbH', 'Acme  GmbH', ' ']
  const odd = [...spaced, '-acme', '_', 'é', '日本', 'a\u0000', 'x'.repeat(65), 'x'.repeat(66)]
  const names = odd.map(value => keyedWorldName(value, false))
  t.equal(new Set(names).size, odd.length)
  for (const name of names) t.ok(isWorldName(name), name)
  t.match(names[0], /^Acme-GmbH-[0-9a-f]{32}$/)

  const imitated = keyedWorldName('Acme GmbH', false)
  t.not(keyedWorldName(imitated, false), imitated, 'nor by naming it')
  t.ok(isWorldName(keyedWorldName(imitated, false)))
})

t.test('of a secret there is its hash, as any tool makes it', async t => {
  const name = keyedWorldName('s3cret', true)
  t.equal(name, `key-${createHash('sha256').update('s3cret').digest('hex').slice(0, 32)}`)
  t.equal(keyedWorldName('s3cret', true), name)
})
