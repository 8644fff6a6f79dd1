import t from 'tap'
import { Listeners } from '../../src/worlds/listeners.ts'

t.test('each listener is told until it stops', async t => {
  const listeners = new Listeners<number>()
  const heard: string[] = []
  const end = listeners.add(news => heard.push(`a${news}`))
  listeners.add(news => heard.push(`b${news}`))
  listeners.tell(1)
  end()
  listeners.tell(2)

  t.same(heard, ['a1', 'b1', 'b2'])
})

t.test('one that stops while it is told does not keep the others from hearing', async t => {
  const listeners = new Listeners()
  const heard: string[] = []
  const end = listeners.add(() => end())
  listeners.add(() => heard.push('b'))
  listeners.tell()

  t.same(heard, ['b'])
})
