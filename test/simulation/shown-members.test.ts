import t from 'tap'
import { play } from './act.ts'

t.test('a resource shows its id, its status, what it was created with, then what is declared always and for its status', async t => {
  const { advance, send } = play({
    root: {
      resources: {
        Job: {
          while: { done: { late: 1, size: '$resource.name', note: 'done' }, failed: {} },
          always: { size: null, kind: 'from the type', note: '$status.until', made: '$created' },
          lifecycles: { success: [{ waiting: 'PT1S' }, 'done'], failure: ['failed'] },
          status: { member: 'state' },
          id: { member: 'nr', format: 'integer' }
        }
      }
    },
    operations: {
      'POST /jobs': { standin: { create: { type: 'Job', hidden: { secret: 1 }, members: { name: '$request.body#/name', kind: '$request.body#/kind' } }, reply: { status: 200, body: '$resource' } } },
      'GET /jobs': { standin: { find: { type: 'Job', many: true }, reply: { status: 200, body: '$resources' } } }
    }
  })
  const shown = () => JSON.stringify((send('GET /jobs').body as unknown[])[0])
  send('POST /jobs', { body: { name: 'a', kind: 'own' } })
  t.equal(shown(), '{"nr":1,"state":"waiting","name":"a","kind":"own","size":null,"note":"2026-01-01T00:00:01Z","made":"2026-01-01T00:00:00Z"}')
  await advance('PT1S')
  t.equal(shown(), '{"nr":1,"state":"done","name":"a","kind":"own","size":"a","made":"2026-01-01T00:00:00Z","late":1,"note":"done"}')

  t.equal(JSON.stringify(send('POST /jobs', { body: { name: 'b' } }).body), '{"nr":2,"state":"waiting","name":"b","size":null,"kind":"from the type","note":"2026-01-01T00:00:02Z","made":"2026-01-01T00:00:01Z"}')
})

t.test('a type that declares nothing shows what it was created with', async t => {
  const { send } = play({
    root: { resources: { Job: {} } },
    operations: { 'POST /jobs': { standin: { create: { type: 'Job', members: { body: '$request.body' } }, reply: { status: 200, body: '$resource' } } } }
  })
  t.same(send('POST /jobs', { body: { a: [1] } }).body, { body: { a: [1] } })
})
