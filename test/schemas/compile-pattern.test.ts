import t from 'tap'
import { createLinearTest } from '../../src/documents/linear-test.ts'
import { patternLimits } from '../../src/documents/pattern-limits.ts'
import { parsePattern } from '../../src/documents/parse-pattern.ts'
import { compilePattern } from '../../src/schemas/compile-pattern.ts'
import { schemaOf, unusableIn, wrongWith } from '../validation/schema-of.ts'

/**
 * JSON Schema 2020-12, Core, section 6.4: "in Unicode mode, as ECMA-262 has it"; without it where they compile
 * in no other way.
 */
const DIALECT: Array<[pattern: string, fits: string[], fitsNot: string[]]> = [
  ['^\\p{L}+$', ['Æé', 'x'.repeat(5_000)], ['1']],
  ['^.$', ['😀', 'a'], ['ab']],
  ['^\\u{1F600}$', ['😀'], ['x']],
  ['^[\\w-.]+$', ['a-b.c'], ['a b']],
  ['^\\_a\\-$', ['_a-'], ['a']],
  ['^a{,3}$', ['a{,3}'], ['aa']],
  ['^[^]$', ['\n'], ['']],
  ['^(?<year>\\d{4})$', ['2026'], ['26']],
  ['a', ['bab'], ['b']]
]

for (const [pattern, fits, fitsNot] of DIALECT) {
  t.test(`${pattern} is what ECMA-262 says it is`, async t => {
    const compiled = compilePattern(pattern)
    for (const text of fits) t.ok(compiled?.test(text), text.slice(0, 20))
    for (const text of fitsNot) t.notOk(compiled?.test(text), text)
  })
}

t.test('what is no regular expression has no pattern', async t => {
  for (const source of ['[a', '(', '(?<=', '*a']) t.equal(compilePattern(source), undefined, source)
})

/**
 * Where a backtracking engine would not come to an end, or would in minutes, RE2 does. Neither can test the last
 * ones, which pass.
 */
const CATASTROPHES: Array<[pattern: string, text: string, fits: boolean]> = [
  ['^(a+)+$', 'a'.repeat(50_000) + '!', false],
  ['^(a+)+$', 'a'.repeat(50_000), true],
  ['^(a|a)*$', 'a'.repeat(50_000) + '!', false],
  ['^(\\w+\\s?)*$', 'a'.repeat(50_000) + '!', false],
  ['(.*)*=', 'a'.repeat(50_000), false],
  ['\\s+$', ' '.repeat(50_000) + 'x', false],
  ['^.*a.*b.*c.*d.*e$', 'abcd'.repeat(10_000), false],
  ['^(?=.*\\d)(?!.*--)([a-z0-9]+-?)+$', 'a'.repeat(50_000) + '1', true],
  ['^(?=.*\\d)(?!.*--)([a-z0-9]+-?)+$', 'a'.repeat(50_000), false],
  ['^(?=.*\\d)(?!.*--)([a-z0-9]+-?)+$', '1'.repeat(50_000) + '--', false],
  ['^([a-z]+/?){1,1016}$', 'a'.repeat(300) + '!', false],
  ['^([a-z]+/?){1,1016}$', 'a'.repeat(50_000) + '!', true],
  ['^(a?){40}a{40}$', 'a'.repeat(39), false],
  ['^((?!-)[a-z-]+)+$', 'a'.repeat(50_000) + '!', true],
  ['^((?!-)[a-z-]+)+$', 'aa!', false],
  ['^(a+)+\\1$', 'a'.repeat(50_000) + '!', true]
]

for (const [pattern, text, fits] of CATASTROPHES) {
  t.test(`${pattern} of ${text.length} characters has an end`, async t => {
    t.equal(compilePattern(pattern)?.test(text), fits)
    t.equal(wrongWith(text, schemaOf({ pattern })).length, fits ? 0 : 1)
    t.equal(wrongWith({ [text]: 1 }, schemaOf({ patternProperties: { [pattern]: false } })).length, fits ? 1 : 0)
    t.equal(wrongWith({ [text]: 1 }, schemaOf({ propertyNames: { pattern } })).length, fits ? 0 : 1)
  })
}

/** What is surely as quick as the text is long stays with the engine at hand, and nothing is loaded for it. */
const QUICK = [
  '^[a-z]+$',
  '^\\d{4}-\\d{2}-\\d{2}$',
  '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==)?$',
  '[A-Z]{3}',
  '^(\\d{1,3}\\.){3}\\d{1,3}$',
  '^(?=.*[A-Z])(?=.*\\d).{8,}$',
  '^(a|b)$',
  'x',
  ''
]

t.test('simple patterns are as quick as a text is long', async t => {
  for (const pattern of QUICK) t.equal(patternLimits(parsePattern(pattern, 'u')).backtracking, Infinity, pattern)
})

/** RE2 is of another dialect: what it is given means the same. */
const SAME: Array<[pattern: string, texts: string[]]> = [
  ['^.$', ['a', '\n', '\r', '\u2028', '😀']],
  ['^\\s$', [' ', '\u00a0', '\ufeff', '\u200b', 'a', '\v']],
  ['^[^\\s]$', [' ', '\u00a0', 'a']],
  ['^[\\Sx ]$', [' ', '\t', 'a']],
  ['^[a\\-z-]$', ['a', '-', 'b', 'z']],
  ['^[[\\]^.]$', ['[', ']', '^', '.', 'a']],
  ['^\\x41\\u0042\\cJ\\0\\/$', ['AB\n\0/', 'AB']],
  ['^\\ud83d\\ude00$', ['😀', 'x']],
  ['^a$', ['a', 'a\n']],
  ['^(?:a|b){1,2}?$', ['ab', 'abc']],
  ['^[]$', ['', 'a']],
  ['^[^]$', ['\n', '']],
  ['^a\\b', ['a b', 'ab']],
  ['\\Ba', ['ba', 'a']],
  ['^a{1200}$', ['a'.repeat(1_200), 'a'.repeat(1_199)]],
  ['^a{1,1200}$', ['a'.repeat(1_200), 'a'.repeat(1_201)]],
  ['^(?!a)(?=.b).*$', ['ab', 'bb', 'bc']],
  ['^\\p{Lu}\\P{Lu}$', ['Ab', 'AB']],
  ['^[\\p{Lu}\\d]+$', ['A1', 'a1']],
  ['^\\p{Script=Greek}+$', ['αβ', 'ab']],
  ['^\\p{General_Category=Nd}$', ['٣', 'x']]
]

for (const [pattern, texts] of SAME) {
  t.test(`${pattern} means the same to RE2`, async t => {
    const native = new RegExp(pattern, 'u')
    for (const text of texts) {
      t.equal(
        createLinearTest(parsePattern(pattern, 'u'))?.(text),
        native.test(text),
        encodeURIComponent(text.slice(0, 20))
      )
    }
  })
}

t.test('what RE2 has not got is left to the engine at hand', async t => {
  for (const pattern of ['a(?=b)', '(?<=a)b', '(a)\\1', '(?:^(?=a)b)', '\\ud83d', '\\p{Script_Extensions=Greek}']) {
    t.equal(createLinearTest(parsePattern(pattern, 'u')), undefined, pattern)
  }
})

t.test('a lookahead that is repeated counts like any other part', async t => {
  t.equal(patternLimits(parsePattern('^(?=(a+)+$)?b', '')).backtracking, 0)
})

t.test('a name that is matched by a pattern that is none is not looked at', async t => {
  const reference = schemaOf({
    patternProperties: { '[': false, '^x': false },
    additionalProperties: { type: 'string' }
  })
  t.same(wrongWith({ y: 'a' }, reference), [])
  t.same(wrongWith({ x: 'a' }, reference), ['/x must not be present, but is "a"'])
  t.equal(unusableIn(reference).length, 1)
})
