import t from 'tap'
import { reloadText } from '../../src/reload/reload-text.ts'

const NOTHING = { added: [], gone: [], dropped: [], tookMs: 41.7 }

t.test('a reload is told in one line', async t => {
  t.equal(reloadText(NOTHING, ['shop.yaml']), 'reloaded shop.yaml in 42 ms')
  t.equal(
    reloadText({ ...NOTHING, added: ['shop.a'], gone: ['shop.b', 'shop.c'] }, [
      'shop.yaml',
      'b.json'
    ]),
    'reloaded shop.yaml, b.json in 42 ms: added shop.a; removed shop.b, shop.c'
  )
})

t.test('what was dropped alike is counted', async t => {
  const order = { kind: 'resource', of: 'shop.Order', world: 'default' } as const
  const stub = { kind: 'stub', of: 'shop.add', world: 'default', reason: 'no operation\nno reply' } as const

  t.equal(
    reloadText({ ...NOTHING, dropped: [order, order, stub] }, ['a']),
    'reloaded a in 42 ms: dropped 2 resources of shop.Order in world default, 1 stub of shop.add in world default (no operation; no reply)'
  )
})

t.test('of many, some are told by name', async t => {
  const added = Array.from({ length: 7 }, (_, index) => `shop.${index}`)

  t.match(reloadText({ ...NOTHING, added }, ['a']), /: added shop\.0, shop\.1, shop\.2, shop\.3, shop\.4 and 2 more$/)
})
