import t from 'tap'
import { parsePrefer, writePreference } from '../../src/responses/parse-prefer.ts'

const HEADERS: ReadonlyArray<
  readonly [
    header: string | string[],
    code: string | undefined,
    example: string | undefined,
    dynamic: boolean | undefined
  ]
> = [
  ['code=429', '429', undefined, undefined],
  ['code=429, example=name, dynamic=true', '429', 'name', true],
  [' Code = 429 ,EXAMPLE=Name', '429', 'Name', undefined],
  ['example="with, comma; and \\"quotes\\""', undefined, 'with, comma; and "quotes"', undefined],
  ['code="429"', '429', undefined, undefined],
  [['code=429', 'example=name'], '429', 'name', undefined],
  ['code=400, code=500', '400', undefined, undefined],
  ['respond-async, wait=100, handling=lenient; strict="a,b", code=404', '404', undefined, undefined],
  ['code=404; example=not-a-preference', '404', undefined, undefined],
  ['dynamic=false', undefined, undefined, false],
  ['dynamic', undefined, undefined, undefined],
  ['code, example=""', undefined, undefined, undefined],
  ['', undefined, undefined, undefined],
  [',,=,;', undefined, undefined, undefined],
  ['example="never closed, code=400', undefined, undefined, undefined],
  ['respond-async, code=400, example="never closed', '400', undefined, undefined]
]

for (const [header, code, example, dynamic] of HEADERS) {
  t.test(`Prefer: ${header} is read`, async t => {
    t.strictSame(parsePrefer(header), { code, example, dynamic, seed: undefined })
  })
}

t.test('a long header of quotes is read in no time', async t => {
  t.same(parsePrefer('"\\'.repeat(50_000)).code, undefined)
  t.same(parsePrefer('a="'.repeat(50_000)).code, undefined)
})

t.test('an applied preference is quoted where it must be', async t => {
  t.equal(writePreference('code', '429'), 'code=429')
  t.equal(writePreference('example', 'a b "c" \\'), 'example="a b \\"c\\" \\\\"')
})

t.test('a seed is any text', async t => {
  t.match(parsePrefer('seed=7'), { seed: '7' })
  t.match(parsePrefer('seed="two words", dynamic=true'), { seed: 'two words', dynamic: true })
  t.match(parsePrefer('seed='), { seed: undefined })
})
