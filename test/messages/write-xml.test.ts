import t from 'tap'
import { operationOf } from '../validation/operation-of.ts'
import { parseXml } from '../../src/messages/parse-xml.ts'
import { writeXml } from '../../src/messages/write-xml.ts'

const string = { type: 'string' }
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

function mediaTypeOf (schema: object, components = {}) {
  const [declared] =
    operationOf({ requestBody: { content: { 'application/xml': { schema } } } }, { components })
      .body?.content ?? []
  if (declared === undefined) throw new TypeError('there is no body')
  return declared
}

/** OpenAPI 3.1, section 4.8.26 (XML Object); what is written reads as what it was. */
const ROWS: Array<[what: string, schema: object, value: unknown, xml: string]> = [
  [
    'members',
    { type: 'object', properties: { a: string } },
    { a: '<é> & "x"', b: 1 },
    '<root><a>&lt;é&gt; &amp; &quot;x&quot;</a><b>1</b></root>'
  ],
  [
    'names, attributes and prefixes',
    {
      type: 'object',
      xml: { name: 'person' },
      properties: {
        id: { type: 'integer', xml: { attribute: true } },
        name: { ...string, xml: { name: 'n', namespace: 'urn:a', prefix: 'a' } }
      }
    },
    { id: 1, name: 'x' },
    '<person id="1"><a:n xmlns:a="urn:a">x</a:n></person>'
  ],
  [
    'a namespace of all',
    { type: 'object', xml: { name: 'p', namespace: 'urn:a' }, properties: { a: string } },
    { a: 'x' },
    '<p xmlns="urn:a"><a>x</a></p>'
  ],
  [
    'lists',
    {
      type: 'object',
      properties: {
        a: { type: 'array', items: { type: 'integer' } },
        b: { type: 'array', items: { ...string, xml: { name: 'c' } }, xml: { wrapped: true } }
      }
    },
    { a: [1, 2], b: ['x'] },
    '<root><a>1</a><a>2</a><b><c>x</c></b></root>'
  ],
  [
    'an empty wrapper',
    {
      type: 'object',
      properties: { b: { type: 'array', items: string, xml: { wrapped: true, name: 'all' } } }
    },
    { b: [] },
    '<root><all/></root>'
  ],
  [
    'a list that is all there is',
    { type: 'array', items: { type: 'integer' } },
    [1, 2],
    '<root><item>1</item><item>2</item></root>'
  ],
  [
    'null',
    { type: 'object', properties: { a: { type: ['string', 'null'] } } },
    { a: null },
    '<root><a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/></root>'
  ],
  [
    'an attribute and a text',
    {
      type: 'object',
      xml: { name: 'w' },
      properties: {
        unit: { ...string, xml: { attribute: true } },
        value: { type: 'number', xml: { nodeType: 'text' } }
      }
    },
    { unit: 'kg', value: 2.5 },
    '<w unit="kg">2.5</w>'
  ],
  [
    'CDATA',
    { type: 'object', properties: { a: { ...string, xml: { nodeType: 'cdata' } } } },
    { a: '<b>' },
    '<root><![CDATA[<b>]]></root>'
  ],
  ['a text alone', { ...string, xml: { name: 'a' } }, 'x', '<a>x</a>'],
  [
    'objects within',
    {
      type: 'object',
      properties: { a: { type: 'object', properties: { b: { type: 'boolean' } } } }
    },
    { a: { b: true } },
    '<root><a><b>true</b></a></root>'
  ]
]

for (const [what, schema, value, xml] of ROWS) {
  t.test(`${what}: ${xml}`, async t => {
    const declared = mediaTypeOf(schema)
    t.equal(writeXml(value, declared.schema), DECLARATION + xml)
    if (what !== 'members') t.match(parseXml(DECLARATION + xml, declared), { kind: 'value', value, violations: [] })
  })
}

t.test('a component gives its name', async t => {
  const components = { schemas: { Pet: { type: 'object', properties: { id: { type: 'integer' } } } } }
  t.equal(
    writeXml({ id: 1 }, mediaTypeOf({ $ref: '#/components/schemas/Pet' }, components).schema),
    `${DECLARATION}<Pet><id>1</id></Pet>`
  )
  t.equal(
    writeXml(
      [{ id: 1 }],
      mediaTypeOf({ type: 'array', items: { $ref: '#/components/schemas/Pet' } }, components).schema
    ),
    `${DECLARATION}<root><Pet><id>1</id></Pet></root>`
  )
})

t.test('what cannot be a name becomes one', async t => {
  t.equal(
    writeXml({ 'a b': 1, '1c': 2, '': 3 }, mediaTypeOf({ type: 'object' }).schema),
    `${DECLARATION}<root><a_b>1</a_b><_1c>2</_1c><_>3</_></root>`
  )
})
