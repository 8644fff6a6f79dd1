import t from 'tap'
import { PATHS } from './api.ts'
import { startCounting } from './count-work.ts'

const countWork = startCounting(t)
const { startWith } = await import('../apis/start-with.ts')

/** The size of the bodies: work that grows with its square takes ten thousand times as much. */
const SIZE = 64 * 1_024

/** The most work for each byte: executed functions and blocks, and characters that methods of strings go over. */
const WORK_PER_BYTE = 30

/** The most bytes of an answer, whatever came. */
const MAX_ANSWER = 256 * 1_024

const JSON_TYPE = 'application/json'
const FORM_TYPE = 'application/x-www-form-urlencoded'
const PARTS_TYPE = 'multipart/form-data; boundary=B'
const XML_TYPE = 'application/xml'
const LINES_TYPE = 'application/x-ndjson'

interface Body {
  readonly url: string
  readonly type: string
  readonly body: string
  readonly status: number
}

const object = (member: (index: number) => string, separator = ',') => `{${repeat(member, separator)}}`
const list = (item: (index: number) => string) => `[${repeat(item, ',')}]`
const json = (url: string, body: string, status: number): Body => ({ url, type: JSON_TYPE, body, status })
const form = (pair: (index: number) => string, status: number, url = '/form'): Body =>
  ({ url, type: FORM_TYPE, body: repeat(pair, '&'), status })
const parts = (part: (index: number) => string, status: number): Body =>
  ({ url: '/parts', type: PARTS_TYPE, body: `${repeat(part, '')}--B--\r\n`, status })
const xml = (element: (index: number) => string, status: number): Body =>
  ({ url: '/xml', type: XML_TYPE, body: `<r>${repeat(element, '')}</r>`, status })
const lines = (line: (index: number) => string, status: number): Body =>
  ({ url: '/lines', type: LINES_TYPE, body: repeat(line, '\n'), status })

/** Repeats a text until there is no more room for it. */
function repeat (make: (index: number) => string, separator: string): string {
  const pieces: string[] = []
  let size = 10
  for (let index = 0; size < SIZE; index++) {
    const piece = make(index)
    size += piece.length + separator.length
    pieces.push(piece)
  }
  return pieces.join(separator)
}

function part (name: string, body: string, type = 'text/plain'): string {
  return `--B\r\ncontent-disposition: form-data; name="${name}"\r\ncontent-type: ${type}\r\n\r\n${body}\r\n`
}

const LONG = 'k'.repeat(SIZE / 2)
const DEEP = `${'['.repeat(150)}${']'.repeat(150)}`

const BODIES: Readonly<Record<string, Body>> = {
  'the same name': json('/any', object(() => '"a":1'), 400),
  'the same name, with spaces': json('/any', object(() => '"a" : 1 '), 400),
  'the same name, a line each': json('/any', object(() => '"a":1', ',\n'), 400),
  'the same name, at the end of a text that is no JSON': json('/any', `${object(() => '"a":1')},x`, 400),
  'numbers that are too large': json('/any', list(() => '1e999'), 400),
  'whole numbers past 2^53, with an exponent': json('/any', list(() => '[9007199254740993e0,{"a":1,"a":2}]'), 400),
  'a name that JavaScript objects inherit': json('/any', list(() => '{"__proto__":1}'), 204),
  'the same name that all objects inherit': json('/any', object(() => '"__proto__":1'), 400),
  'whole numbers past 2^53': json('/any', list(() => '9007199254740993'), 204),
  'whole numbers of 300 digits': json('/any', list(() => '9'.repeat(300)), 204),
  'a whole number of half a megabyte': json('/any', '9'.repeat(SIZE / 2), 400),
  'flaws below a long name': json('/any', `{"${LONG}":{${repeat(() => '"a":1', ',').slice(0, -4)}}}`, 400),
  'flaws below many names': json('/any', `${'{"a":'.repeat(190)}${object(() => '"a":1')}${'}'.repeat(190)}`, 400),
  'names with escapes': json('/any', object(index => `"\\u0061${index}" : "\\""`), 204),
  'empty objects': json('/any', list(() => '{}'), 204),
  'nested lists': json('/any', list(() => DEEP), 204),
  'endless nesting': json('/any', '['.repeat(SIZE), 400),
  'items of a wrong type': json('/list', list(() => '1'), 400),
  'items without what is required': json('/list', list(() => '{}'), 400),
  'distinct items': json('/distinct', list(index => `{"a":${index}}`), 204),
  'the same item': json('/distinct', list(() => '1'), 400),
  'names that are not allowed': json('/closed', object(index => `"nane${index}":1`), 400),

  'long names that are not allowed': json('/closed', `{"${LONG}":1}`, 400),
  'a long text in place of a word': json('/closed', `{"mode":"${LONG}"}`, 400),
  'names that are too long': json('/short-names', object(index => `"name${index}":1`), 400),
  'wrong items below a long name': json('/map', `{"${LONG}":${list(() => '1')}}`, 400),
  'wrong items below a name of slashes': json('/map', `{"${'/'.repeat(SIZE / 2)}":${list(() => '1')}}`, 400),
  'wrong members of a schema that refers to itself': json('/tree', object(index => `"a${index}":{}`), 400),
  'wrong members, by a pattern of their names': json('/patterns', object(index => `"a${index}":1`), 400),
  'members that no pattern allows': json('/patterns', object(index => `"b${index}":1`), 400),
  'items that fit no alternative': json('/choice', list(() => '{}'), 400),
  'items of which none fits': json('/one-of-it', list(() => '1'), 400),

  'owners of a form': form(index => `q${index}[a]=1`, 204),
  'members of one owner': form(index => `q[a${index}]=1`, 204),
  'items of one owner': form(() => 'q[]=', 204),
  'items of a deep owner': form(() => 'q[a][]=', 204),
  'the same name of a form': form(() => 'tags=a', 204),
  'names of a form': form(index => `n${index}=a`, 204),
  'names without end': form(() => `q${'[a]'.repeat(1_000)}=1`, 204),
  'empty members': form(() => '', 204),
  'what is not encoded': form(index => `n${index}=%zz`, 400),
  'wrong values of a form': form(index => `n${index}=x`, 400, '/open-form'),

  'parts of many names': parts(index => part(`p${index}`, 'x'), 204),
  'parts of one name': parts(() => part('tags', 'x'), 204),
  'members of one part': parts(index => part(`meta[a${index}]`, 'x'), 204),
  'flawed JSON in parts': parts(() => part('meta', '{"a":1,"a":1,"a":1}', JSON_TYPE), 400),

  'elements of a list': xml(() => '<item/>', 204),
  'wrong values of elements': xml(() => '<item><a>x</a></item>', 400),
  'elements of many names': xml(index => `<n${index}/>`, 204),
  'elements where one is expected': xml(() => '<id>1</id>', 400),
  'namespaces of elements': xml(index => `<a xmlns:n${index}="u"/>`, 204),
  'elements without an end': xml(() => '<a>', 400),

  'lines without what is required': lines(() => '{}', 400),
  'lines that are no JSON': lines(() => 'x', 400),
  'flawed lines': lines(() => '{"id":1,"id":2}', 400),
  'numbers that are too large, a line each': lines(() => '1e999', 400),
  'empty lines': lines(() => '', 204),

  'flaws in a request of the admin API': json('/__admin/stubs', object(() => '"a":1'), 400),
  'an unknown operation with a long name': json('/__admin/stubs', `{"operation":"${LONG}"}`, 422),
  'members that the admin API does not know': json('/__admin/stubs', object(index => `"a${index}":1`), 400)
}

t.test('a body of any content takes work that grows with its size', async t => {
  const { send } = await startWith(t, PATHS)
  for (const [title, { body, status, type, url }] of Object.entries(BODIES)) {
    const post = () => send('POST', url, body, { 'content-type': type })
    // The first request compiles.
    await send('POST', url, '', { 'content-type': type })
    const { result: answer, work } = await countWork(post)
    t.equal(answer.statusCode, status, `${title}: ${answer.body.slice(0, 200)}`)
    t.ok(work < WORK_PER_BYTE * body.length, `${title}: ${(work / body.length).toFixed(1)} for each byte`)
    t.ok(answer.body.length < MAX_ANSWER, `${title}: ${answer.body.length} bytes are answered`)
    t.equal((await send('POST', '/any', {})).statusCode, 204, `${title}: the server answers as before`)
  }
})
