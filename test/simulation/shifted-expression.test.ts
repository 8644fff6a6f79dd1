import t from 'tap'
import { DeclarationRefused, Declaration } from '../../src/simulation/declaration.ts'
import { compileExpression } from '../../src/simulation/expression.ts'
import { vocabularyOf } from '../../src/simulation/language.ts'
import { order, orders, createWorld, requestTo } from '../responses/orders.ts'
import { createScope } from '../../src/simulation/scope.ts'
import type { World } from '../../src/worlds/world.ts'
import { RowFiles } from '../../src/simulation/rows.ts'

const NOW = Date.parse('2026-01-01T00:00:00.500Z')

const VOCABULARY = vocabularyOf({ limitNames: [], operations: orders() })

/** Evaluates an expression, half a second after the start of 2026. */
function evaluate (text: string, body: unknown = {}, world: World = createWorld()): unknown {
  const compiled = compileExpression(new Declaration(text, '', () => {}), text, VOCABULARY)
  const request = requestTo(order('addOrder'), { body })
  const scope = createScope(request, world, { limits: new Map(), rowFiles: new RowFiles(undefined) })
  return compiled({ ...scope, now: NOW })
}

/** Returns the mistake that an expression is rejected with. */
function mistakeOf (text: string): string {
  const mistakes: string[] = []
  const declaration = new Declaration(text, '', (_pointer, message) => mistakes.push(message))
  try {
    compileExpression(declaration, text, VOCABULARY)
  } catch (error) {
    if (!(error instanceof DeclarationRefused)) throw error
  }
  return mistakes.join('; ')
}

const VALUES: ReadonlyArray<readonly [expression: string, value: unknown]> = [
  ['$now + PT2H', '2026-01-01T02:00:00Z'],
  ['$now - P1D', '2025-12-31T00:00:00Z'],
  ['$now + P1D - PT2H + PT0.5S', '2026-01-01T22:00:01Z'],
  ['$now + PT0S', '2026-01-01T00:00:00Z'],
  ['$now.epochSeconds + PT1H', 1767229200],
  ['$now.epochMilliseconds - PT0.5S', 1767225600000],
  ['$now.milliseconds + PT1S', '2026-01-01T00:00:01.500Z'],
  ['$now.date + P31D', '2026-02-01'],
  ['$now.http + PT1M', 'Thu, 01 Jan 2026 00:01:00 GMT'],
  ['$now | date', '2026-01-01'],
  ['$now + P58D | date', '2026-02-28'],
  ['$now | epochMilliseconds', 1767225600500],
  ['$now.date | http', 'Thu, 01 Jan 2026 00:00:00 GMT'],
  ['$now + PT13H5M | dd.MM.yyyy HH:mm:ss.SSS', '01.01.2026 13:05:00.500'],
  ['$now + P7D | EEE d MMMM yyyy', 'Thu 8 January 2026'],
  ['$now - P1D | EEEE, MMM M yy H', 'Wednesday, Dec 12 25 0'],
  ["$now | yyyy-MM-dd'T'HH:mm'Z'", '2026-01-01T00:00Z'],
  ['$now | yyyy', '2026'],
  ['$request.body#/date + P30D', '2026-01-31'],
  ['$request.body#/dateTime - PT1M', '2025-12-31T23:59:00Z'],
  ['$request.body#/zone + PT1H', '2026-01-01T00:00:00Z'],
  ['$request.body#/exact + PT1S', '2026-01-01T00:00:01.250Z'],
  ['$request.body#/seconds + PT1H', 1767229200],
  ['$request.body#/milliseconds + PT1H', 1767229200000],
  ['$request.body#/http + PT1H', 'Thu, 01 Jan 2026 01:00:00 GMT'],
  ['$request.body#/seconds | date', '2026-01-01'],
  ['$request.body#/text + PT1H', undefined],
  ['$request.body#/wrong + PT1H', undefined],
  ['$request.body#/huge + PT1H', undefined],
  ['$request.body#/missing + PT1H', undefined],
  ['$request.body + PT1H', undefined]
]

const BODY = {
  date: '2026-01-01',
  dateTime: '2026-01-01T00:00:00Z',
  zone: '2026-01-01T00:00:00+01:00',
  exact: '2026-01-01T00:00:00.250Z',
  seconds: 1767225600,
  milliseconds: 1767225600000,
  http: 'Thu, 01 Jan 2026 00:00:00 GMT',
  text: 'soon',
  wrong: '2026-02-30',
  huge: 1e300
}

for (const [expression, value] of VALUES) {
  t.test(`${expression} is ${JSON.stringify(value)}`, async t => {
    t.equal(evaluate(expression, BODY), value)
  })
}

const MISTAKES: ReadonlyArray<readonly [expression: string, message: RegExp]> = [
  ['$now + 2H', /"2H" is no duration to add: write one such as PT2H or P7D/],
  ['$now + P1M', /"P1M" is no duration to add/],
  ['$now + P999999W', /adds more than a thousand years/],
  ['$now+PT2H', /"\$now\+PT2H" is no expression: write .* or \$name \+ PT2H/],
  ['$now | dates', /unknown form of an instant "dates", did you mean "date"/],
  ['$now | ', /say which form of an instant/],
  ['$now | dd.NN.yyyy', /"dd.NN.yyyy" is no pattern of dates: NN is none of yyyy, yy/],
  ["$now | dd 'of", /is no pattern of dates: ' is none of/],
  ['$noww + PT2H', /did you mean "\$now"/],
  ['$random.integer(6, 1)', /\$random.integer takes the least and the greatest whole number: \(1, 6\)/],
  ['$random.integer', /\$random.integer takes/],
  ['$random.integer(1, 6, 2)', /\$random.integer takes/],
  ['$random.integer(1.5, 6)', /\$random.integer takes/],
  ['$random.number(1)', /\$random.number takes/],
  ['$random.number(1, 2, 11)', /\$random.number takes/],
  ['$random.boolean(1)', /\$random.boolean takes nothing/],
  ['$random.choice()', /\$random.choice takes the values/],
  ['$random.choice("a)', /has a quote that does not end/],
  ['$random.digits(0)', /\$random.digits takes how many, from 1 to 1000/],
  ['$random.hex(1e9)', /\$random.hex takes how many/],
  ['$random.intger(1, 6)', /unknown function of \$random "intger", did you mean "integer"/],
  ['$random', /say which function of \$random/]
]

for (const [expression, message] of MISTAKES) {
  t.test(`${expression} is rejected`, async t => {
    t.match(mistakeOf(expression), message)
  })
}

const DRAWN: ReadonlyArray<readonly [expression: string, isOne: (value: unknown) => boolean]> = [
  ['$random.integer(1, 6)', value => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 6],
  ['$random.integer(-2,-1)', value => value === -2 || value === -1],
  ['$random.integer(0, 9007199254740990)', value => Number.isSafeInteger(value)],
  ['$random.number(0.5, 1.5, 1)', value => Number(value) >= 0.5 && /^\d(\.\d)?$/.test(String(value))],
  ['$random.boolean', value => typeof value === 'boolean'],
  ['$random.choice(red, 7, "a, b", true)', value => ['red', 7, 'a, b', true].some(one => one === value)],
  ['$random.digits(6)', value => /^\d{6}$/.test(String(value)) && typeof value === 'string'],
  ['$random.letters(6)', value => /^[a-z]{6}$/.test(String(value))],
  ['$random.hex(6)', value => /^[0-9a-f]{6}$/.test(String(value))]
]

for (const [expression, isOne] of DRAWN) {
  t.test(`${expression} draws such values, the same at every run and not always one`, async t => {
    const draw = () => {
      const world = createWorld()
      return Array.from({ length: 100 }, () => evaluate(expression, {}, world))
    }
    const values = draw()
    t.same(values.filter(value => !isOne(value)), [])
    t.ok(new Set(values).size > 1)
    t.same(draw(), values)
  })
}
