import t from 'tap'
import { createPatternText } from '../../src/responses/pattern-text.ts'
import { lengthOf } from '../../src/responses/pattern-piece.ts'
import { Random } from '../../src/worlds/random.ts'

const PATTERNS: ReadonlyArray<readonly [title: string, pattern: string, shortest?: number, longest?: number]> = [
  ['a phone number', '^\\+?[1-9]\\d{1,14}$', 15],
  ['an account number of one length', '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$', 22, 22],
  ['a resource name', '^arn:aws:[a-z]+:[a-z0-9-]*:\\d{12}:[^\\s]+$', 60, 80],
  ['anything but spaces', '^\\S+$', 32],
  ['a bounded class that excludes', '^[^<>]{1,255}$', 40],
  ['groups of three and a digit', '^([a-z]{2}-)*[0-9]$', 13, 13],
  ['no anchors', '[A-Z]{3}', 10, 10],
  ['an anchor at the start', '^https://', 30, 30],
  ['an anchor at the end', '\\.png$', 20, 20],
  ['classes of Unicode', '^\\p{Lu}\\p{Ll}+$'],
  ['a class of Unicode that is excluded', '^\\P{L}+$', 4],
  ['a script outside of ASCII', '^\\p{Script=Han}+$', 3, 5],
  ['characters of two units', '^\\u{1F600}+$', 3, 3],
  ['control characters', '^\\cA[\\cB-\\cC]\\cJ$'],
  ['a group that is repeated', '^(\\w+)-\\1$', 9],
  ['a lookbehind', '^[\\w.-]{3,63}(?<![.-])$', 63, 63],
  ['lookaheads, as of passwords', '^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d)(?=.*[@$!%*?&])[A-Za-z\\d@$!%*?&]{8,}$', 12, 16]
]

for (const [title, pattern, shortest = 0, longest = Infinity] of PATTERNS) {
  t.test(`texts are drawn from a pattern with ${title}`, async t => {
    const draw = createPatternText([pattern], { shortest, longest })
    const random = new Random(title)
    const texts = Array.from({ length: 50 }, () => draw(random))
    const isWrong = (text: string) => {
      const length = lengthOf(text)
      return !new RegExp(pattern, 'u').test(text) || length < shortest || length > longest
    }
    t.same(texts.filter(isWrong), [])
    t.equal(draw(new Random('again')), draw(new Random('again')))
  })
}

for (const pattern of ['^a{1000000000}$', '^((a?){1000}){1000}b{9}c$', '^[]$']) {
  t.test(`the effort for ${pattern} is bounded`, async t => {
    const text = createPatternText([pattern], { shortest: 2_000_000, longest: Infinity })(new Random('a'))
    t.ok(text.length <= 1_000_000)
  })
}
