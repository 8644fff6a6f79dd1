import t from 'tap'
import { encodeBody } from '../../src/callbacks/encode-body.ts'
import type { RequestBody } from '../../src/contract/contract.ts'

const FORM = 'application/x-www-form-urlencoded'

function encode (
  value: unknown,
  ...mediaTypes: string[]
): [contentType: string | undefined, text: string | undefined] {
  const body: RequestBody = {
    required: true,
    content: mediaTypes.map(name => ({
      name,
      schema: undefined,
      examples: [],
      parameters: {},
      items: undefined,
      encoding: {}
    }))
  }
  const encoded = encodeBody(value, mediaTypes.length === 0 ? undefined : body)
  return [encoded?.contentType, encoded?.text]
}

t.test('a body is JSON unless the callback declares otherwise', async t => {
  t.same(encode({ a: [1, null] }), ['application/json', '{"a":[1,null]}'])
  t.same(encode({ a: 1 }, 'application/json'), ['application/json', '{"a":1}'])
  t.same(encode('text', 'application/json'), ['application/json', '"text"'])
  t.same(
    encode({ a: 1 }, 'application/vnd.shop+json', FORM),
    ['application/vnd.shop+json', '{"a":1}'],
    'the first that is declared'
  )
})

t.test('a form has a field for each member, in brackets where members have members', async t => {
  const form = (value: unknown) =>
    decodeURIComponent(encode(value, FORM)[1]?.replaceAll('+', ' ') ?? '')
  t.equal(form({ a: 1, b: { c: 'x y', d: { e: true } } }), 'a=1&b[c]=x y&b[d][e]=true')
  t.equal(form({ a: ['x', 'y'], b: { c: [1, { d: 2 }] } }), 'a=x&a=y&b[c]=1&b[c][d]=2')
  t.equal(form({ a: null, b: undefined, c: '' }), 'a=&c=')
  t.equal(form({}), '')
  t.equal(encode({ 'a&b': 'c=d&é' }, FORM)[1], 'a%26b=c%3Dd%26%C3%A9')
})

t.test('text is written as it is where the media type is not JSON', async t => {
  t.same(encode('<a/>', 'application/xml'), ['application/xml', '<a/>'])
  t.same(encode({ a: 1 }, 'text/plain'), ['text/plain', '{"a":1}'])
})

t.test('without a value there is no body', async t => {
  t.same(encode(undefined, FORM), [undefined, undefined])
})
