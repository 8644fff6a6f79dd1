import t from 'tap'
import { createContentTypes } from '../../src/responses/content-types.ts'
import { operationOf } from '../validation/operation-of.ts'

const CSV = ['text/csv']
const MANY = ['text/csv', 'application/xml', 'application/json']
const OBJECT = { a: 1 }
const BYTES = Buffer.from('%PDF')

/** The media types of a response, the body, the header Accept, and the content type that is stated. */
const ROWS: Array<[names: readonly string[], body: unknown, accept: string | undefined, type: string | undefined]> = [
  [CSV, 'a', undefined, 'text/csv'],
  [CSV, 'a', 'application/json', 'text/csv'],
  [['text/event-stream'], 'data: 1', undefined, 'text/event-stream'],
  [['text/event-stream'], [OBJECT], undefined, 'text/event-stream'],
  [['text/html; charset=utf-8'], '<p>', undefined, 'text/html'],
  [['application/hal+json'], OBJECT, undefined, 'application/hal+json'],
  [['application/json; version=2'], OBJECT, undefined, 'application/json;version=2'],
  [['application/vnd.shop'], OBJECT, undefined, 'application/vnd.shop'],
  [['text/*'], 'a', 'text/markdown', 'text/markdown'],
  [['*/*'], OBJECT, undefined, undefined],
  [MANY, 'a', undefined, undefined],
  [MANY, 'a', 'text/csv', 'text/csv'],
  [MANY, OBJECT, 'text/csv, */*;q=0.1', undefined],
  [MANY, OBJECT, 'application/xml', 'application/xml'],
  [['application/pdf', 'application/json'], BYTES, undefined, 'application/pdf'],
  [['application/json'], BYTES, undefined, undefined],
  [CSV, undefined, undefined, undefined],
  [[], 'a', undefined, undefined]
]

for (const [names, body, accept, type] of ROWS) {
  const title = `${describe(body)} as ${names.join(', ')} for ${accept ?? 'anyone'} is ${type ?? 'left as it is'}`
  t.test(title, async t => {
    const content = Object.fromEntries(names.map(name => [name, {}]))
    const operation = operationOf({ responses: { 200: { description: 'It.', content } } })
    const stateContentType = createContentTypes(operation)
    const headers = accept === undefined ? {} : { accept }
    const response = stateContentType({ status: 200, headers: {}, body, source: 'stub' }, { headers })
    t.equal(response.headers['content-type'], type)
  })
}

t.test('a content type that is stated stays', async t => {
  const operation = operationOf({ responses: { 200: { description: 'It.', content: { 'text/csv': {} } } } })
  const response = { status: 200, headers: { 'content-type': 'text/html' }, body: 'a', source: 'stub' } as const
  t.equal(createContentTypes(operation)(response, { headers: {} }), response)
})

function describe (body: unknown): string {
  return Buffer.isBuffer(body) ? 'a file' : String(JSON.stringify(body))
}
