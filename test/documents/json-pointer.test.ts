import t from 'tap'
import { escapePointer, getByPointer, parseJsonPointer } from '../../src/documents/json-pointer.ts'

/** The examples of RFC 6901, section 5. */
const DOCUMENT = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'g|h': 4,
  'i\\j': 5,
  'k"l': 6,
  ' ': 7,
  'm~n': 8
}
const VALUES: Array<[pointer: string, value: unknown]> = [
  ['', DOCUMENT],
  ['/foo', ['bar', 'baz']],
  ['/foo/0', 'bar'],
  ['/', 0],
  ['/a~1b', 1],
  ['/c%d', 2],
  ['/e^f', 3],
  ['/g|h', 4],
  ['/i\\j', 5],
  ['/k"l', 6],
  ['/ ', 7],
  ['/m~0n', 8]
]

t.test('a pointer leads to the value that RFC 6901 says', async t => {
  for (const [pointer, value] of VALUES) t.same(getByPointer(DOCUMENT, pointer), value, pointer)
})

t.test('a pointer that leads nowhere gives nothing, and never what objects inherit', async t => {
  for (const pointer of ['/bar', '/foo/2', '/foo/0/x', 'foo', '/toString', '/foo/length/x']) {
    t.equal(getByPointer(DOCUMENT, pointer), undefined, pointer)
  }
})

t.test('a name comes back as it was', async t => {
  for (const name of ['a', 'a/b', 'm~n', '~1', '~0/', '']) t.same(parseJsonPointer(`/${escapePointer(name)}`), [name])
})
