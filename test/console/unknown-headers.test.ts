import t from 'tap'
import { plain } from '../../src/console/paint.ts'
import { createTextLog } from '../../src/console/text-log.ts'
import { listUnknownHeaders } from '../../src/console/unknown-headers.ts'
import type { ObservedWorld } from '../../src/worlds/observers.ts'
import { exchangeOf } from './exchange-of.ts'

t.test('misspelt headers of the stand-in are told with the nearest', async t => {
  const cases = [
    ['x-standin-wrold', ['unknown header x-standin-wrold, did you mean x-standin-world?']],
    ['x-standin-worlds', ['unknown header x-standin-worlds, did you mean x-standin-world?']],
    ['x-standin-zzzzzzzzzzzzzzzz', ['unknown header x-standin-zzzzzzzzzzzzzzzz']],
    ['x-standin-world', []],
    ['x-standin-violation', []],
    ['x-other', []]
  ] as const
  for (const [name, told] of cases) t.strictSame(listUnknownHeaders({ requestHeaders: { [name]: 'a' } }), told, name)
})

t.test('the console tells them below the line of the request', async t => {
  const written: string[] = []
  const tell = createTextLog({ operations: () => [], isDetailed: false }, { write: text => written.push(text) }, plain)
  const world = { name: 'default' } as Partial<ObservedWorld> as ObservedWorld // nothing else of it is read
  tell(exchangeOf({ requestHeaders: { 'x-standin-wrold': 'a' } }), world)
  t.match(written.join(''), / ms\n {2}unknown header x-standin-wrold, did you mean x-standin-world\?\n$/)
})
