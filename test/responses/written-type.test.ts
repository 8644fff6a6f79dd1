import t from 'tap'
import { operationOf } from '../validation/operation-of.ts'
import { writtenName, writtenType } from '../../src/responses/written-type.ts'

function written (name: string, schema: object | undefined, accept?: string): string {
  const [mediaType] = operationOf({ responses: { 200: { description: 'It.', content: { [name]: { schema } } } } }).responses[0]?.content ?? []
  if (mediaType === undefined) throw new TypeError('there is no media type')
  return writtenType(mediaType, accept)
}

const OBJECT = { type: 'object' }
const BINARY = { type: 'string', format: 'binary' }

/** "only the most specific key is applicable" (OpenAPI 3.1, Response Object, `content`); ranges as RFC 9110, section 12.5.1 has them. */
const ROWS: Array<[name: string, schema: object | undefined, accept: string | undefined, type: string]> = [
  ['text/csv', undefined, 'image/png', 'text/csv'],
  ['application/json; version=1', OBJECT, undefined, 'application/json;version=1'],
  ['application/json; charset=utf-8', OBJECT, undefined, 'application/json'],
  ['image/*', BINARY, undefined, 'image/png'],
  ['image/*', BINARY, '*/*', 'image/png'],
  ['image/*', BINARY, 'image/*', 'image/png'],
  ['image/*', BINARY, 'image/gif', 'image/gif'],
  ['image/*', BINARY, 'image/gif;q=0.5, image/jpeg', 'image/jpeg'],
  ['image/*', BINARY, 'image/gif;q=0.5, image/*', 'image/png'],
  ['image/*', BINARY, 'image/gif;q=0, */*', 'image/png'],
  ['text/*', { type: 'string' }, 'text/html', 'text/html'],
  ['*/*', OBJECT, undefined, 'application/json'],
  ['*/*', OBJECT, 'text/html, */*;q=0.1', 'application/json'],
  ['*/*', OBJECT, 'application/xml', 'application/xml'],
  ['*/*', { type: 'string' }, 'text/html', 'text/html'],
  ['*/*', BINARY, undefined, 'application/octet-stream'],
  ['application/*', OBJECT, 'application/vnd.shop+json', 'application/vnd.shop+json']
]

for (const [name, schema, accept, type] of ROWS) {
  t.test(`${name} of ${JSON.stringify(schema)} for ${accept ?? 'anyone'} is ${type}`, async t => t.equal(written(name, schema, accept), type))
}

t.test('a range is written as a type within it', async t => {
  t.same(['text/csv', 'text/*', '*/*', 'application/*', 'image/*'].map(writtenName), ['text/csv', 'text/plain', 'application/json', 'application/json', 'image/png'])
})
