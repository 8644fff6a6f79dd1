import t from 'tap'
import { startWith } from '../apis/start-with.ts'

const string = { type: 'string' }
const strings = { type: 'array', items: string }
const rgb = { type: 'object', properties: { R: { type: 'integer' }, G: { type: 'integer' }, B: { type: 'integer' } } }
const COLORS = ['blue', 'black', 'brown']
const RGB = { R: 100, G: 200, B: 150 }

const STYLES = 'OpenAPI 3.1.1, section 4.8.12.6 (Style Examples)'
const ENCODING = 'OpenAPI 3.1.1, appendix E (Percent-Encoding and Form Media Types)'
const RESERVED = 'OpenAPI 3.1.1, section 4.8.12.2.2, allowReserved; RFC 3986, section 2.2'
const CONTENT = 'OpenAPI 3.1.1, section 4.8.12.2.3 (Fixed Fields for use with content)'
const EMPTY = 'OpenAPI 3.1.1, section 4.8.12.2.1, allowEmptyValue'

interface Described {
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly [name: string]: unknown
}

type Row = [source: string, parameter: Described, sent: string, value: unknown]

const path = (style: string, explode: boolean, schema: object): Described => ({ in: 'path', style, explode, schema })
const query = (style: string, explode: boolean, schema: object, more: object = {}): Described => ({
  in: 'query',
  style,
  explode,
  schema,
  ...more
})

/** A parameter `color` as it is sent, and its value for the simulation and for stubs. */
const ROWS: Row[] = [
  [STYLES, path('matrix', false, string), ';color', ''],
  [STYLES, path('matrix', false, string), ';color=blue', 'blue'],
  [STYLES, path('matrix', false, strings), ';color=blue,black,brown', COLORS],
  [STYLES, path('matrix', false, rgb), ';color=R,100,G,200,B,150', RGB],
  [STYLES, path('matrix', true, string), ';color', ''],
  [STYLES, path('matrix', true, string), ';color=blue', 'blue'],
  [STYLES, path('matrix', true, strings), ';color=blue;color=black;color=brown', COLORS],
  [STYLES, path('matrix', true, rgb), ';R=100;G=200;B=150', RGB],
  [STYLES, path('label', false, string), '.blue', 'blue'],
  [STYLES, path('label', false, strings), '.blue,black,brown', COLORS],
  [STYLES, path('label', false, rgb), '.R,100,G,200,B,150', RGB],
  [STYLES, path('label', true, string), '.blue', 'blue'],
  [STYLES, path('label', true, strings), '.blue.black.brown', COLORS],
  [STYLES, path('label', true, rgb), '.R=100.G=200.B=150', RGB],
  [STYLES, path('simple', false, string), 'blue', 'blue'],
  [STYLES, path('simple', false, strings), 'blue,black,brown', COLORS],
  [STYLES, path('simple', false, rgb), 'R,100,G,200,B,150', RGB],
  [STYLES, path('simple', true, string), 'blue', 'blue'],
  [STYLES, path('simple', true, strings), 'blue,black,brown', COLORS],
  [STYLES, path('simple', true, rgb), 'R=100,G=200,B=150', RGB],
  [STYLES, { in: 'header', schema: string }, 'blue', 'blue'],
  [STYLES, { in: 'header', schema: strings }, 'blue,black,brown', COLORS],
  [STYLES, { in: 'header', schema: rgb }, 'R,100,G,200,B,150', RGB],
  [STYLES, { in: 'header', explode: true, schema: rgb }, 'R=100,G=200,B=150', RGB],
  [STYLES, query('form', false, string), 'color=', ''],
  [STYLES, query('form', false, string), 'color=blue', 'blue'],
  [STYLES, query('form', false, strings), 'color=blue,black,brown', COLORS],
  [STYLES, query('form', false, rgb), 'color=R,100,G,200,B,150', RGB],
  [STYLES, query('form', true, string), 'color=', ''],
  [STYLES, query('form', true, string), 'color=blue', 'blue'],
  [STYLES, query('form', true, strings), 'color=blue&color=black&color=brown', COLORS],
  [STYLES, query('form', true, rgb), 'R=100&G=200&B=150', RGB],
  [STYLES, { in: 'cookie', schema: string }, 'color=blue', 'blue'],
  [STYLES, { in: 'cookie', explode: false, schema: strings }, 'color=blue,black,brown', COLORS],
  [STYLES, { in: 'cookie', explode: false, schema: rgb }, 'color=R,100,G,200,B,150', RGB],
  [STYLES, query('spaceDelimited', false, strings), 'color=blue%20black%20brown', COLORS],
  [STYLES, query('spaceDelimited', false, rgb), 'color=R%20100%20G%20200%20B%20150', RGB],
  [STYLES, query('pipeDelimited', false, strings), 'color=blue%7Cblack%7Cbrown', COLORS],
  [STYLES, query('pipeDelimited', false, rgb), 'color=R%7C100%7CG%7C200%7CB%7C150', RGB],
  [STYLES, query('deepObject', true, rgb), 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150', RGB],
  [STYLES, query('deepObject', true, rgb), 'color[R]=100&color[G]=200&color[B]=150', RGB],
  [ENCODING, path('simple', false, string), 'r%C3%B6t%20%2F%25', 'röt /%'],
  [ENCODING, path('simple', false, string), 'a+b', 'a+b'],
  [ENCODING, path('simple', false, strings), 'a%2Cb,c', ['a,b', 'c']],
  [ENCODING, path('label', true, strings), '.a%2Eb.c', ['a.b', 'c']],
  [ENCODING, path('matrix', true, strings), ';color=a%3Bb;color=c', ['a;b', 'c']],
  [ENCODING, path('simple', true, { type: 'object', properties: { a: string } }), 'a=b%3Dc', { a: 'b=c' }],
  [ENCODING, query('form', true, string), 'color=a+b%2Bc%26d', 'a b+c&d'],
  [ENCODING, query('form', false, strings), 'color=a%2Cb,c', ['a,b', 'c']],
  [ENCODING, query('form', true, strings), 'color=a%2Cb&color=c,d', ['a,b', 'c,d']],
  [
    ENCODING,
    query('deepObject', true, { type: 'object', properties: { 'a b': string } }),
    'color%5Ba%20b%5D=c%26d',
    { 'a b': 'c&d' }
  ],
  [ENCODING, { in: 'header', schema: string }, 'a%20b', 'a%20b'],
  [ENCODING, { in: 'cookie', schema: string }, 'color=a%20b', 'a b'],
  [RESERVED, query('form', true, string, { allowReserved: true }), "color=a/b?c:d@e!$'()*;[=]", "a/b?c:d@e!$'()*;[=]"],
  [RESERVED, query('form', false, strings, { allowReserved: true }), 'color=/a,/b?c', ['/a', '/b?c']],
  [
    CONTENT,
    { in: 'query', content: { 'application/json': { schema: rgb } } },
    `color=${encodeURIComponent(JSON.stringify(RGB))}`,
    RGB
  ],
  [
    CONTENT,
    { in: 'path', content: { 'application/json': { schema: strings } } },
    encodeURIComponent(JSON.stringify(COLORS)),
    COLORS
  ],
  [CONTENT, { in: 'header', content: { 'application/json': { schema: rgb } } }, JSON.stringify(RGB), RGB],
  [
    CONTENT,
    { in: 'cookie', content: { 'application/json': { schema: strings } } },
    `color=${encodeURIComponent(JSON.stringify(COLORS))}`,
    COLORS
  ],
  [CONTENT, { in: 'query', content: { 'text/plain': { schema: string } } }, 'color=a,b', 'a,b'],
  [EMPTY, query('form', true, { type: 'integer' }, { allowEmptyValue: true }), 'color=', ''],
  [EMPTY, query('form', true, { type: 'boolean' }, { allowEmptyValue: true }), 'color', ''],
  [EMPTY, query('form', false, strings), 'color=', []]
]

t.test('parameters of all styles are read', async t => {
  // An empty label is no row: "." at the end of a path is taken away before it is sent (RFC 3986, section 5.2.4).
  const standin = await startWith(t, Object.fromEntries(ROWS.map(describe)))
  for (const [index, [source, { in: place }, sent, value]] of ROWS.entries()) {
    // There is no runtime expression for cookies.
    if (place === 'cookie') {
      await standin.admin('POST', '/stubs', {
        operation: `things.row${index}`,
        when: { cookies: { color: value } },
        reply: { status: 200, body: { value } }
      })
    }
    const url = `/row${index}${place === 'path' ? `/${sent}` : place === 'query' ? `?${sent}` : ''}`
    const answer = await standin.send('GET', url, undefined, place === 'header'
      ? { color: sent }
      : place === 'cookie'
        ? { cookie: sent }
        : {})
    t.same(answer.json(), { value }, `${place} ${sent} (${source})`)
  }
})

/** Creates an operation that responds with the value of its parameter. */
function describe ([, { in: place, ...described }]: Row, index: number): [path: string, item: object] {
  return [`/row${index}${place === 'path' ? '/{color}' : ''}`, {
    get: {
      operationId: `row${index}`,
      parameters: [{ name: 'color', in: place, required: place === 'path', ...described }],
      responses: { 200: { description: 'It.', content: { 'application/json': {} } } },
      ...place !== 'cookie' && { 'x-standin': { reply: { status: 200, body: { value: `$request.${place}.color` } } } }
    }
  }]
}
