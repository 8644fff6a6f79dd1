import t from 'tap'
import { traceHeaders, traceOf } from '../../src/messages/trace-context.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const SPAN = '00f067aa0ba902b7'
const TRACEPARENT = `00-${TRACE}-${SPAN}-01`

t.test('a trace is read from its header', async t => {
  t.same(traceOf({ traceparent: TRACEPARENT }), {
    traceId: TRACE,
    parentId: SPAN,
    sampled: true,
    state: null,
    flags: '01'
  })
  t.match(traceOf({ traceparent: `00-${TRACE}-${SPAN}-00` }), { sampled: false })
  t.match(traceOf({ traceparent: `  ${TRACEPARENT} ` }), { traceId: TRACE })
})

const MALFORMED: Readonly<Record<string, unknown>> = {
  'no header': undefined,
  'no text': ['a', 'b'],
  'an empty header': '',
  'two of them': `${TRACEPARENT}, ${TRACEPARENT}`,
  capitals: TRACEPARENT.toUpperCase(),
  'no version': `ff-${TRACE}-${SPAN}-01`,
  'a version that is no number': `zz-${TRACE}-${SPAN}-01`,
  'a short version': `0-${TRACE}-${SPAN}-01`,
  'a trace of zeros': `00-${'0'.repeat(32)}-${SPAN}-01`,
  'a span of zeros': `00-${TRACE}-${'0'.repeat(16)}-01`,
  'a short trace': `00-${TRACE.slice(1)}-${SPAN}-01`,
  'a long trace': `00-${TRACE}0-${SPAN}-01`,
  'a long span': `00-${TRACE}-${SPAN}0-01`,
  'no flags': `00-${TRACE}-${SPAN}`,
  'wrong flags': `00-${TRACE}-${SPAN}-0x`,
  'more than the version has': `${TRACEPARENT}-more`,
  'more without a dash': `01-${TRACE}-${SPAN}-01more`
}

for (const [title, traceparent] of Object.entries(MALFORMED)) {
  t.test(`it is ignored where it is malformed: ${title}`, async t => {
    t.equal(traceOf({ traceparent, tracestate: 'a=1' }), undefined)
  })
}

t.test('what later versions add is left out', async t => {
  const trace = traceOf({ traceparent: `cc-${TRACE}-${SPAN}-ff-what-comes` })
  t.match(trace, { traceId: TRACE, sampled: true, flags: '03' })
  t.same(trace && traceHeaders(trace, 'b7ad6b7169203331'), { traceparent: `00-${TRACE}-b7ad6b7169203331-03` })
})

const listOf = (length: number) => Array.from({ length }, (_, n) => `k${n}=v`).join(',')

const STATES: ReadonlyArray<[state: unknown, kept: string | null]> = [
  ['a=1', 'a=1'],
  ['rojo=00f067,congo=t61', 'rojo=00f067,congo=t61'],
  [' a=1 ,\tb=2 ', 'a=1,b=2'],
  ['a=1,,b=2', 'a=1,b=2'],
  ['fw529a3039@dt=FfAsdf Q', 'fw529a3039@dt=FfAsdf Q'],
  [['a=1', 'b=2'], 'a=1,b=2'],
  [listOf(32), listOf(32)],
  [listOf(33), null],
  ['', null],
  ['a', null],
  ['A=1', null],
  ['a=1=2', null],
  ['a=', null],
  ['a=1,a=2', null],
  ['@a=1', null],
  ['a=é', null],
  [`a=${'x'.repeat(257)}`, null],
  [`a${'x'.repeat(256)}=1`, null]
]

for (const [tracestate, kept] of STATES) {
  t.test(`of the state ${String(tracestate).slice(0, 60)} there is ${kept?.slice(0, 60) ?? 'nothing'}`, async t => {
    t.match(traceOf({ traceparent: TRACEPARENT, tracestate }), { state: kept })
  })
}

t.test('a trace goes on by another span', async t => {
  const trace = traceOf({ traceparent: TRACEPARENT, tracestate: 'a=1' })
  t.same(trace && traceHeaders(trace, 'b7ad6b7169203331'), {
    traceparent: `00-${TRACE}-b7ad6b7169203331-01`,
    tracestate: 'a=1'
  })
})
