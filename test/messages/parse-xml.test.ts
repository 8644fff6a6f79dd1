import t from 'tap'
import { readBody } from '../validation/read-body.ts'

const string = { type: 'string' }
const read = (
  xml: string | Buffer,
  schema: object,
  { contentType = 'application/xml', ...rest }: { contentType?: string, components?: object } = {}
) => readBody({ contentType, bytes: xml }, { schema }, rest)

type Row = [what: string, schema: object, xml: string, value: unknown]

/** OpenAPI 3.1, section 4.8.26.2 (XML Object Examples); what is added stands in brackets. */
const ROWS: Row[] = [
  [
    'no XML element',
    { type: 'object', properties: { animals: string } },
    '<root><animals>…</animals></root>',
    { animals: '…' }
  ],
  [
    'no XML array',
    { type: 'object', properties: { animals: { type: 'array', items: string } } },
    '<root><animals>…</animals><animals>…</animals></root>',
    { animals: ['…', '…'] }
  ],
  [
    'a name replaced',
    { type: 'object', properties: { animals: { ...string, xml: { name: 'animal' } } } },
    '<root><animal>…</animal></root>',
    { animals: '…' }
  ],
  [
    'an attribute, a prefix and a namespace',
    {
      type: 'object',
      properties: {
        id: { type: 'integer', xml: { attribute: true } },
        name: {
          ...string,
          xml: { namespace: 'https://example.com/schema/sample', prefix: 'sample' }
        }
      }
    },
    '<Person id="123"><sample:name xmlns:sample="https://example.com/schema/sample">example</sample:name></Person>',
    { id: 123, name: 'example' }
  ],
  [
    '[another prefix for the same namespace]',
    {
      type: 'object',
      properties: { name: { ...string, xml: { namespace: 'urn:a', prefix: 'a' } } }
    },
    '<P xmlns="urn:a"><name>x</name></P>',
    { name: 'x' }
  ],
  [
    'an array with names of its items',
    {
      type: 'object',
      properties: { animals: { type: 'array', items: { ...string, xml: { name: 'animal' } } } }
    },
    '<r><animal>value</animal><animal>value</animal></r>',
    { animals: ['value', 'value'] }
  ],
  [
    'an external name that is ignored',
    {
      type: 'object',
      properties: {
        animals: {
          type: 'array',
          items: { ...string, xml: { name: 'animal' } },
          xml: { name: 'aliens' }
        }
      }
    },
    '<r><animal>value</animal><animal>value</animal></r>',
    { animals: ['value', 'value'] }
  ],
  [
    'a wrapped array',
    {
      type: 'object',
      properties: { animals: { type: 'array', items: string, xml: { wrapped: true } } }
    },
    '<r><animals><animals>value</animals><animals>value</animals></animals></r>',
    { animals: ['value', 'value'] }
  ],
  [
    'a wrapped array with names of its items',
    {
      type: 'object',
      properties: {
        animals: {
          type: 'array',
          items: { ...string, xml: { name: 'animal' } },
          xml: { wrapped: true }
        }
      }
    },
    '<r><animals><animal>value</animal></animals></r>',
    { animals: ['value'] }
  ],
  [
    'both names',
    {
      type: 'object',
      properties: {
        animals: {
          type: 'array',
          items: { ...string, xml: { name: 'animal' } },
          xml: { name: 'aliens', wrapped: true }
        }
      }
    },
    '<r><aliens><animal>value</animal><animal>value</animal></aliens></r>',
    { animals: ['value', 'value'] }
  ],
  [
    'the name of the wrapper',
    {
      type: 'object',
      properties: {
        animals: { type: 'array', items: string, xml: { name: 'aliens', wrapped: true } }
      }
    },
    '<r><aliens><aliens>value</aliens></aliens></r>',
    { animals: ['value'] }
  ],
  [
    '[an empty wrapper]',
    {
      type: 'object',
      properties: { animals: { type: 'array', items: string, xml: { wrapped: true } } }
    },
    '<r><animals/></r>',
    { animals: [] }
  ],
  [
    '[a list that is required, and empty]',
    {
      type: 'object',
      required: ['animals'],
      properties: { animals: { type: 'array', items: string } }
    },
    '<r/>',
    { animals: [] }
  ],
  ['[a text that is described as no more than that]', string, '<r><a>1</a></r>', '<r><a>1</a></r>'],
  [
    '[a list that is all there is]',
    { type: 'array', items: { type: 'integer' } },
    '<r><n>1</n><n>2</n></r>',
    [1, 2]
  ],
  [
    '[numbers, truth and nothing]',
    {
      type: 'object',
      properties: {
        a: { type: 'number' },
        b: { type: 'boolean' },
        c: { type: ['string', 'null'] },
        d: { type: ['integer', 'null'] }
      }
    },
    '<r xmlns:x="http://www.w3.org/2001/XMLSchema-instance"><a> 1.5 </a><b>true</b><c x:nil="true"/><d/></r>',
    { a: 1.5, b: true, c: null, d: null }
  ],
  [
    '[space within text]',
    { type: 'object', properties: { a: string } },
    '<r>\n  <a> x </a>\n</r>',
    { a: ' x ' }
  ],
  [
    '[entities of XML and CDATA]',
    { type: 'object', properties: { a: string, b: string } },
    '<r><a>&lt;&amp;&gt;&quot;&apos;&#65;&#x42;</a><b><![CDATA[<&amp;]]></b></r>',
    { a: '<&>"\'AB', b: '<&amp;' }
  ],
  [
    '[a declaration, comments and instructions]',
    { type: 'object', properties: { a: string } },
    '<?xml version="1.0" encoding="UTF-8"?><!-- a --><?b c?><r><!-- d --><a>x</a></r>',
    { a: 'x' }
  ],
  [
    '[members that nobody described]',
    { type: 'object' },
    '<r id="1"><a>x</a><b><c>1</c></b><b/></r>',
    { id: '1', a: 'x', b: [{ c: '1' }, ''] }
  ],
  [
    '[an attribute and a text, as 3.2 has them]',
    {
      type: 'object',
      properties: {
        unit: { ...string, xml: { nodeType: 'attribute' } },
        value: { type: 'number', xml: { nodeType: 'text' } }
      }
    },
    '<weight unit="kg">2.5</weight>',
    { unit: 'kg', value: 2.5 }
  ]
]

for (const [what, schema, xml, value] of ROWS) {
  t.test(`${what}: ${xml}`, async t => t.same(read(xml, schema), value))
}

const PET = {
  type: 'object',
  required: ['id'],
  additionalProperties: false,
  properties: { id: { type: 'integer' }, tag: { $ref: '#/components/schemas/Tag' } }
}
const components = {
  schemas: {
    Pet: PET,
    Tag: { type: 'object', properties: { name: string }, xml: { name: 'label' } },
    Named: { ...PET, xml: { name: 'animal', namespace: 'urn:pets' } }
  }
}

t.test('a component is called by its name or as its schema has it', async t => {
  t.same(
    read(
      '<Pet><id>1</id><label><name>x</name></label></Pet>',
      { $ref: '#/components/schemas/Pet' },
      { components }
    ),
    { id: 1, tag: { name: 'x' } }
  )
  t.same(
    read(
      '<p:animal xmlns:p="urn:pets"><id>1</id></p:animal>',
      { $ref: '#/components/schemas/Named' },
      { components }
    ),
    { id: 1 }
  )
  t.same(read('<pet><id>1</id></pet>', { $ref: '#/components/schemas/Pet' }, { components }), {
    kind: 'invalid',
    messages: ['body must be the element Pet, but is "pet"']
  })
  t.same(
    read(
      '<animal xmlns="urn:dogs"><id>1</id></animal>',
      { $ref: '#/components/schemas/Named' },
      { components }
    ),
    { kind: 'invalid', messages: ['body must be in the namespace urn:pets, but is "urn:dogs"'] }
  )
})

t.test('it is validated like any other body', async t => {
  t.same(
    read(
      '<Pet><id>x</id><size>3</size></Pet>',
      { $ref: '#/components/schemas/Pet' },
      { components }
    ),
    {
      kind: 'invalid',
      messages: [
        'body /size must not be present, but is "3"',
        'body /id must be an integer, but is "x"'
      ]
    }
  )
  t.same(read('<r><id>1</id><id>2</id></r>', PET, { components }), {
    kind: 'invalid',
    messages: ['body /id must be one element, but is 2']
  })
})

/** XML 1.0; what could name files or expand without end is rejected. */
const MALFORMED: Array<[what: string, xml: string, message: string]> = [
  ['a tag that is not closed', '<r>\n  <a></r>', "at line 2, column 6: Expected closing tag 'a'"],
  ['no XML', '{"a":1}', "at line 1, column 1: char '{' is not expected"],
  ['nothing but a comment', '<!-- a -->', 'at line 1, column 1: Start tag expected'],
  ['two roots', '<a/><b/>', 'it has more than one root element'],
  [
    'a document type',
    '<?xml version="1.0"?>\n<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><r>&a;</r>',
    'has a document type at line 2, column 1, which is not supported'
  ],
  ['an entity of its own', '<r>&a;</r>', 'has the unknown reference "&a;"'],
  [
    'an entity called like a member of every object',
    '<r>&constructor;</r>',
    'has the unknown reference "&constructor;"'
  ],
  ['a bare ampersand', '<r>a & b</r>', "at line 1, column 6: char '&' is not expected"],
  ['what goes too deep', '<a>'.repeat(300) + '</a>'.repeat(300), '']
]

for (const [what, xml, message] of MALFORMED) {
  t.test(`${what} is reported`, async t => {
    const { kind, messages: [first] } = read(xml, PET, { components }) as { kind: string, messages: string[] }
    t.equal(kind, 'malformed')
    t.ok(first?.startsWith(`body must be XML, but ${message}`), first)
  })
}

t.test('charset and encoding are kept to (RFC 7303, section 3)', async t => {
  const latin1 = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><r><a>é</a></r>', 'latin1')
  const schema = { type: 'object', properties: { a: string } }
  t.same(read(latin1, schema), { a: 'é' })
  t.same(
    read(Buffer.from('<r><a>é</a></r>', 'latin1'), schema, {
      contentType: 'text/xml; charset=iso-8859-1'
    }),
    { a: 'é' }
  )
  t.match(read(latin1, schema, { contentType: 'text/xml; charset=utf-8' }), { kind: 'malformed' })
})
