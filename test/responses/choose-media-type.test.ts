import t from 'tap'
import type { MediaType } from '../../src/contract/contract.ts'
import { chooseMediaType, jsonFirst, writtenName, writtenType } from '../../src/responses/choose-media-type.ts'
import { operationOf } from '../validation/operation-of.ts'

function content (...names: string[]): readonly MediaType[] {
  return jsonFirst(
    names.map(name => ({
      name,
      schema: undefined,
      examples: [],
      parameters: {},
      items: undefined,
      encoding: {}
    }))
  )
}

const MANY = ['text/csv', 'application/xml', 'application/problem+json', 'application/json']

const CHOICES: ReadonlyArray<readonly [accept: unknown, names: readonly string[], chosen: string]> = [
  [undefined, MANY, 'application/json'],
  ['*/*', MANY, 'application/json'],
  ['application/json', MANY, 'application/json'],
  ['text/csv', MANY, 'text/csv'],
  ['TEXT/CSV', MANY, 'text/csv'],
  ['text/*', MANY, 'text/csv'],
  ['application/*', MANY, 'application/json'],
  ['application/xml;q=0.5, text/csv;q=0.9', MANY, 'text/csv'],
  ['application/xml, text/csv', MANY, 'text/csv'],
  ['application/json;q=0, */*;q=0.1', MANY, 'application/problem+json'],
  ['text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8', MANY, 'application/xml'],
  ['image/png', MANY, 'application/json'],
  ['image/png', ['text/csv'], 'text/csv'],
  ['nonsense', MANY, 'application/json'],
  ['application/xml;q=much, text/csv;q=0.5', MANY, 'application/xml'],
  ['text/plain', ['application/json', 'text/*'], 'text/*'],
  ['image/png', ['application/json', '*/*'], '*/*'],
  ['text/*;q=0.3, text/csv;q=0.7, */*;q=0.5', ['text/csv', 'image/png'], 'text/csv'],
  ['text/*;q=0.3, text/csv;q=0.7, */*;q=0.5', ['text/plain', 'image/png'], 'image/png'],
  ['application/json;q=0, text/csv;q=0.001', ['application/json', 'text/csv'], 'text/csv'],
  ['text/csv;q=2, application/json', ['text/csv', 'application/json'], 'application/json'],
  ['text/csv; header="a,b;c"; q=0.2, application/xml;q=0.3', MANY, 'application/xml'],
  [undefined, ['text/csv', 'application/vnd.api+json'], 'application/vnd.api+json']
]

for (const [accept, names, chosen] of CHOICES) {
  t.test(`Accept: ${accept ?? '(none)'} of ${names.join(', ')} gives ${chosen}`, async t => {
    t.equal(chooseMediaType(content(...names), accept)?.name, chosen)
  })
}

t.test('where there is no content, none is chosen', async t => {
  t.equal(chooseMediaType([], 'application/json'), undefined)
})

function written (name: string, schema: object | undefined, accept?: string): string {
  const [mediaType] =
    operationOf({ responses: { 200: { description: 'It.', content: { [name]: { schema } } } } })
      .responses[0]?.content ?? []
  if (mediaType === undefined) throw new TypeError('there is no media type')
  return writtenType(mediaType, accept)
}

const OBJECT = { type: 'object' }
const BINARY = { type: 'string', format: 'binary' }

/**
 * "only the most specific key is applicable" (OpenAPI 3.1, Response Object, `content`); ranges as in RFC 9110, section
 * 12.5.1.
 */
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
  t.test(`${name} of ${JSON.stringify(schema)} for ${accept ?? 'anyone'} is ${type}`, async t => {
    t.equal(written(name, schema, accept), type)
  })
}

t.test('a range is written as a type within it', async t => {
  t.same(['text/csv', 'text/*', '*/*', 'application/*', 'image/*'].map(writtenName), [
    'text/csv',
    'text/plain',
    'application/json',
    'application/json',
    'image/png'
  ])
})
