import { join } from 'node:path'
import t from 'tap'
import { answering, startWith } from '../apis/start-with.ts'
import { startStandin } from '../start-standin.ts'

/** Swagger 2.0, Parameter Object, `collectionFormat`. */
const FORMATS: Array<[format: string | undefined, text: string]> = [
  [undefined, '3,4'],
  ['csv', '3,4'],
  ['csv', '3%2C4'],
  ['ssv', '3%204'],
  ['ssv', '3+4'],
  ['tsv', '3%094'],
  ['pipes', '3|4'],
  ['pipes', '3%7C4']
]

for (const [format, text] of FORMATS) {
  t.test(`of Swagger 2.0, the list ${text} is read by the format ${format ?? 'that is the default'}`, async t => {
    const ids = { type: 'array', items: { type: 'integer' }, minItems: 2, ...(format && { collectionFormat: format }) }
    const places = { query: '$request.query.ids', path: '$request.path.ids', header: '$request.header.ids' }
    const { send } = await startWith(t, {
      '/things/{ids}': {
        get: {
          parameters: ['path', 'query', 'header'].map(place => ({ name: 'ids', in: place, required: true, ...ids })),
          responses: { 200: { description: 'They.', schema: {} } },
          'x-standin': { reply: { status: 200, body: places } }
        }
      },
      '/form': {
        post: {
          consumes: ['application/x-www-form-urlencoded'],
          parameters: [{ name: 'ids', in: 'formData', required: true, ...ids }],
          responses: { 200: { description: 'They.', schema: {} } },
          'x-standin': { reply: { status: 200, body: '$request.body#/ids' } }
        }
      }
    }, { root: { openapi: undefined, swagger: '2.0' } })
    const path = text.replace('+', '%20')
    const answer = await send('GET', `/things/${path}?ids=${text}`, undefined, { ids: decodeURIComponent(path) })
    t.same(answer.json(), { query: [3, 4], path: [3, 4], header: [3, 4] })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    t.same((await send('POST', '/form', `ids=${text}`, headers)).json(), [3, 4])
  })
}

t.test('of Swagger 2.0, a field of a form may be empty where `allowEmptyValue` says so', async t => {
  const { send } = await startWith(t, {
    '/form': {
      post: {
        consumes: ['application/x-www-form-urlencoded'],
        parameters: [
          { name: 'age', in: 'formData', type: 'integer', allowEmptyValue: true },
          { name: 'size', in: 'formData', type: 'integer' }
        ],
        responses: { 204: { description: 'Done.' } }
      }
    }
  }, { root: { openapi: undefined, swagger: '2.0' } })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  for (const [form, status] of [['age=', 204], ['age=5', 204], ['age=x', 400], ['size=', 400]] as const) {
    t.equal((await send('POST', '/form', form, headers)).statusCode, status, form)
  }
})

t.test('the members of a query that is one form are known to the simulation and to stubs', async t => {
  const content = {
    'application/x-www-form-urlencoded': { schema: { type: 'object', properties: { page: { type: 'integer' } } } }
  }
  const { admin, send } = await startWith(t, {
    '/things': {
      get: {
        operationId: 'listThings',
        parameters: [{ name: 'filter', in: 'querystring', content }],
        responses: { ...answering({}), 404: { description: 'None.' } },
        'x-standin': { reply: { status: 200, body: '$request.query.page' } }
      }
    }
  })
  t.equal((await send('GET', '/things?page=7')).json(), 7)
  const when = { query: { page: 8 } }
  await admin('POST', '/stubs', { operation: 'things.listThings', when, reply: { status: 404 } })
  t.equal((await send('GET', '/things?page=8')).statusCode, 404)
  t.equal((await send('GET', '/things?page=9')).json(), 9)
})

const CODES = [['007', 200], ['7', 400], ['1e3', 200], ['1000', 400], ['null', 200], ['x', 200], ['y', 400]] as const

t.test('the values of an enum are texts as the document has them, whatever its version and form', async t => {
  const codes = '[007, 1e3, null, x]'
  const folder = t.testdir({
    'new.yaml': `openapi: 3.1.0
info: { title: New, version: 1.0 }
paths:
  /new:
    get:
      parameters: [{ name: code, in: query, schema: { type: string, enum: ${codes} } }]
      responses: { '200': { description: Fine } }
`,
    'old.yaml': `swagger: '2.0'
info: { title: Old, version: 1.0 }
paths:
  /old:
    get:
      parameters: [{ name: code, in: query, type: string, enum: ${codes} }]
      responses: { '200': { description: Fine } }
`,
    'split.yaml': `openapi: 3.0.3
info: { title: Split, version: 1.0 }
paths:
  /split:
    get:
      parameters: [{ name: code, in: query, schema: { $ref: 'parts/code.yaml#/Code' } }]
      responses: { '200': { description: Fine } }
`,
    parts: { 'code.yaml': `Code: { type: string, enum: ${codes} }` }
  })
  const { send } = await startStandin(t, { openapi: ['new', 'old', 'split'].map(name => join(folder, `${name}.yaml`)) })
  for (const path of ['/new', '/old', '/split']) {
    for (const [code, status] of CODES) {
      t.equal((await send('GET', `${path}?code=${code}`)).statusCode, status, `${path} ${code}`)
    }
  }
})
