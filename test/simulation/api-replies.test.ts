import t from 'tap'
import { REFUSALS } from '../../src/vocabulary/root-words.ts'
import { play } from './act.ts'
import type { Script } from './act.ts'

t.test('a refusal is worded as the document has it, and left to the stand-in where it has no words', async t => {
  const { scope, simulation } = play({
    root: {
      replies: { wrong: { status: 400, body: { path: '$url', why: '$violations.text' } } },
      refusals: {
        malformed: 'wrong',
        invalid: 'wrong',
        notFound: { status: 404, headers: { 'X-A': '$method' } },
        methodNotAllowed: { status: 405 }
      }
    },
    operations: { 'POST /jobs': { statuses: [200, 400] } }
  })
  const { refuse } = simulation.replies
  t.match(refuse('malformed', scope('POST /jobs')), { status: 400, body: { path: '/jobs' }, source: 'refusal' })
  t.match(refuse('notFound', scope()), { status: 404, headers: { 'x-a': 'GET' }, body: undefined })
  for (const refusal of [
    'unauthorized',
    'tooLarge',
    'notAcceptable',
    'unsupportedMediaType'
  ] as const) t.equal(refuse(refusal, scope()), undefined)
})

t.test('credentials that travel in a body are read', async t => {
  const { scope, simulation } = play({
    root: { credentials: { Token: '$request.body#/token' } },
    operations: { 'POST /jobs': {} }
  })
  const read = simulation.replies.credentials.get('Token')
  t.equal(read?.(scope('POST /jobs', { body: { token: 'secret' } })), 'secret')
  t.equal(read?.(scope('POST /jobs')), undefined)
})

t.test('only operations that can be refused for a reason must document its status', async t => {
  const open = { 'GET /open': {} }
  const refusing = (
    refusal: string,
    operations: Script['operations'],
    more: Script['more'] = {},
    root: Script['root'] = {}
  ) =>
    () => play({ root: { ...root, refusals: { [refusal]: { status: 418 } } }, operations, more })
  const UNDOCUMENTED = { code: 'STANDIN_INVALID_DOCUMENT', message: /documents no status 418/ }
  const securitySchemes = { key: { type: 'apiKey', in: 'header', name: 'key' } }

  for (const refusal of REFUSALS) {
    if (refusal === 'notAcceptable') t.throws(refusing(refusal, open), UNDOCUMENTED, refusal)
    else t.doesNotThrow(refusing(refusal, open), refusal)
    t.doesNotThrow(refusing(refusal, { 'POST /jobs/{id}': { statuses: [200, 418] } }), refusal)
  }
  t.doesNotThrow(
    refusing('notAcceptable', { 'GET /nothing': { more: { responses: { 204: { description: '' } } } } })
  )
  t.throws(refusing('invalid', { 'GET /jobs/{id}': {} }), UNDOCUMENTED)
  for (const refusal of ['malformed', 'tooLarge', 'unsupportedMediaType', 'invalid']) {
    t.throws(
      refusing(refusal, { 'POST /jobs': {} }),
      UNDOCUMENTED,
      refusal
    )
  }
  t.throws(
    refusing('unauthorized', open, { components: { securitySchemes }, security: [{ key: [] }] }),
    UNDOCUMENTED
  )
  t.throws(
    refusing('unauthorized', open, {}, { credentials: { Token: '$request.header.token' } }),
    UNDOCUMENTED
  )
})

t.test('an API that declares nothing has no headers, words or limits', async t => {
  const { contract, scope, simulation } = play({ operations: { 'GET /open': {} } })
  t.equal(simulation.replies.headers, undefined)
  t.equal(simulation.replies.refuse('invalid', scope()), undefined)
  t.same(contract.operations.map(simulation.replies.limitsOf), [[]])
  t.same([simulation.indexes, simulation.warnings], [[], []])
  t.same([simulation.types.size, simulation.operations.size, simulation.limits.size], [0, 0, 0])
})
