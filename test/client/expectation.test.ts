import t from 'tap'
import { mismatchOf } from '../../src/client/expectation.ts'
import type { Checked } from '../../src/client/index.ts'

t.test('a mismatch is told in full, also where a value is absent', async t => {
  const checked = {
    ok: false,
    problem: 'a.b came 0 times',
    nearest: {
      request: { id: '7', operation: null, request: { method: 'GET', url: '/x' }, response: { status: 404 } },
      differences: [{ where: 'query /page', expected: '2' }, { where: 'body', actual: {} }]
    }
  } as Partial<Checked> as Checked  // as much of it as is told

  t.equal(
    mismatchOf({}, checked).message,
    [
      'a.b came 0 times',
      'The nearest is request 7, GET /x, with the response 404:',
      '  query /page: expected "2", but was absent',
      '  body: expected absent, but was {}'
    ].join('\n')
  )
})

t.test('where nothing came near, what is wrong is all there is', async t => {
  t.match(
    mismatchOf({ when: { query: { a: '1' } } }, { ok: false, count: 0, requests: [], dropped: 0, problem: 'No.' }),
    { code: 'STANDIN_NOT_VERIFIED', message: 'No.\nConditions: {"query":{"a":"1"}}' }
  )
})
