import t from 'tap'
import { formatDuration, parseDuration } from '../../src/worlds/duration.ts'

const DURATIONS: ReadonlyArray<readonly [string, number]> = [
  ['PT0S', 0],
  ['PT0.25S', 250],
  ['PT5S', 5_000],
  ['PT1M30S', 90_000],
  ['PT1H', 3_600_000],
  ['P7D', 604_800_000],
  ['P1DT12H', 129_600_000]
]

for (const [text, milliseconds] of DURATIONS) {
  t.test(`${text} is read as ${milliseconds} ms, and written again`, async t => {
    t.equal(parseDuration(text), milliseconds)
    t.equal(formatDuration(milliseconds), text)
  })
}

t.test('weeks are read too, and amounts that a larger unit could hold', async t => {
  t.equal(parseDuration('P1W'), 604_800_000)
  t.equal(parseDuration('PT90S'), 90_000)
})

t.test('what is no duration of fixed length is refused', async t => {
  for (const text of [
    '',
    'P',
    'PT',
    'P1DT',
    '5S',
    'P5S',
    'PT5',
    'P1Y',
    'P1M',
    'pt5s',
    'PT-5S',
    ' PT5S',
    'PT5S ',
    'PT1,5S'
  ]) {
    t.equal(parseDuration(text), undefined, JSON.stringify(text))
  }
})
