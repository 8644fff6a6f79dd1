import t from 'tap'
import { plain } from '../../src/console/paint.ts'
import { milliseconds, requestLine } from '../../src/console/request-line.ts'
import { exchangeOf } from './exchange-of.ts'

const context = { world: 'checkout', why: undefined, paint: plain }

function withoutTime (line: string): string {
  return line.replace(/^\d\d:\d\d:\d\d\.\d{3} /, '')
}

t.test('A line tells the world, the request, its operation, status, source and duration', async t => {
  const line = requestLine(exchangeOf({ tookMs: 2.04 }), context)
  t.match(line, /^\d\d:\d\d:\d\d\.\d{3} /)
  t.equal(withoutTime(line), 'checkout GET /orders shop.listOrders 200 example 2 ms')
})

t.test('A line names the stub, the example and the fault', async t => {
  const stubbed = exchangeOf({ source: 'stub', stub: 'slow', example: 'two', fault: 'no-answer' })
  const stubLine = 'checkout GET /orders shop.listOrders 200 stub(slow) fault(no-answer) 1 ms'
  t.equal(withoutTime(requestLine(stubbed, context)), stubLine)
  const example = exchangeOf({ example: 'two' })
  t.equal(withoutTime(requestLine(example, context)), 'checkout GET /orders shop.listOrders 200 example(two) 1 ms')
})

t.test('A line says why a request was refused', async t => {
  const unmatched = exchangeOf({ operation: undefined, status: 404, source: 'refusal' })
  const line = requestLine(unmatched, { ...context, why: 'no operation is like it' })
  t.equal(withoutTime(line), 'checkout GET /orders no-operation 404 refusal 1 ms: no operation is like it')
})

t.test('A line stays one line, masks credentials and is bounded', async t => {
  const odd = exchangeOf({ url: '/orders?api_key=secret1', example: 'a\nb\u001b[2J' })
  const line = requestLine(odd, { ...context, why: 'x\r\ny' })
  t.notMatch(line, /secret1/)
  t.notMatch(line, /\p{Cc}/u)
  t.match(line, /example\(a\\u000ab\\u001b\[2J\)/)
  t.ok(requestLine(exchangeOf({ url: `/${'a'.repeat(5_000)}` }), context).length < 300)
})

t.test('Colours follow the class of the status', async t => {
  const paint = (style: string, text: string): string => `<${style}>${text}`
  const styles = [200, 301, 404, 503].map(status => requestLine(exchangeOf({ status }), { ...context, paint }))
  t.match(styles, [/<green>200/, /<cyan>301/, /<yellow>404/, /<red>503/])
})

t.test('Short durations have a decimal', async t => {
  t.strictSame([0.04, 0.26, 9.96, 12.4, 1250.5].map(milliseconds), [0, 0.3, 10, 12, 1251])
})
