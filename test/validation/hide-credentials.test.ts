import t from 'tap'
import { createMissing, createViolation } from '../../src/schemas/create-violation.ts'
import { hideCredentials } from '../../src/validation/hide-credentials.ts'

const PLACES = { headers: new Set(['x-door']), query: new Set(['key']), cookies: new Set(['door']), paths: [] }
const RULE = { rule: 'format', expected: 'be "abc"' }

t.test('violations of declared credentials do not show them', async t => {
  const cases = [['query', '/key'], ['query', '/key/0'], ['header', '/X-Door'], ['cookie', '/door']] as const
  for (const [part, pointer] of cases) {
    const [hidden] = hideCredentials([createViolation({ in: part, pointer }, RULE, 'abc')], PLACES)
    t.match(hidden, { actual: '"***"', message: `${part} ${pointer} must be "abc", but is "***"` })
  }
})

t.test('other violations stay as they are', async t => {
  const others = [
    createViolation({ in: 'query', pointer: '/page' }, RULE, 'a'),
    createViolation({ in: 'body', pointer: '/key' }, RULE, 'a'),
    createViolation({ in: 'query', pointer: '' }, RULE, 'a'),
    createMissing({ in: 'query', pointer: '/key' })
  ]
  t.strictSame(hideCredentials(others, PLACES), others)
})
