import { isDeepStrictEqual } from 'node:util'
import t from 'tap'
import { readYamlWithPlaces } from '../../src/documents/read-yaml-with-places.ts'
import { readYaml } from '../../src/documents/read-yaml.ts'
import { createYamlLocator } from '../../src/documents/yaml-locator.ts'

/** Stands for a text that neither reader accepts. */
const REJECTED = Symbol('rejected')

const same = { x: 1 }
const circle: { self?: unknown } = {}
circle.self = circle

type Table = Readonly<Record<string, ReadonlyArray<readonly [text: string, expected: unknown]>>>

const TABLE: Table = {
  'empty documents': [
    ['', null],
    ['\n', null],
    ['# only a comment\n', null],
    ['---\n', null],
    ['---\n...\n', null],
    ['a:', { a: null }]
  ],
  'null and booleans of the core schema': [
    ['[~, null, Null, NULL, nULL]', [null, null, null, null, 'nULL']],
    ['[true, True, TRUE, tRUE]', [true, true, true, 'tRUE']],
    ['[false, False, FALSE]', [false, false, false]],
    ['[yes, no, on, off, y, n]', ['yes', 'no', 'on', 'off', 'y', 'n']]
  ],
  integers: [
    ['[0, 12, +1, -1]', [0, 12, 1, -1]],
    ['a: -0', { a: -0 }],
    ['[012, 08, -012]', [12, 8, -12]],
    ['[0o17, 0O17, 0o8]', [15, '0O17', '0o8']],
    ['[0x1F, 0xff, 0XFF, -0x1F]', [31, 255, '0XFF', '-0x1F']],
    ['[0b101, 1_000, 1:30, 190:20:30]', ['0b101', '1_000', '1:30', '190:20:30']]
  ],
  'floating point numbers': [
    ['[1.5, .5, 5., -.5, +.5]', [1.5, 0.5, 5, -0.5, 0.5]],
    ['[1e3, 1E+3, 1e-3, 1.e3]', [1000, 1000, 0.001, 1000]],
    ['[.inf, -.Inf, +.INF, .nan]', [Infinity, -Infinity, Infinity, NaN]],
    ['[inf, NaN, +.nan, 1.2.3, 1e, e3, .]', ['inf', 'NaN', '+.nan', '1.2.3', '1e', 'e3', '.']]
  ],
  'whole numbers that a double does not hold exactly': [
    ['a: [9007199254740991, -9007199254740991]', { a: [9007199254740991, -9007199254740991] }],
    ['a: [9007199254740993, -9007199254740993]', { a: [9007199254740993n, -9007199254740993n] }],
    ['a: +12345678901234567890', { a: 12345678901234567890n }],
    ['a: !!int "12345678901234567890"', { a: 12345678901234567890n }],
    ['12345678901234567890: a', { '12345678901234567890': 'a' }],
    ['[0xFFFFFFFFFFFFFFFFFF, 0o7777777777777777777]', [0xFFFFFFFFFFFFFFFFFFn, 0o7777777777777777777n]]
  ],
  'numbers that are too large for a double': [
    ['a: [1e400, -1e400, "1e400"]', { a: [Infinity, -Infinity, '1e400'] }]
  ],
  'dates, which are text': [
    ['a: 2020-01-01', { a: '2020-01-01' }],
    ['a: 2020-01-01T00:00:00Z', { a: '2020-01-01T00:00:00Z' }],
    ['2020-01-01: a', { '2020-01-01': 'a' }]
  ],
  'tags of the core schema': [
    ['a: !!str 1', { a: '1' }],
    ['a: !!str', { a: '' }],
    ['a: !!int "3"', { a: 3 }],
    ['a: !!float 1', { a: 1 }],
    ['a: !!float .inf', { a: Infinity }],
    ['a: !!bool "true"', { a: true }],
    ['a: !!null ""', { a: null }],
    ['a: !!map {b: 1}', { a: { b: 1 } }],
    ['a: !!seq [1]', { a: [1] }],
    ['a: !<tag:yaml.org,2002:str> 1', { a: '1' }],
    ['a: ! 12', { a: '12' }]
  ],
  'tags that do not fit': [
    ['a: !!int x', REJECTED],
    ['a: !!int 1.5', REJECTED],
    ['a: !!float 0x1F', REJECTED],
    ['a: !!bool yes', REJECTED],
    ['a: !!null x', REJECTED],
    ['a: !!map [1]', REJECTED],
    ['a: !!map', REJECTED],
    ['a: !!seq {b: 1}', REJECTED],
    ['a: !!str [1]', REJECTED]
  ],
  'tags outside of the core schema': [
    ['a: !custom x', REJECTED],
    ['a: !include b.yaml', REJECTED],
    ['a: !custom {b: 1}', REJECTED],
    ['a: !!timestamp 2020-01-01', REJECTED],
    ['a: !!binary aGVsbG8=', REJECTED],
    ['a: !!set {x, y}', REJECTED],
    ['a: !!omap [x: 1]', REJECTED],
    ['a: !!merge <<', REJECTED],
    ['%TAG !e! tag:example.com,2000:\n---\na: !e!x 1', REJECTED]
  ],
  directives: [
    ['%YAML 1.2\n---\na: 1', { a: 1 }],
    ['%YAML 1.1\n---\na: [yes, 012]', { a: ['yes', 12] }],
    ['%TAG !y! tag:yaml.org,2002:\n---\na: !y!str 1', { a: '1' }]
  ],
  'anchors and aliases': [
    ['a: &x 1\nb: *x', { a: 1, b: 1 }],
    ['a: &x {x: 1}\nb: *x', { a: same, b: same }],
    ['a: &x 1\nb: &x 2\nc: *x', { a: 1, b: 2, c: 2 }],
    ['&x a: 1\nb: *x', { a: 1, b: 'a' }],
    ['&x self: *x', { self: 'self' }],
    ['&x\nself: *x', circle],
    ['a: *x', REJECTED],
    ['a: &x a: 1', REJECTED],
    [`a: &x 1\nb: [${'*x, '.repeat(300)}]`, { a: 1, b: Array(300).fill(1) }]
  ],
  'merge keys': [
    ['a: &x {x: 1}\nb:\n  <<: *x\n  c: 2', { a: same, b: { x: 1, c: 2 } }],
    ['b:\n  c: 2\n  <<: {c: 1, d: 3}', { b: { c: 2, d: 3 } }],
    ['b:\n  <<: [{c: 1}, {c: 2, d: 3}]', { b: { c: 1, d: 3 } }],
    ['b:\n  ? <<\n  : {c: 1}', { b: { c: 1 } }],
    ['b: {"<<": 1}', { b: { '<<': 1 } }],
    ['b: <<', { b: '<<' }],
    ['b:\n  <<: 1', REJECTED]
  ],
  'duplicate keys': [
    ['a: 1\na: 2', REJECTED],
    ['a: 1\n"a": 2', REJECTED],
    ['1: a\n"1": b', REJECTED],
    ['1: a\n1.0: b', REJECTED],
    ['true: a\n"true": b', REJECTED],
    ['~: a\n"null": b', REJECTED],
    ['&x a: 1\n*x : 2', REJECTED],
    ['a: {b: 1, b: 2}', REJECTED]
  ],
  keys: [
    ['200: a\n012: b\n1.50: c', { 200: 'a', 12: 'b', 1.5: 'c' }],
    ['true: a\n~: b', { true: 'a', null: 'b' }],
    [': a', { null: 'a' }],
    ['? a\n: b', { a: 'b' }],
    ['? a', { a: null }],
    ['{a, "b":1}', { a: null, b: 1 }],
    ['? [a]\n: b', REJECTED],
    ['{a: 1}: b', REJECTED],
    [`${'x'.repeat(1025)}: 1`, { ['x'.repeat(1025)]: 1 }],
    ['constructor: 1', { constructor: 1 }],
    ['__proto__: {b: 1}', JSON.parse('{"__proto__":{"b":1}}')]
  ],
  'several documents': [
    ['a: 1\n...\n', { a: 1 }],
    ['---\na: 1\n', { a: 1 }],
    ['a: 1\n---\nb: 2', REJECTED],
    ['a: 1\n---\n', REJECTED],
    ['...\na: 1', REJECTED]
  ],
  'block scalars': [
    ['a: |\n  x\n  y\n', { a: 'x\ny\n' }],
    ['a: >\n  x\n  y\n\n  z\n', { a: 'x y\nz\n' }],
    ['a: |-\n  x\n\nb: 1', { a: 'x', b: 1 }],
    ['a: |+\n  x\n\nb: 1', { a: 'x\n\n', b: 1 }],
    ['a: |2\n   x\n', { a: ' x\n' }],
    ['a: >-\n  x\n    y\n  z\n', { a: 'x\n  y\nz' }],
    ['a: |\n  # x\n# c\n', { a: '# x\n' }],
    ['a: >+\n  \n    ', { a: '\n' }],
    ['a: |\n    x\n  y\n', REJECTED],
    ['a: |0\n x', REJECTED]
  ],
  comments: [
    ['# c\na: 1 # d\n# e', { a: 1 }],
    ['a: b#c', { a: 'b#c' }],
    ['a: [1, # c\n  2]', { a: [1, 2] }],
    ['a: #c', { a: null }],
    ['a: "b"# c', REJECTED]
  ],
  'quoted text': [
    ['a: "\\u00fc\\x41\\U0001F600"', { a: 'üA😀' }],
    ['a: "x\\\n  y"', { a: 'xy' }],
    ['a: "x\n\n  y"', { a: 'x\ny' }],
    ["a: 'it''s'", { a: "it's" }],
    ['a: "\\q"', REJECTED],
    ['a: "\\U00110000"', REJECTED],
    ['a: "b', REJECTED]
  ],
  unicode: [
    ['ü: 😀', { ü: '😀' }],
    ['\ufeffa: 1', { a: 1 }],
    ['\ufeff- a: 1\n- b', [{ a: 1 }, 'b']],
    ['a: "x\u0085y"', { a: 'x\u0085y' }],
    ['a: \u00a0b', { a: '\u00a0b' }]
  ],
  'line breaks': [
    ['a: 1\r\nb: 2\r\n', { a: 1, b: 2 }],
    ['a: 1\rb: 2\r', { a: 1, b: 2 }],
    ['a: |\r\n  x\r\n  y\r\n', { a: 'x\ny\n' }],
    ['a: "x\r\n  y"', { a: 'x y' }]
  ],
  tabs: [
    ['a:\t1\t# c', { a: 1 }],
    ['a: [\t1,\t2]', { a: [1, 2] }],
    ['a: b\tc', { a: 'b\tc' }],
    ['- \ta', ['a']],
    ['\ta: 1', REJECTED],
    ['a:\n\tb: 1', REJECTED],
    ['-\t- a', REJECTED]
  ],
  'other mistakes': [
    ['a: [1', REJECTED],
    ['a: {b', REJECTED],
    ['a: b: c', REJECTED],
    ['a: @b', REJECTED],
    ['a: %b', REJECTED],
    ['a: 1\n- b', REJECTED],
    ['a: [1,,2]', REJECTED],
    ['['.repeat(10_000), REJECTED]
  ]
}

for (const [topic, rows] of Object.entries(TABLE)) {
  t.test(`the fast reader and the one with places agree on ${topic}`, async t => {
    for (const [text, expected] of rows) {
      const name = JSON.stringify(text).slice(0, 60)
      t.strictSame(valueOf(readYaml(text)), expected, `${name}, read fast`)
      t.strictSame(valueOf(readYamlWithPlaces(text)), expected, `${name}, read with places`)
    }
  })
}

t.test('what the fast reader accepts, the one with places reads alike', async t => {
  const random = createRandom(3)
  for (let count = 0; count < 1500; count++) {
    const text = randomText(random)
    const value = valueOf(readYaml(text))
    if (value !== REJECTED && !isDeepStrictEqual(value, valueOf(readYamlWithPlaces(text)))) t.fail(JSON.stringify(text))
  }
})

t.test('each mistake is reported where it is', async t => {
  const places: ReadonlyArray<readonly [text: string, line: number, column: number]> = [
    ['a: 1\nb: !custom x', 2, 4],
    ['a: 1\n1: b\n"1": c', 3, 1],
    ['a: 1\n? [b]\n: c', 2, 3],
    ['a: 1\rb: [', 2, 5],
    ['a:\n  <<: 1', 1, 1]
  ]
  for (const [text, line, column] of places) {
    const reading = readYaml(text)
    t.match(reading, { kind: 'unreadable', problems: [{ place: { line, column } }] }, JSON.stringify(text))
  }
})

t.test('a place is that of a key or an element, or else of the nearest parent', async t => {
  const locate = createYamlLocator('\ufeffa: &x\n  b: 1\r200: *x\nlist:\n  - c\n  - d\n')
  t.same(locate('/a/b'), { line: 2, column: 3 })
  t.same(locate('/200'), { line: 3, column: 1 })
  t.same(locate('/200/b'), { line: 2, column: 3 })
  t.same(locate('/list/1'), { line: 6, column: 5 })
  t.same(locate('/list/7'), { line: 4, column: 1 })
})

function valueOf (reading: ReturnType<typeof readYaml>): unknown {
  return reading.kind === 'value' ? reading.value : REJECTED
}

const PIECES = [
  'a',
  'b',
  ': ',
  ':',
  '\n',
  '\n  ',
  '\n    ',
  '- ',
  '? ',
  '[',
  ']',
  '{',
  '}',
  ', ',
  '"',
  "'",
  '|',
  '>-\n  ',
  '# c',
  '&x ',
  '*x ',
  '!!str ',
  '!t ',
  '1',
  '0x1',
  '1.5',
  'true',
  '~',
  '\t',
  ' ',
  '---\n',
  '...\n',
  '\\n',
  'ü',
  '<<: ',
  '1e400',
  '\r\n',
  '\r',
  '"a"',
  '{a: 1}',
  '[1, 2]',
  'a: ',
  'b: ',
  'c:\n  ',
  '\n- '
]

function randomText (random: () => number): string {
  const length = 1 + Math.floor(random() * 10)
  return Array.from({ length }, () => PIECES[Math.floor(random() * PIECES.length)]).join('')
}

/** Returns a generator of numbers from 0 to 1 that repeats for a seed (mulberry32). */
function createRandom (seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6D2B79F5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
