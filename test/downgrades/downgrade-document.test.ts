import { readFile } from 'node:fs/promises'
import { Validator } from '@seriousme/openapi-schema-validator'
import t from 'tap'
import { readContract } from '../../src/contract/read-contract.ts'
import { downgradeDocument } from '../../src/downgrades/downgrade-document.ts'
import { DOWNGRADES } from '../../src/downgrades/downgrades.ts'
import type { DowngradeVersion } from '../../src/downgrades/downgrades.ts'
import { getByPointer } from '../../src/documents/json-pointer.ts'
import { walkDocument } from '../../src/documents/walk-document.ts'

const SHIPPED = [
  'openapi/et.yaml',
  'openapi/mews.yaml',
  'openapi/vcf.yaml',
  'openapi/webadmit.yaml',
  'examples/orders.yaml'
]
const NASTY = new URL('nasty.yaml', import.meta.url).pathname

async function load (file: string) {
  return await readContract(await readFile(file, 'utf8'), { name: 'api', file })
}

async function downgrade (file: string, version: DowngradeVersion = '3.0.3') {
  return downgradeDocument((await load(file)).document, version)
}

/** Lists what an independent validator finds wrong with a document. */
async function listErrors (document: object): Promise<unknown> {
  const { errors, valid } = await new Validator().validate(structuredClone(document) as Record<string, unknown>)
  return valid ? [] : errors
}

for (const file of [...SHIPPED, NASTY]) {
  for (const version of DOWNGRADES) {
    t.test(`${file.replace(/.*\//, '')} is a valid document of OpenAPI ${version}`, async t => {
      const { document } = await downgrade(file, version)
      t.equal(document.openapi, version)
      t.same(await listErrors(document), [])
    })
  }
}

for (const file of SHIPPED) {
  t.test(`nothing of ${file} is lost`, async t => {
    t.same((await downgrade(file)).losses, [])
  })
}

t.test('the contract itself is left as it is', async t => {
  const { document } = await load(NASTY)
  const before = structuredClone(document)
  downgradeDocument(document, '3.0.3')
  t.same(document, before)
})

t.test('every reference has a target, and nothing beside it', async t => {
  const { document } = await downgrade(NASTY)
  let count = 0
  walkDocument(document, ({ pointer, value: { $ref, ...beside } }) => {
    if ($ref === undefined) return
    count++
    t.match($ref, /^#\/components\/[a-zA-Z]+\/[^/]+$/, pointer)
    t.ok(getByPointer(document, String($ref).slice(1)), pointer)
    t.same(beside, {}, pointer)
  })
  t.ok(count > 5)
})

t.test('parts are rewritten in the words of OpenAPI 3.0', async t => {
  const { document } = await downgrade(NASTY)
  const at = (pointer: string) => getByPointer(document, pointer)
  t.equal(at('/info/license/url'), 'https://spdx.org/licenses/MIT.html')
  t.equal(at('/paths/~1things/get/operationId'), 'listThings', 'a path item is used where it was referred to')
  t.ok(at('/paths/~1others/get/responses'))
  t.notOk(at('/paths/~1others/get/operationId'), 'an id is that of one operation')
  t.ok(at('/paths/~1aliases/get'))
  t.equal(at('/paths/~1things/get/parameters/0/name'), 'after')
  t.equal(at('/paths/~1things/get/parameters/0/examples/one/value'), '2026-01-01T00:00:00Z')
  t.equal(at('/paths/~1things/get/responses/200/content/application~1json/schema/type'), 'array')
  t.same(at('/paths/~1things~1{id}/delete/responses'), { default: { description: 'Not documented.' } })
  t.same(at('/paths/~1things~1{id}/get/responses/404'), { description: 'No such thing' })
  t.same(at('/paths/~1things~1{id}/get/security'), [{}], 'a certificate is not required where it is not known')
  t.same(document.security, [{ key: [] }])
  t.same(at('/paths/~1uploads/post/requestBody/content/multipart~1form-data/schema/properties'), {
    picture: { type: 'string', format: 'binary' },
    signature: { type: 'string', format: 'byte' },
    note: { type: 'string' }
  })
  t.same(at('/paths/~1uploads/post/requestBody/content/application~1octet-stream/schema'), {})
  t.ok(at('/paths/~1uploads/post/callbacks/stored/{$request.query.url}/post'))
  t.ok(at('/x-webhooks/thingMade/post/requestBody'))
  t.same(at('/components/securitySchemes/key'), { type: 'apiKey', in: 'header', name: 'X-Key' })
  t.same(at('/components/schemas/Pet/discriminator'), {
    propertyName: 'kind',
    mapping: { cat: '#/components/schemas/Cat' }
  })
  t.same(at('/components/schemas/Cat/xml'), { attribute: true })
  t.same(at('/components/schemas/Tree/properties/children/items'), { $ref: '#/components/schemas/Tree' })
  t.same(at('/components/schemas/Thing/properties/again'), { $ref: '#/components/schemas/Id' })
})

t.test('what is lost is listed with its place, in the document, too', async t => {
  const { document, losses } = await downgrade(NASTY)
  t.same(document['x-downgraded'], { from: '3.2.0', losses })
  t.same(losses.map(({ pointer }) => pointer).toSorted(), [
    '/components/schemas/Pet/discriminator',
    '/components/schemas/Thing/properties/labels/patternProperties',
    '/components/schemas/Thing/properties/names/propertyNames',
    '/components/schemas/Thing/properties/sizes/maxContains',
    '/components/schemas/Thing/properties/tags/prefixItems',
    '/components/schemas/Thing/unevaluatedProperties',
    '/components/schemas/Tree/properties/children/items/$dynamicRef',
    '/components/securitySchemes/certificate',
    '/components/securitySchemes/sign/flows/deviceAuthorization',
    '/components/pathItems/Things/get/parameters',
    '/components/pathItems/Things/get/responses/200/content/application~1jsonl/itemSchema',
    '/paths/~1things~1{id}/additionalOperations',
    '/paths/~1things~1{id}/query',
    '/webhooks'
  ].toSorted())
})
