import t from 'tap'
import { mergePatch, undoPatch } from '../../src/simulation/merge-patch.ts'

// The examples of RFC 7396, appendix A.
const EXAMPLES: ReadonlyArray<[target: unknown, patch: unknown, result: unknown]> = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [['a', 'b'], ['c', 'd'], ['c', 'd']],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }]
]

for (const [target, patch, result] of EXAMPLES) {
  t.test(`${JSON.stringify(patch)} makes ${JSON.stringify(result)} of ${JSON.stringify(target)}`, async t => {
    const before = JSON.stringify(target)
    t.same(mergePatch(target, patch), result)
    t.equal(JSON.stringify(target), before, 'and leaves what it was made of as it was')
  })
}

t.test('names of Object.prototype are names like others', async t => {
  const patch = JSON.parse('{"__proto__":{"polluted":true},"constructor":{"a":1}}')
  const merged = mergePatch({}, patch)
  t.same(Object.keys(merged as object), ['__proto__', 'constructor'])
  t.notOk('polluted' in {})
})

t.test('a patch is taken back, but for what has been changed since', async t => {
  const before = { delayMs: 1, resources: { a: { lifecycle: 'x' } }, limits: {} }
  const patch = {
    delayMs: 5,
    resources: { a: { lifecycle: 'y', files: { count: 2 } }, b: { lifecycle: 'z' } },
    limits: { c: { max: 3 } },
    list: [1]
  }
  const after = mergePatch(before, patch)
  t.strictSame(undoPatch(after, patch, before), before)

  const since = mergePatch(after, { delayMs: 9, resources: { b: { progression: 'manual' } }, limits: null })
  t.strictSame(undoPatch(since, patch, before), {
    delayMs: 9,
    resources: { a: { lifecycle: 'x' }, b: { progression: 'manual' } }
  })
})

t.test('what a patch took away comes back', async t => {
  t.strictSame(undoPatch({ b: 2 }, { a: null }, { a: 1, b: 2 }), { a: 1, b: 2 })
  t.strictSame(undoPatch({}, JSON.parse('{"__proto__":null,"constructor":null}'), {}), {})
})
