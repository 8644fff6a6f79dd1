import t from 'tap'
import { play } from './act.ts'
import type { Play } from './act.ts'

function playClaims (): Play {
  return play({
    root: {
      resources: {
        System: { exists: { type: 'integer', minimum: 1 } },
        Claim: { exists: { type: 'integer', minimum: 1 } },
        Seeded: {}
      }
    },
    operations: {
      'POST /exports': {
        statuses: [200, 400],
        standin: {
          requires: {
            all: [
              {
                type: 'System',
                id: '$request.body#/system',
                problem: { code: 'system', text: 'no system {$id}', id: '$id', of: '$request.body#/of' }
              },
              { type: 'Claim', id: '$request.body#/claims', problem: 'claim {$id}' },
              { type: 'Seeded', id: '$request.body#/seeded' }
            ],
            else: { status: 400, body: { errors: '$problems' } }
          },
          reply: { status: 200 }
        }
      }
    }
  })
}

function problems ({ send }: Play, body: unknown): unknown {
  const response = send('POST /exports', { body })
  return response.status === 200 ? [] : (response.body as { errors: unknown }).errors
}

t.test('every id that does not exist is a problem, in the order in which they are declared and given', async t => {
  const claims = playClaims()
  t.same(problems(claims, { system: 1, claims: [1, 2, 3] }), [])
  t.strictSame(problems(claims, { claims: [0, 5, -1], system: -1, of: 'x' }), [
    { code: 'system', text: 'no system -1', id: -1, of: 'x' },
    'claim 0',
    'claim -1'
  ])
  t.same(problems(claims, { claims: [-1, -1] }), ['claim -1', 'claim -1'], 'one for each time that it is given')
})

t.test('an id that is not given is not asked for', async t => {
  const claims = playClaims()
  for (const body of [
    {},
    undefined,
    { system: null },
    { claims: [] },
    'text'
  ]) t.same(problems(claims, body), [])
})

t.test('what a type does not take to exist has to be seeded; without words for it, the problem is the id', async t => {
  const claims = playClaims()
  t.same(problems(claims, { seeded: 'a' }), ['a'])
  const progress = { lifecycle: '', stages: [], progression: 'clock', stage: 0, since: 0, reads: 0 } as const
  claims.world.store.put({
    type: 'shop.Seeded',
    id: 'a',
    number: 1,
    created: 0,
    members: {},
    hidden: {},
    progress
  })
  t.same(problems(claims, { seeded: ['a', 'b'] }), ['b'])
})

t.test('what a world says of an id overrides what its type takes to exist', async t => {
  const claims = playClaims()
  claims.world.store.delete('shop.Claim', '7')
  t.same(problems(claims, { claims: [6, 7, 8] }), ['claim 7'])
  const progress = { lifecycle: '', stages: [], progression: 'clock', stage: 0, since: 0, reads: 0 } as const
  claims.world.store.put({
    type: 'shop.System',
    id: '-1',
    number: 1,
    created: 0,
    members: {},
    hidden: {},
    progress
  })
  t.same(problems(claims, { system: -1 }), [])
  t.same(
    problems(claims.elsewhere('other'), { claims: [7], system: -1 }),
    [{ code: 'system', text: 'no system -1', id: -1 }],
    'in that world only'
  )
})

t.test('any schema tells which ids exist, a boolean and a reference too', async t => {
  for (const [exists, id, found] of [
    [true, 'x', true],
    [false, 'x', false],
    [{ $ref: '#/components/schemas/Sku' }, 'A-1', true],
    [{ $ref: '#/components/schemas/Sku' }, 'a', false],
    [{ enum: ['a'] }, 'a', true]
  ] as const) {
    const { send } = play({
      root: { resources: { Item: { exists } } },
      operations: {
        'POST /a': {
          statuses: [200, 400],
          standin: {
            requires: { all: [{ type: 'Item', id: '$request.body' }], else: { status: 400 } },
            reply: { status: 200 }
          }
        }
      },
      more: { components: { schemas: { Sku: { type: 'string', pattern: '^[A-Z]-\\d$' } } } }
    })
    t.equal(send('POST /a', { body: id }).status, found ? 200 : 400, `${JSON.stringify(exists)} of ${id}`)
  }
})
