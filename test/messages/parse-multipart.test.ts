import t from 'tap'
import { readBody } from '../validation/read-body.ts'

const FORM = 'multipart/form-data; boundary="x y"'

interface Part {
  readonly name?: string
  readonly filename?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly content: string | Buffer
}

/** Writes parts as RFC 7578 has them. */
function write (...parts: Part[]): Buffer {
  return Buffer.concat([...parts.flatMap(({ content, filename, headers = {}, name }) => {
    const file = filename === undefined ? '' : `; filename="${filename}"`
    const disposition = `form-data; name="${name}"${file}`
    const named = name === undefined ? {} : { 'Content-Disposition': disposition }
    const lines = Object.entries({ ...named, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
    return [Buffer.from(`--x y\r\n${lines.join('')}\r\n`), Buffer.from(content), Buffer.from('\r\n')]
  }), Buffer.from('--x y--\r\n')])
}

const read = (bytes: string | Buffer, declared: object, contentType = FORM) =>
  readBody({ contentType, bytes }, declared)

const PNG = Buffer.from('89504e470d0a1a0a', 'hex')
const JSON_PART = { 'Content-Type': 'application/json' }

const SCHEMA = {
  type: 'object',
  required: ['title'],
  properties: {
    title: { type: 'string' },
    count: { type: 'integer' },
    tags: { type: 'array', items: { type: 'string' } },
    ids: { type: 'array', items: { type: 'integer' } },
    meta: { type: 'object', required: ['size'], properties: { size: { type: 'integer' } } },
    notes: { type: 'array', items: { type: 'object', properties: { n: { type: 'integer' } } } },
    photo: { type: 'string', format: 'binary', maxLength: 10 },
    scan: { type: 'string', contentMediaType: 'application/octet-stream' },
    photos: { type: 'array', maxItems: 2, items: { type: 'string', format: 'binary' } }
  }
}

/**
 * RFC 7578; OpenAPI 3.1, sections 4.8.14.4 ("Special Considerations for multipart Content") and 4.8.15 (Encoding
 * Object).
 */
const VALUES: Array<[what: string, parts: Part[], value: object]> = [
  ['text', [{ name: 'title', content: 'a&b=ü %20+' }], { title: 'a&b=ü %20+' }],
  [
    'text with a type',
    [
      {
        name: 'title',
        headers: { 'content-type': 'text/plain; charset=iso-8859-1' },
        content: Buffer.from([0xe9])
      }
    ],
    { title: 'é' }
  ],
  [
    'a number',
    [
      { name: 'title', content: 'a' },
      { name: 'count', content: '3' }
    ],
    { title: 'a', count: 3 }
  ],
  [
    'a list of one',
    [
      { name: 'title', content: 'a' },
      { name: 'tags', content: 'x' }
    ],
    { title: 'a', tags: ['x'] }
  ],
  [
    'a repeated name',
    [
      { name: 'title', content: 'a' },
      { name: 'ids', content: '1' },
      { name: 'ids', content: '2' }
    ],
    { title: 'a', ids: [1, 2] }
  ],
  [
    'an object with its type',
    [
      { name: 'title', content: 'a' },
      { name: 'meta', headers: JSON_PART, content: '{"size":3}' }
    ],
    { title: 'a', meta: { size: 3 } }
  ],
  [
    'an object, which is JSON without a type too',
    [
      { name: 'title', content: 'a' },
      { name: 'meta', content: '{"size":3}' }
    ],
    { title: 'a', meta: { size: 3 } }
  ],
  [
    'objects in parts of one name',
    [
      { name: 'title', content: 'a' },
      { name: 'notes', headers: JSON_PART, content: '{"n":1}' },
      { name: 'notes', content: '{"n":2}' }
    ],
    { title: 'a', notes: [{ n: 1 }, { n: 2 }] }
  ],
  [
    'one of several objects',
    [
      { name: 'title', content: 'a' },
      { name: 'notes', headers: JSON_PART, content: '{"n":1}' }
    ],
    { title: 'a', notes: [{ n: 1 }] }
  ],
  [
    'all of a list as JSON',
    [
      { name: 'title', content: 'a' },
      { name: 'notes', headers: JSON_PART, content: '[{"n":1},{"n":2}]' }
    ],
    { title: 'a', notes: [{ n: 1 }, { n: 2 }] }
  ],
  [
    'members in brackets',
    [
      { name: 'title', content: 'a' },
      { name: 'meta[size]', content: '3' }
    ],
    { title: 'a', meta: { size: 3 } }
  ],
  [
    'a file',
    [
      { name: 'title', content: 'a' },
      { name: 'photo', filename: 'a.png', headers: { 'Content-Type': 'image/png' }, content: PNG }
    ],
    { title: 'a', photo: PNG }
  ],
  [
    'a file without a type',
    [
      { name: 'title', content: 'a' },
      { name: 'scan', filename: 'a.png', content: PNG }
    ],
    { title: 'a', scan: PNG }
  ],
  [
    'a file of JSON, where bytes are described',
    [
      { name: 'title', content: 'a' },
      { name: 'photo', filename: 'a.json', headers: JSON_PART, content: '{"a": 1}' }
    ],
    { title: 'a', photo: '{"a": 1}' }
  ],
  [
    'two files of one name',
    [
      { name: 'title', content: 'a' },
      { name: 'photos', headers: { 'content-type': 'image/png' }, content: PNG },
      { name: 'photos', headers: { 'content-type': 'image/png' }, content: '' }
    ],
    { title: 'a', photos: [PNG, Buffer.alloc(0)] }
  ],
  [
    'what nobody described',
    [
      { name: 'title', content: 'a' },
      { name: 'other', content: '1' },
      { name: 'more', headers: JSON_PART, content: '[1]' }
    ],
    { title: 'a', other: '1', more: [1] }
  ],
  [
    'a name with quotes, as browsers write it',
    [
      { name: 'title', content: 'a' },
      { name: 'a%22b', content: '1' }
    ],
    { title: 'a', 'a"b': '1' }
  ],
  [
    'a content that looks like a boundary',
    [{ name: 'title', content: '--x y-\r\n--x yz\r\n' }],
    { title: '--x y-\r\n--x yz\r\n' }
  ],
  ['an empty part', [{ name: 'title', content: '' }], { title: '' }]
]

for (const [what, parts, value] of VALUES) {
  t.test(`${what} is read`, async t => t.same(read(write(...parts), { schema: SCHEMA }), value))
}

t.test('what stands before the first boundary and after the last is passed over', async t => {
  const bytes = Buffer.concat([
    Buffer.from('This is a message in parts.\r\n'),
    write({ name: 'title', content: 'a' }),
    Buffer.from('The end.')
  ])
  t.same(read(bytes, { schema: SCHEMA }), { title: 'a' })
})

/** What is wrong is told with its place (RFC 2046, section 5.1.1; RFC 7578, sections 4.1 and 4.2). */
const MALFORMED: Array<
  [what: string, bytes: string | Buffer, message: string | RegExp, contentType?: string]
> = [
  [
    'no boundary',
    '',
    'header /content-type must name a boundary (RFC 2046, section 5.1.1), but is "multipart/form-data"',
    'multipart/form-data'
  ],
  [
    'another boundary',
    '--z\r\n\r\na\r\n--z--',
    'body must be multipart/form-data, but it has no line "--x y"'
  ],
  [
    'no end',
    write({ name: 'title', content: 'a' }).subarray(0, -6),
    'body must be multipart/form-data, but it ends within part 1, without "--x y--"'
  ],
  [
    'a part that is cut',
    Buffer.concat([
      write({ name: 'title', content: 'a' }).subarray(0, -4),
      Buffer.from('\r\nContent-')
    ]),
    'body must be multipart/form-data, but it ends within part 2, without "--x y--"'
  ],
  [
    'no empty line',
    '--x y\r\nContent-Disposition: form-data; name="a"\r\n--x y--',
    'body must be multipart/form-data, but part 1, at byte 8, has no empty line after its headers'
  ],
  [
    'a broken header',
    '--x y\r\nname=a\r\n\r\nb\r\n--x y--',
    'body must be multipart/form-data, but part 1, at byte 8, has a header without a colon: "name=a"'
  ],
  [
    'no name',
    write({ name: 'title', content: 'a' }, { content: 'b' }),
    'body must be multipart/form-data, but part 2 has no name in its Content-Disposition (RFC 7578, section 4.2)'
  ],
  [
    'broken JSON',
    write({ name: 'title', content: 'a' }, { name: 'meta', headers: JSON_PART, content: '{' }),
    /^body \/meta is not JSON: at line 1, column 2, expected/
  ]
]

for (const [what, bytes, message, contentType] of MALFORMED) {
  t.test(`${what} is told`, async t =>
    t.match(read(bytes || '-', { schema: SCHEMA }, contentType), {
      kind: 'malformed',
      messages: [message]
    })
  )
}

t.test('all that does not fit is told', async t => {
  const parts = [
    { name: 'count', content: 'x' },
    { name: 'meta', content: '{"size":"y"}' },
    { name: 'photo', headers: { 'content-type': 'image/png' }, content: 'twelve bytes' }
  ]
  t.same(read(write(...parts), { schema: SCHEMA }), {
    kind: 'invalid',
    messages: [
      'body /title is required, but is missing',
      'body /count must be an integer, but is "x"',
      'body /meta/size must be an integer, but is "y"',
      'body /photo must have at most 10 characters, but has 12'
    ]
  })
})

/** OpenAPI 3.1, section 4.8.15 (Encoding Object): `contentType`, `headers`, `style` and `explode`. */
const ENCODING = {
  photo: {
    contentType: 'image/png, image/jpeg',
    headers: { 'X-Rate': { required: true, schema: { type: 'integer', maximum: 10 } } }
  },
  scan: { contentType: 'image/*' },
  tags: { style: 'form', explode: false },
  ids: { style: 'pipeDelimited' }
}

const ENCODED: Array<[what: string, part: Part, outcome: object]> = [
  [
    'one of its types',
    { name: 'photo', headers: { 'content-type': 'image/jpeg', 'x-rate': '3' }, content: PNG },
    { title: 'a', photo: PNG }
  ],
  [
    'another type',
    { name: 'photo', headers: { 'content-type': 'image/gif', 'x-rate': '3' }, content: PNG },
    {
      kind: 'invalid',
      messages: ['body /photo must be image/png or image/jpeg, but is "image/gif"']
    }
  ],
  [
    'a type within its range',
    { name: 'scan', headers: { 'content-type': 'image/gif' }, content: PNG },
    { title: 'a', scan: PNG }
  ],
  [
    'a type beyond its range',
    { name: 'scan', headers: { 'content-type': 'text/plain' }, content: 'a' },
    { kind: 'invalid', messages: ['body /scan must be image/*, but is "text/plain"'] }
  ],
  [
    'no header',
    { name: 'photo', headers: { 'content-type': 'image/png' }, content: PNG },
    { kind: 'invalid', messages: ['body /photo/headers/x-rate is required, but is missing'] }
  ],
  [
    'a wrong header',
    { name: 'photo', headers: { 'content-type': 'image/png', 'X-Rate': '11' }, content: PNG },
    { kind: 'invalid', messages: ['body /photo/headers/x-rate must be at most 10, but is 11'] }
  ],
  ['a style', { name: 'tags', content: 'x,y' }, { title: 'a', tags: ['x', 'y'] }],
  ['another style', { name: 'ids', content: '1|2' }, { title: 'a', ids: [1, 2] }]
]

for (const [what, part, outcome] of ENCODED) {
  t.test(`${part.name} with ${what} is held to its encoding`, async t =>
    t.same(
      read(write({ name: 'title', content: 'a' }, part), { schema: SCHEMA, encoding: ENCODING }),
      outcome
    )
  )
}

t.test('the parts of multipart/mixed are a list where a list is described', async t => {
  const schema = { type: 'array', items: { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } } }
  const mixed = 'multipart/mixed; boundary="x y"'
  t.same(
    read(
      write({ headers: JSON_PART, content: '{"id":1}' }, { content: '{"id":2}' }),
      { schema },
      mixed
    ),
    [{ id: 1 }, { id: 2 }]
  )
  t.same(read(write({ headers: JSON_PART, content: '{"id":"x"}' }), { schema }, mixed), {
    kind: 'invalid',
    messages: ['body /0/id must be an integer, but is "x"']
  })
  t.same(
    read(
      write({ content: 'a' }, { headers: { 'content-type': 'image/png' }, content: PNG }),
      { itemSchema: {} },
      mixed
    ),
    ['a', PNG],
    'itemSchema of OpenAPI 3.2'
  )
})

t.test('where no parts are described, it is bytes', async t => {
  const bytes = write({ content: 'a' })
  t.same(read(bytes, { schema: { type: 'string', format: 'binary' } }), bytes)
})

t.test('a part called __proto__ is a member, and replaces no prototype', async t => {
  const value = read(
    write(
      { name: 'title', content: 'a' },
      { name: '__proto__', content: '{"b":1}', headers: JSON_PART }
    ),
    { schema: SCHEMA }
  )
  t.equal(JSON.stringify(value), '{"title":"a","__proto__":{"b":1}}')
  t.equal(Object.getPrototypeOf(value), Object.prototype)
})
