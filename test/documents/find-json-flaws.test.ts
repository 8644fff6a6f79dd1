import t from 'tap'
import { findJsonFlaws } from '../../src/documents/find-json-flaws.ts'
import { createJsonLocator } from '../../src/documents/json-locator.ts'
import { createLineIndex } from '../../src/documents/line-index.ts'

const flawsOf = (text: string) =>
  findJsonFlaws(text, { maxDepth: 5 }).flaws.map(({ kind, pointer, offset, detail }) =>
    `${kind} ${pointer} ${offset} ${detail}`.trim()
  )

t.test('text that is JSON has no flaws', async t => {
  for (const text of [
    '1',
    '"a"',
    'null',
    ' [ ] ',
    '{}',
    '{"a":[1,2.5e3,{"b":"\\u00e9\\n\\""}],"c":true}',
    '[[],{}]',
    '9007199254740992',
    '1e300',
    '100000000000000000000'
  ]) {
    t.same(flawsOf(text), [], text)
  }
})

const FLAWED: Array<[text: string, flaws: string[]]> = [
  // RFC 8259, section 2: the grammar.
  ['', ['syntax  0 expected a value, but found the end of the document']],
  ['{"a":}', ['syntax /a 5 expected a value, but found "}"']],
  ['{"a":1,}', ['syntax /a 7 expected a member\'s name in double quotes, but found "}"']],
  ['{"a" 1}', ['syntax /a 5 expected ":", but found "1"']],
  ['[1 2]', ['syntax /0 3 expected "," or "]", but found "2"']],
  ['[1,', ['syntax /1 3 expected a value, but found the end of the document']],
  ['{} x', ['syntax  3 expected the end, but found "x"']],
  ['[01]', ['syntax /0 2 expected "," or "]", but found "1"']],
  ['[NaN]', ['syntax /0 1 expected a value, but found "N"']],
  ["{'a':1}", ['syntax  1 expected a member\'s name in double quotes, but found "\'"']],
  // Section 7: strings.
  ['["a', ['syntax /0 1 expected the end of this text in double quotes, but found the end of the document']],
  ['["a\nb"]', ['syntax /0 3 expected control characters in text to be escaped']],
  ['["\\x"]', ['syntax /0 2 expected an escape that JSON knows after "\\"']],
  ['["\\u12"]', ['syntax /0 2 expected an escape that JSON knows after "\\"']],
  // Section 4: "the names within an object SHOULD be unique".
  ['{"a":1,"b":{"c":1,"c":2},"a":3}', ['duplicate /b/c 18 c', 'duplicate /a 25 a']],
  ['{"a":1,"\\u0061":2}', ['duplicate /a 7 a']],
  ['{"x":{"__proto__":1}}', []],
  // Section 9: "an implementation may set limits on the maximum depth of nesting".
  ['[[[[[[1]]]]]]', ['depth /0/0/0/0/0 5']],
  // Section 6: numbers that a double cannot hold, unless they are whole.
  ['{"id":9007199254740993}', []],
  ['[-1152921504606846976,1e400]', ['precision /1 22 1e400']]
]

for (const [text, flaws] of FLAWED) {
  t.test(`${JSON.stringify(text)} is found to be flawed`, async t => t.same(flawsOf(text), flaws))
}

t.test('whole numbers that a double does not hold exactly are noticed', async t => {
  const hasLarge = (text: string) => findJsonFlaws(text, { maxDepth: 5 }).hasLarge
  for (const text of ['[9007199254740993]', '{"a":{"b":-9007199254740992}}', '1152921504606846976']) {
    t.equal(hasLarge(text), true, text)
  }
  for (const text of ['[9007199254740991]', '1e30', '"9007199254740993"', '1e400', '9007199254740993.5']) {
    t.equal(hasLarge(text), false, text)
  }
})

t.test('a hundred thousand levels do no harm', async t => {
  t.match(findJsonFlaws('['.repeat(100_000), { maxDepth: 200 }).flaws, [{ kind: 'depth', offset: 200 }])
  t.same(findJsonFlaws('['.repeat(100_000) + ']'.repeat(100_000), { maxDepth: Infinity }).flaws, [])
})

t.test('a pointer leads to an offset: of a member its name, of an element its value', async t => {
  const text = '{ "a": { "b": 1 }, "c": { "b": [ 10, { "d": 2 } ] } }'
  for (const [pointer, found] of [
    ['', '{ "a"'],
    ['/a', '"a"'],
    ['/c/b', '"b": ['],
    ['/c/b/1', '{ "d"'],
    ['/c/b/1/d', '"d"'],
    ['/c/x', '"c"'],
    ['/b', '{ "a"']
  ] as const) {
    t.ok(text.slice(createJsonLocator(text)(pointer).column - 1).startsWith(found), pointer)
  }
})

t.test('of many flaws the first ones are listed, and the others counted', async t => {
  const text = `{${'"a":1,'.repeat(1_000)}"b":1e999}`
  const { flaws, isAmbiguous, more } = findJsonFlaws(text, { maxDepth: 5, maxFlaws: 10 })
  t.same(flaws.map(({ offset }) => offset), Array.from({ length: 10 }, (_, index) => 1 + 6 * (index + 1)))
  t.equal(more, 990)
  t.ok(isAmbiguous)
})

t.test('a flaw that is not listed counts: parsers may disagree', async t => {
  const text = `[${'1e999,'.repeat(20)}{"a":1,"a":2}]`
  t.match(findJsonFlaws(text, { maxDepth: 5, maxFlaws: 10 }), { more: 11, isAmbiguous: true })
  t.match(findJsonFlaws(`[${'1e999,'.repeat(20)}1]`, { maxDepth: 5, maxFlaws: 10 }), { more: 10, isAmbiguous: false })
})

t.test('the flaw that ends the scan is listed after any number of others', async t => {
  const { flaws } = findJsonFlaws(`[${'1e999,'.repeat(20)}]`, { maxDepth: 5, maxFlaws: 10 })
  t.match(flaws.at(-1), { kind: 'syntax', pointer: '/20' })
})

t.test('a pointer of long names is cut off', async t => {
  const name = 'a'.repeat(100_000)
  const { flaws: [flaw] } = findJsonFlaws(`{"${name}":{"b":1,"b":1}}`, { maxDepth: 5 })
  t.equal(flaw?.pointer.length, 500)
})

t.test('an offset has a line and a column, both from 1', async t => {
  const placeAt = createLineIndex('ab\ncd\n')
  t.same(placeAt(0), { line: 1, column: 1 })
  t.same(placeAt(2), { line: 1, column: 3 })
  t.same(placeAt(4), { line: 2, column: 2 })
  t.same(placeAt(6), { line: 3, column: 1 })
})

t.test('a locator finds places at any depth, and that of the nearest parent', async t => {
  const value = { a: { b: { 'c/d': { e: [1, { f: 2 }], g: 'x' } }, h: [{ i: [[3]] }] }, j: 4 }
  const text = `\n${JSON.stringify(value, undefined, 2)}`
  const locate = createJsonLocator(text)
  const lineOf = (found: string) => text.slice(0, text.indexOf(found)).split('\n').length
  const cases: Array<[pointer: string, found: string]> = [
    ['', ''],
    ['/a', '"a"'],
    ['/a/b/c~1d', '"c/d"'],
    ['/a/b/c~1d/e', '"e"'],
    ['/a/b/c~1d/e/1/f', '"f"'],
    ['/a/b/c~1d/g', '"g"'],
    ['/j', '"j"'],
    ['/a/b/none/e', '"b"'],
    ['/a/b/c~1d/e/7/f', '"e"'],
    ['/none', '']
  ]
  for (const [pointer, found] of cases) t.equal(locate(pointer).line, found === '' ? 1 : lineOf(found), pointer)
  const placeAt = createLineIndex(text)
  t.same(locate('/a/b/c~1d/e/1/f'), placeAt(text.indexOf('"f"')))
  t.same(locate('/a/h/0/i/0/0'), placeAt(text.indexOf('3')))
})
