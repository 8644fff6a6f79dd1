import t from 'tap'
import { startAdmin } from './start-admin.ts'

t.test('it tells that it answers, its version and what it serves', async t => {
  const { call } = await startAdmin(t)
  t.same((await call('GET', '/health')).json(), { status: 'ok', version: '1.2.3', apis: ['kiln'] })
})

t.test('asking for it makes no world', async t => {
  const { call, worlds } = await startAdmin(t)
  await call('GET', '/health', undefined, { 'x-standin-world': 'other' })
  t.same(
    worlds.list().map(({ name }) => name),
    ['default']
  )
})
