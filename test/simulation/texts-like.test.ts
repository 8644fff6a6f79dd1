import t from 'tap'
import { textsLike } from '../../src/simulation/texts-like.ts'
import { Random } from '../../src/worlds/random.ts'

t.test('ids are made like a pattern', async t => {
  const patterns = [
    '^IS[0-9a-fA-F]{32}$',
    '^ord_[a-z0-9]{16}$',
    '[0-9a-f]{24}',
    '^[A-Z]{2}-\\d{8}$',
    '^(?:live|test)_\\w{12,40}$',
    '^[^/]+$',
    '^arn:aws[a-z-]{0,12}:maps:[0-9]{12}:job/[a-z0-9]{12,}$',
    '^[\\w\\-\\.]{1,64}$',
    '^.{8}$',
    '^a?b*[0-9]+$',
    '^urn:x:[0-9]{9}\\$$'
  ]
  const random = new Random('ids')
  for (const pattern of patterns) {
    const make = textsLike(pattern)
    const ids = Array.from({ length: 20 }, () => make?.(random) ?? '')
    for (const id of ids) t.match(id, new RegExp(pattern), pattern)
    t.equal(new Set(ids).size, 20, `${pattern} gives ids that differ`)
  }
})

t.test('what cannot be read, or stands for few texts, gives none', async t => {
  for (const pattern of [
    '^a{3}$',
    '^[a-z]{2}$',
    '^(?=a)[a-z]{12}$',
    '^([a-z]{12})\\1$',
    '^[a-z]{12}(',
    '\\p{L}{12}',
    '^\\s{20}$',
    ''
  ]) t.equal(textsLike(pattern), undefined, pattern)
})
