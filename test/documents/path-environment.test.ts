import { jsonpath } from 'json-p3'
import t from 'tap'
import { createPathEnvironment } from '../../src/documents/path-environment.ts'

const find = (path: string, value: string[]) => createPathEnvironment(jsonpath).query(path, value).values()
const LONG = 'a'.repeat(5_000)

const QUERIES: ReadonlyArray<readonly [path: string, value: string[], found: string[]]> = [
  ["$[?match(@, 'a.c')]", ['abc', 'abcd', 'a\nc'], ['abc']],
  ["$[?match(@, 'a|bc')]", ['a', 'bc', 'ac'], ['a', 'bc']],
  ["$[?search(@, 'b')]", ['abc', 'ac'], ['abc']],
  ["$[?search(@, '[')]", ['['], []],
  ["$[?match(@, '(a+)+')]", [LONG, `${LONG}!`], [LONG]],
  ["$[?search(@, '(a+)+$')]", [LONG, `${LONG}!`, 'b'], [LONG]],
  ["$[?search(@, '(a|a)*b')]", [LONG, `${LONG}b`], [`${LONG}b`]],
  ["$[?search(@, '(.*)(.*)(.*)x')]", [LONG, `${LONG}x`], [`${LONG}x`]],
  ["$[?match(@, '(|){30}b')]", ['', 'b'], ['b']],
  ['$[?match(@, @)]', ['a', '(a+)+'], ['a']]
]

for (const [path, value, found] of QUERIES) {
  t.test(`${path} is answered at once`, async t => {
    t.strictSame(find(path, value), found)
  })
}

t.test('what no engine tests in time is refused', async t => {
  t.throws(() => find("$[?search(@, '(a+)+(?=b)(c+)+$')]", [LONG]), /could take for ever/)
  t.throws(() => find("$[?search(@, '((a{0,1000}){0,1000}){0,1000}b')]", [LONG]), /could take for ever/)
})
