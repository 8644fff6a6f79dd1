import t from 'tap'
import { completeWord } from '../../src/page/complete-word.ts'
import { findJsonCursor } from '../../src/page/json-cursor.ts'

/** Texts in which | is the caret, with what is written there. */
const PLACES = [
  ['{ |', { kind: 'name', path: [], typed: '' }],
  ['{ "op|', { kind: 'name', path: [], typed: 'op' }],
  ['{ op|', { kind: 'name', path: [], typed: 'op' }],
  ['{ "operation": |', { kind: 'value', path: ['operation'], typed: '' }],
  ['{ "operation": "me|ws" }', { kind: 'value', path: ['operation'], typed: 'me' }],
  ['{ "a": 1, "reply": { "x": [1, { "st|', { kind: 'name', path: ['reply', 'x', '1'], typed: 'st' }],
  ['{ "list": ["a", "b|"] }', { kind: 'value', path: ['list', '1'], typed: 'b' }],
  ['{ "a": {}, |', { kind: 'name', path: [], typed: '' }],
  ['{ "a\\"b": { "c": "d|', { kind: 'value', path: ['a\\"b', 'c'], typed: 'd' }],
  ['{ "a": "b" |', undefined],
  ['{ "a": "}|', { kind: 'value', path: ['a'], typed: '}' }],
  ['{} |', undefined],
  ['|', undefined]
] as const

for (const [text, expected] of PLACES) {
  t.test(`${text} is ${expected === undefined ? 'no place for a word' : `the ${expected.kind} at ${expected.path}`}`,
    async t => {
      const cursor = findJsonCursor(text.replace('|', ''), text.indexOf('|'))
      if (expected === undefined) t.equal(cursor, undefined)
      else t.match(cursor, expected)
    })
}

for (const [text, word, completed] of [
  ['{ "op|', 'operation', '{ "operation": |'],
  ['{ op|', 'operation', '{ "operation": |'],
  ['{ "op|" : 1 }', 'operation', '{ "operation"| : 1 }'],
  ['{ |"a": 1 }', 'b', '{ "b"|: 1 }'],
  ['{ "operation": "me|xx" }', 'mews.addExport', '{ "operation": "mews.addExport"| }'],
  ['{ "operation": |', '*', '{ "operation": "*"|']
] as const) {
  t.test(`${text} is completed with ${word}`, async t => {
    const written = text.replace('|', '')
    const cursor = findJsonCursor(written, text.indexOf('|'))
    t.ok(cursor)
    if (cursor === undefined) return
    const { caret, text: after } = completeWord(written, cursor, word)
    t.equal(`${after.slice(0, caret)}|${after.slice(caret)}`, completed)
  })
}
