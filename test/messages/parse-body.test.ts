import t from 'tap'
import { parseBody } from '../../src/messages/parse-body.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

const parse = (body: string | Buffer, contentType = JSON_TYPE) => parseBody(Buffer.from(body), contentType, undefined)

t.test('JSON that means the same to every parser is read', async t => {
  for (const text of [
    '{}',
    '[]',
    '1',
    '"a"',
    'null',
    ' { "a" : [ { "b" : "c\\"d" } ] } ',
    '{"a":":","b":"\\":\\""}',
    '{"n":9007199254740991,"x":1.5,"y":100000000000000000000,"u":"é\\u00e9"}'
  ]) {
    t.same(parse(text), { kind: 'value', value: JSON.parse(text), violations: [] }, text)
  }
})

const REFUSED: Array<[title: string, body: string | Buffer, pointer: string, message: string]> = [
  [
    'no JSON',
    '{"a":}',
    '/a',
    'body is not JSON: at line 1, column 6, in /a, expected a value, but found "}"'
  ],
  [
    'the end too early',
    '{\n  "a": [1,',
    '/a/1',
    'body is not JSON: at line 2, column 11, in /a/1, expected a value, but found the end of the document'
  ],
  [
    'a comma too many',
    '{"a":1,}',
    '/a',
    'body is not JSON: at line 1, column 8, in /a, expected a member\'s name in double quotes, but found "}"'
  ],
  [
    'no value at all',
    '   ',
    '',
    'body is not JSON: at line 1, column 4, expected a value, but found the end of the document'
  ],
  // RFC 8259, section 4.
  [
    'a name twice',
    '{"a":{"b":1,"c":2,"b":1}}',
    '/a/b',
    'body /a/b must appear once, but appears again at line 1, column 19'
  ],
  [
    'a name twice, spelled differently',
    '{"a":1,"\\u0061" : 2}',
    '/a',
    'body /a must appear once, but appears again at line 1, column 8'
  ],
  [
    '__proto__ twice',
    '{"a":[{"__proto__":1,"\\u005f_proto__":2}]}',
    '/a/0/__proto__',
    'body /a/0/__proto__ must appear once, but appears again at line 1, column 22'
  ],
  // Section 8.1.
  [
    'a byte order mark',
    '\uFEFF{}',
    '',
    'body must be JSON without a byte order mark, but begins with one'
  ],
  [
    'no UTF-8',
    Buffer.from([0x22, 0xc3, 0xa9, 0xff, 0x22]),
    '',
    'body must be UTF-8, but byte 4 is not'
  ],
  // Section 9.
  [
    'too many levels',
    `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    '',
    'body must be nested at most 200 levels deep, but goes deeper at line 1, column 201'
  ],
  [
    'too many levels of objects',
    `${'{"a":'.repeat(300)}1${'}'.repeat(300)}`,
    '',
    'body must be nested at most 200 levels deep, but goes deeper at line 1, column 1001'
  ]
]

for (const [title, body, pointer, message] of REFUSED) {
  t.test(`${title}: ${message}`, async t => {
    t.match(parse(body), { kind: 'malformed', violations: [{ in: 'body', pointer, rule: 'malformed', message }] })
  })
}

t.test('a number that reading would change is told, though the rest can be read', async t => {
  t.match(parse('{"ids":[9007199254740993,1e999]}'), {
    kind: 'value',
    value: { ids: [9007199254740993n, Infinity] },
    violations: [
      {
        pointer: '/ids/1',
        rule: 'precision',
        actual: '1e999',
        message: 'body /ids/1 must be a number that a double can hold (RFC 8259, section 6), but is 1e999'
      }
    ]
  })
})

t.test('a whole number past 2^53 is exact', async t => {
  t.strictSame(parse('{"ids":[9007199254740993, -0, 1.5],"a":"9007199254740993"}'), {
    kind: 'value',
    value: { ids: [9007199254740993n, -0, 1.5], a: '9007199254740993' },
    violations: []
  })
})

t.test('text and bytes are what they are', async t => {
  t.same(parse('a,b', 'text/csv'), { kind: 'value', value: 'a,b', violations: [] })
  t.same(parse(Buffer.from([0xe9]), 'text/plain; charset="ISO-8859-1"'), { kind: 'value', value: 'é', violations: [] })
  t.same(parse(Buffer.from([0xff]), 'application/octet-stream'), {
    kind: 'value',
    value: Buffer.from([0xff]),
    violations: []
  })
  t.match(parse(Buffer.from([0xff]), 'text/plain'), { kind: 'malformed' })
})

t.test('a problem in JSON is JSON', async t => {
  t.same(parse('{"a":1}', 'application/problem+json'), { kind: 'value', value: { a: 1 }, violations: [] })
})
