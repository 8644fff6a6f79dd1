import t from 'tap'
import type { Family } from '../../src/metrics/family.ts'
import { Histogram } from '../../src/metrics/histogram.ts'
import { writeMetrics } from '../../src/metrics/write-metrics.ts'
import { readMetrics } from './read-metrics.ts'

const NASTY = 'a "quoted" \\ back\nslash'

t.test('what a label or a help has is escaped', async t => {
  const samples = [{ labels: { a: NASTY }, value: 1 }]
  const family: Family = { name: 'nasty', help: 'one \\ two\nthree', type: 'gauge', samples }
  const { help, metrics } = readMetrics(writeMetrics([family], 'prometheus')).get('nasty') ?? {}
  t.same(metrics, [{ labels: { a: NASTY }, value: '1' }])
  t.equal(help, family.help)
})

t.test('values that are no finite numbers are written as the format has them', async t => {
  const samples = [{ value: Infinity }, { value: -Infinity }, { value: NaN }]
  const lines = writeMetrics([{ name: 'odd', help: '', type: 'gauge', samples }], 'prometheus').split('\n')
  t.same(lines.slice(2, 5), ['odd +Inf', 'odd -Inf', 'odd NaN'])
})

t.test('a bucket includes its own bound and all that is shorter', async t => {
  const histogram = new Histogram()
  for (const seconds of [0, 0.001, 0.0011, 10, 11]) histogram.observe(seconds)
  const samples = histogram.samples()
  const family: Family = { name: 'took_seconds', help: 'How long it took.', type: 'histogram', samples }
  const [metric] = readMetrics(writeMetrics([family], 'prometheus')).get('took_seconds')?.metrics ?? []
  t.match(metric, { count: '5', sum: '21.0021' })
  const { '+Inf': all, 0.0005: least, 0.001: less, 0.0025: more, '10.0': most } = metric?.buckets ?? {}
  t.same([least, less, more, most, all], ['1', '2', '3', '4', '5'])
})

t.test('OpenMetrics names a counter without its suffix, and ends', async t => {
  const family: Family = { name: 'things', help: 'Things.', type: 'counter', samples: [{ value: 2 }] }
  t.equal(
    writeMetrics([family], 'openmetrics'),
    '# HELP things Things.\n# TYPE things counter\nthings_total 2\n# EOF\n'
  )
  t.equal(
    writeMetrics([family], 'prometheus'),
    '# HELP things_total Things.\n# TYPE things_total counter\nthings_total 2\n'
  )
})
