import t from 'tap'
import { createHostWorld } from '../../src/apis/host-world.ts'

t.test('a host names the world before a name of the server, or as a whole', async t => {
  const worldOf = createHostWorld(['mocks.example', '.team.mocks.example', 'Standin'])
  const cases = [
    ['checkout.localhost:4010', 'checkout'],
    ['Checkout.LOCALHOST.', 'checkout'],
    ['a.b.localhost', 'a.b'],
    ['checkout.mocks.example', 'checkout'],
    ['checkout.team.mocks.example', 'checkout'],
    ['billing', 'billing'],
    ['api.other.example:443', 'api.other.example'],
    ['notmocks.example', 'notmocks.example'],
    ['localhost:4010', undefined],
    ['mocks.example', undefined],
    ['team.mocks.example', undefined],
    ['standin:4010', undefined],
    ['127.0.0.1:4010', undefined],
    ['[::1]:4010', undefined],
    ['127.1', undefined],
    ['', undefined],
    ['a b', undefined]
  ] as const
  for (const [host, world] of cases) t.equal(worldOf(host), world, host)
})
