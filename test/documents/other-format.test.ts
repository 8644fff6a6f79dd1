import t from 'tap'
import { otherFormat } from '../../src/documents/other-format.ts'

const POSTMAN = /^is a Postman collection.*npx postman-to-openapi/

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'

const FORMATS: ReadonlyArray<readonly [kind: string, value: Record<string, unknown>, message: RegExp]> = [
  ['a collection with its id', { info: { _postman_id: 'a1', name: 'Orders' }, item: [] }, POSTMAN],
  ['a collection with its schema', { info: { name: 'Orders', schema: SCHEMA }, item: [] }, POSTMAN],
  ['a collection of the newer host', { info: { schema: SCHEMA.replace('getpostman', 'postman') } }, POSTMAN],
  ['a collection as the API of Postman has it', { collection: { info: { _postman_id: 'a1' } } }, POSTMAN],
  ['a collection of version 1', { id: 'a1', order: [], requests: [] }, POSTMAN],
  ['an export of Insomnia 4', { _type: 'export', __export_format: 4 }, /^is an export of Insomnia/],
  ['an export of Insomnia 5', { type: 'collection.insomnia.rest/5.0' }, /^is an export of Insomnia/],
  ['a recording', { log: { version: '1.2', entries: [] } }, /^is a recording \(HAR\)/],
  ['an AsyncAPI document', { asyncapi: '3.0.0' }, /^is an AsyncAPI document/],
  ['a document of journeys', { arazzo: '1.0.1' }, /^is an Arazzo document.*"standin verify" runs/],
  ['a discovery document', { kind: 'discovery#restDescription' }, /^is a Google API discovery document/]
]

for (const [kind, value, message] of FORMATS) {
  t.test(`${kind} is known`, async t => {
    t.match(otherFormat(value), message)
  })
}

t.test('what is only like one is not', async t => {
  for (const value of [
    {},
    { info: { title: 'postman', version: '1' } },
    { info: null, requests: [] },
    { info: { schema: 'https://example.com/getpostman.com' } },
    { log: [] },
    { type: 'object' }
  ]) t.equal(otherFormat(value), undefined, JSON.stringify(value))
})
