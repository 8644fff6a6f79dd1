import t from 'tap'
import { hideDeclared } from '../../src/journal/hide-declared.ts'

const PLACES = { headers: new Set(['x-door']), query: new Set(['key', 'a/b']), cookies: new Set<string>(), paths: [] }

t.test('differences in declared credentials show no value', async t => {
  const cases = [
    ['query /key', { where: 'query /key', expected: '***', actual: '***' }],
    ['query /a~1b/0', { where: 'query /a~1b/0', expected: '***', actual: '***' }],
    ['headers /X-Door', { where: 'headers /X-Door', expected: '***', actual: '***' }],
    ['headers', { where: 'headers', expected: 'E', actual: '***' }],
    ['query /page', { where: 'query /page', expected: 'E', actual: 'A' }],
    ['body /key', { where: 'body /key', expected: 'E', actual: 'A' }],
    ['cookies /key', { where: 'cookies /key', expected: 'E', actual: 'A' }],
    ['cookies', { where: 'cookies', expected: 'E', actual: 'A' }]
  ] as const
  for (const [where, hidden] of cases) {
    t.strictSame(hideDeclared([{ where, expected: 'E', actual: 'A' }], PLACES), [hidden], where)
  }
  const [missing] = hideDeclared([{ where: 'query /key', expected: 'E' }], PLACES)
  t.strictSame(missing, { where: 'query /key', expected: '***' })
})
