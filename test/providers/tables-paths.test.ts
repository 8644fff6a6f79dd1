import t from 'tap'
import { startWith } from '../apis/start-with.ts'

const MATCHING = 'OpenAPI 3.1.1, section 4.8.8.2 (Path Templating Matching)'
const TEMPLATING = 'OpenAPI 3.1.1, section 4.8.2 (Path Templating); RFC 6570, section 3.2.2'
const ENCODING = 'RFC 3986, sections 2.1 and 6.2.2.2'

/** The path templates, which are served together. */
const TEMPLATES = [
  '/pets/{petId}', '/pets/mine', '/pets/{petId}/toys', '/pets/mine/{toy}', '/pets/mine/toys',
  '/files/{name}', '/files/{name}.{format}', '/files/{name}.json', '/files/all.json',
  '/v1/{name}', '/v1/{name}:cancel', '/v1/{name}:run', '/v1/jobs:cancel',
  '/years/{from}-{to}', '/years/{year}', '/odata/Things({id})', '/odata/Things',
  '/@{user}', '/literal:colon', '/star*red', '/{any}/deep/{thing}', '/known/deep/{thing}'
]

type Row = [source: string, url: string, template: string, values?: Record<string, string>]

/** A URL with its template and parameters. Concrete segments take precedence over templated ones. */
const ROWS: Row[] = [
  [MATCHING, '/pets/mine', '/pets/mine'],
  [MATCHING, '/pets/7', '/pets/{petId}', { petId: '7' }],
  [MATCHING, '/pets/mine2', '/pets/{petId}', { petId: 'mine2' }],
  [MATCHING, '/pets/7/toys', '/pets/{petId}/toys', { petId: '7' }],
  [MATCHING, '/pets/mine/toys', '/pets/mine/toys'],
  [MATCHING, '/pets/mine/ball', '/pets/mine/{toy}', { toy: 'ball' }],
  [MATCHING, '/files/all.json', '/files/all.json'],
  [MATCHING, '/files/a.json', '/files/{name}.json', { name: 'a' }],
  [MATCHING, '/files/a.xml', '/files/{name}.{format}', { name: 'a', format: 'xml' }],
  [MATCHING, '/files/a', '/files/{name}', { name: 'a' }],
  [MATCHING, '/known/deep/1', '/known/deep/{thing}', { thing: '1' }],
  [MATCHING, '/other/deep/1', '/{any}/deep/{thing}', { any: 'other', thing: '1' }],
  [TEMPLATING, '/files/a.tar.gz', '/files/{name}.{format}', { name: 'a', format: 'tar.gz' }],
  [TEMPLATING, '/v1/jobs:cancel', '/v1/jobs:cancel'],
  [TEMPLATING, '/v1/7:cancel', '/v1/{name}:cancel', { name: '7' }],
  [TEMPLATING, '/v1/a:b:run', '/v1/{name}:run', { name: 'a:b' }],
  [TEMPLATING, '/v1/7:stop', '/v1/{name}', { name: '7:stop' }],
  [TEMPLATING, '/years/2025-2026', '/years/{from}-{to}', { from: '2025', to: '2026' }],
  [TEMPLATING, '/years/2025', '/years/{year}', { year: '2025' }],
  [TEMPLATING, '/odata/Things(5)', '/odata/Things({id})', { id: '5' }],
  [TEMPLATING, '/odata/Things', '/odata/Things'],
  [TEMPLATING, '/@ann', '/@{user}', { user: 'ann' }],
  [TEMPLATING, '/literal:colon', '/literal:colon'],
  [TEMPLATING, '/star*red', '/star*red'],
  [ENCODING, '/pets/a%2Fb', '/pets/{petId}', { petId: 'a/b' }],
  [ENCODING, '/pets/r%C3%B6t%20', '/pets/{petId}', { petId: 'röt ' }],
  [ENCODING, '/pets/%6Dine', '/pets/mine'],
  [ENCODING, '/v1/7%3Acancel', '/v1/{name}:cancel', { name: '7' }],
  [ENCODING, '/pets/mine/', '/pets/mine']
]

t.test('each URL finds the template that says most of it', async t => {
  const { send } = await startWith(t, Object.fromEntries(TEMPLATES.map(template => [template, describe(template)])))
  for (const [source, url, template, values = {}] of ROWS) {
    t.same((await send('GET', url)).json(), { template: plain(template), ...values }, `${url} (${source})`)
  }
})

/** Creates an operation that responds with its template and its parameters. */
function describe (template: string): object {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '')
  const values = Object.fromEntries(names.map(name => [name, `$request.path.${name}`]))
  return {
    get: {
      parameters: names.map(name => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      responses: { 200: { description: 'It.', content: { 'application/json': {} } } },
      'x-standin': { reply: { status: 200, body: { template: plain(template), ...values } } }
    }
  }
}

/** Escapes braces, which would be an expression in a reply. */
function plain (template: string): string {
  return template.replaceAll('{', '<').replaceAll('}', '>')
}
