import t from 'tap'
import { schemaOf, wrongWith } from '../validation/schema-of.ts'

const SCHEMAS = {
  // Within a keyword that nobody knows, what looks like the name of a schema need not be one.
  Unknown: {
    drafts: [{ $id: 'https://example.com/schemas/other', type: 'string' }],
    parts: { only: { $id: 'https://example.com/schemas/only', type: 'integer' } }
  },
  Named: {
    $id: 'https://example.com/schemas/named',
    $defs: { Text: { $anchor: 'text', type: 'string' } },
    properties: {
      a: { $ref: '#text' },
      b: { $ref: '#/$defs/Text' },
      c: { $ref: 'other' },
      d: { $ref: '#/components/schemas/Number' }
    }
  },
  Other: {
    $id: 'https://example.com/schemas/other',
    type: 'boolean',
    example: { $id: 'https://example.com/schemas/third', $anchor: 'text' }
  },
  Third: { $id: 'https://example.com/schemas/third', $anchor: 'here', type: 'null' },
  Twin: { $id: 'https://example.com/schemas/third', type: 'string' },
  Number: { $anchor: 'number', type: 'number' },
  // JSON Schema 2020-12, Core, section 8.2.3.2, as an OpenAPI document would have a list of anything.
  List: {
    $id: 'list',
    $defs: { Item: { $dynamicAnchor: 'item' } },
    properties: { items: { items: { $dynamicRef: '#item' } }, next: { $ref: '#' } }
  },
  Texts: {
    $id: 'texts',
    $defs: { Item: { $dynamicAnchor: 'item', type: 'string' } },
    $ref: 'list'
  },
  Numbers: {
    $id: 'numbers',
    $defs: { Item: { $dynamicAnchor: 'item', type: 'number' } },
    $ref: 'list'
  },
  Report: {
    properties: {
      texts: { $id: 'inner-texts', $defs: { Item: { $dynamicAnchor: 'item', type: 'string' } }, $ref: 'list' },
      anything: { $ref: 'list' }
    }
  },
  Tree: {
    $id: 'tree',
    $dynamicAnchor: 'node',
    properties: { children: { items: { $dynamicRef: '#node' } } }
  },
  StrictTree: {
    $id: 'strict-tree',
    $dynamicAnchor: 'node',
    $ref: 'tree',
    unevaluatedProperties: false
  }
}

const REFERENCES: Array<[section: string, ref: string, good: unknown[], bad: unknown[]]> = [
  ['8.2.1, $id', 'https://example.com/schemas/other', [true], ['x']],
  ['8.2.1, relative to the $id around it', '#/components/schemas/Named', [{ c: true }], [{ c: 1 }]],
  [
    '8.2.1, two of the same name, of which the first counts',
    'https://example.com/schemas/third',
    [null],
    ['x']
  ],
  [
    '8.2.1, $id within a keyword that is unknown',
    'https://example.com/schemas/only',
    [1],
    ['x']
  ],
  ['8.2.2, $anchor', '#number', [1], ['x']],
  [
    '8.2.2, $anchor of a schema that names itself',
    'https://example.com/schemas/named#text',
    ['x'],
    [1]
  ],
  ['8.2.2, $anchor within it', '#/components/schemas/Named', [{ a: 'x' }], [{ a: 1 }]],
  [
    '9.2.1, a pointer relative to the $id around it',
    '#/components/schemas/Named',
    [{ b: 'x' }],
    [{ b: 1 }]
  ],
  [
    'a pointer that means the document in spite of the $id around it',
    '#/components/schemas/Named',
    [{ d: 1 }],
    [{ d: 'x' }]
  ],
  [
    '8.2.3.2, $dynamicRef that nothing overrides',
    '#/components/schemas/List',
    [{ items: [1, 'x'] }],
    []
  ],
  [
    '8.2.3.2, $dynamicRef that texts override',
    '#/components/schemas/Texts',
    [{ items: ['x'], next: { items: [] } }],
    [{ items: [1] }, { next: { items: [1] } }]
  ],
  [
    '8.2.3.2, $dynamicRef that numbers override',
    '#/components/schemas/Numbers',
    [{ items: [1] }],
    [{ items: ['x'] }]
  ],
  [
    '8.2.3.2, $dynamicRef that a schema within another overrides',
    '#/components/schemas/Report',
    [{ texts: { items: ['x'] }, anything: { items: [1, 'x'] } }],
    [{ texts: { items: [1] } }]
  ],
  [
    'Appendix C, a tree that may be extended',
    '#/components/schemas/Tree',
    [{ children: [{ dat: 1 }] }],
    []
  ],
  [
    'Appendix C, a strict tree',
    '#/components/schemas/StrictTree',
    [{ children: [{ children: [] }] }],
    [{ children: [{ dat: 1 }] }, { dat: 1 }]
  ]
]

for (const [section, ref, good, bad] of REFERENCES) {
  t.test(`${section}: ${ref}`, async t => {
    const reference = schemaOf({ properties: { it: { $ref: ref } } }, SCHEMAS)
    for (const value of good) t.same(wrongWith({ it: value }, reference), [], `${JSON.stringify(value)} fits`)
    for (const value of bad) t.not(wrongWith({ it: value }, reference).length, 0, `${JSON.stringify(value)} does not`)
  })
}
