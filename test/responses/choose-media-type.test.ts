import t from 'tap'
import type { MediaType } from '../../src/contract/contract.ts'
import { chooseMediaType, jsonFirst } from '../../src/responses/choose-media-type.ts'

function content (...names: string[]): readonly MediaType[] {
  return jsonFirst(names.map(name => ({ name, schema: undefined, examples: [], parameters: {}, items: undefined, encoding: {} })))
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
