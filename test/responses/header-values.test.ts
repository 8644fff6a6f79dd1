import t from 'tap'
import type { HeaderDefinition, ResponseDefinition } from '../../src/contract/contract.ts'
import { headerValues } from '../../src/responses/header-values.ts'
import { createWorld, order } from './orders.ts'

function response (...headers: Array<Partial<HeaderDefinition>>): ResponseDefinition {
  const whole = headers.map(header => ({
    name: 'x-a',
    required: false,
    explode: false,
    schema: undefined,
    example: undefined,
    ...header
  }))
  return { status: '200', description: '', pointer: '', content: [], headers: whole }
}

t.test('headers with an example have it, in the style of headers', async t => {
  const values = headerValues(response(
    { name: 'x-text', example: 'some text' },
    { name: 'x-number', example: 8 },
    { name: 'x-list', example: ['a', 1] },
    { name: 'x-object', example: { a: 1, b: true } },
    { name: 'x-exploded', example: { a: 1, b: true }, explode: true },
    { name: 'x-optional' }
  ))(createWorld())
  t.same(values, {
    'x-text': 'some text',
    'x-number': '8',
    'x-list': 'a,1',
    'x-object': 'a,1,b,true',
    'x-exploded': 'a=1,b=true'
  })
})

t.test('the same object is given again where nothing is generated', async t => {
  const values = headerValues(response({ example: 'a' }))
  t.equal(values(createWorld('a')), values(createWorld('b')))
})

t.test('required headers without an example are generated', async t => {
  const tooMany = order('addOrder').responses.find(({ status }) => status === '429')
  const values = headerValues(tooMany ?? response())(createWorld())
  t.match(values, { 'retry-after': /^\d+$/ })
})

t.test('a required header of which nothing is said is empty', async t => {
  t.same(headerValues(response({ required: true }))(createWorld()), { 'x-a': '' })
})
