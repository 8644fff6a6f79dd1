import t from 'tap'
import { schemaOf, unusableIn, wrongWith } from '../validation/schema-of.ts'

const id = { type: 'integer', readOnly: true }
const secret = { type: 'string', writeOnly: true }
const OBJECT = {
  Id: id,
  Base: { type: 'object', required: ['id'], properties: { id } },
  Needs: { required: ['id', 'name'] },
  Tree: {
    required: ['id', 'children'],
    properties: { id, children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } }
  }
}

const TYPES = 'one of string, number, integer, boolean, object, array, null, or a list of them'

/**
 * OpenAPI 3.0.3, Schema Object, Fixed Fields: "If the property is marked as readOnly being true and is in the
 * required list, the required will take effect on the response only"; writeOnly on the request only.
 */
const DIRECTIONS: Array<
  [title: string, schema: object, value: unknown, inRequests: string[], inResponses: string[]]
> = [
  [
    'a member that is read only',
    { required: ['id', 'name'], properties: { id } },
    {},
    ['/name'],
    ['/id', '/name']
  ],
  [
    'one that is written only',
    { required: ['secret', 'name'], properties: { secret } },
    {},
    ['/secret', '/name'],
    ['/name']
  ],
  [
    'one that is neither',
    { required: ['id'], properties: { id: { readOnly: false } } },
    {},
    ['/id'],
    ['/id']
  ],
  [
    'one that a reference says it of',
    { required: ['id'], properties: { id: { $ref: '#/components/schemas/Id' } } },
    {},
    [],
    ['/id']
  ],
  [
    'one that a part of an allOf says it of',
    { required: ['id'], properties: { id: { allOf: [{ type: 'integer' }, { readOnly: true }] } } },
    {},
    [],
    ['/id']
  ],
  ['a schema that is referred to', { $ref: '#/components/schemas/Base' }, {}, [], ['/id']],
  [
    'a member of a member',
    { properties: { base: { $ref: '#/components/schemas/Base' } } },
    { base: {} },
    [],
    ['/base/id']
  ],
  [
    'an allOf whose one part declares what another requires',
    { allOf: [{ properties: { id } }, { required: ['id', 'name'] }] },
    {},
    ['/name'],
    ['/id', '/name']
  ],
  [
    'an allOf that requires what a reference declares',
    { allOf: [{ $ref: '#/components/schemas/Base' }, { required: ['id'] }] },
    {},
    [],
    ['/id']
  ],
  [
    'a reference that requires what stands beside it',
    { properties: { id }, allOf: [{ $ref: '#/components/schemas/Needs' }] },
    {},
    ['/name'],
    ['/id', '/name']
  ],
  [
    'a schema that refers to itself',
    { $ref: '#/components/schemas/Tree' },
    { id: 1, children: [{ children: [] }] },
    [],
    ['/children/0/id']
  ],
  ['an alternative', { anyOf: [{ $ref: '#/components/schemas/Base' }] }, {}, [], ['/id']],
  [
    'what is excluded, which is a value as it comes',
    { not: { required: ['id'], properties: { id } } },
    {},
    [],
    []
  ]
]

for (const [title, schema, value, inRequests, inResponses] of DIRECTIONS) {
  t.test(`by direction: ${title}`, async t => {
    const reference = schemaOf(schema, OBJECT)
    const missing = (names: string[]) => names.map(name => `${name} is required, but is missing`)
    t.same(wrongWith(value, reference, 'request').toSorted(), missing(inRequests).toSorted())
    t.same(wrongWith(value, reference, 'response').toSorted(), missing(inResponses).toSorted())
    t.same(wrongWith(value, reference).length, new Set([...inRequests, ...inResponses]).size)
  })
}

t.test('what is read only may be sent, and is held to its schema', async t => {
  const reference = schemaOf({ properties: { id } })
  t.same(wrongWith({ id: 1 }, reference, 'request'), [])
  t.same(wrongWith({ id: 'x' }, reference, 'request'), ['/id must be an integer, but is "x"'])
})

/** JSON Schema 2020-12, by the section of the keyword; what the drafts before it had; what OpenAPI 3.0 had. */
const UNUSABLE: Array<
  [section: string, schema: unknown, good: unknown[], bad: unknown[], problems: string[]]
> = [
  [
    'Validation 6.1.1',
    { type: 'int', minimum: 2 },
    ['x', 2],
    [1],
    [
      `It/type must be ${TYPES}, but is "int", and is left out`
    ]
  ],
  [
    'Validation 6.1.1',
    { type: ['string', 'date'] },
    [1],
    [],
    [
      `It/type must be ${TYPES}, but is ["string","date"], and is left out`
    ]
  ],
  [
    'Validation 6.1.2',
    { enum: 'a,b', maxLength: 1 },
    ['c'],
    ['cc'],
    ['It/enum must be a list of values, but is "a,b", and is left out']
  ],
  [
    'Validation 6.1.2',
    { enum: [] },
    [1],
    [],
    ['It/enum must be a list of values, but is [], and is left out']
  ],
  [
    'Validation 6.2.1',
    { multipleOf: 0 },
    [1],
    [],
    ['It/multipleOf must be a number greater than 0, but is 0, and is left out']
  ],
  [
    'Validation 6.2.4',
    { minimum: '1', maximum: 5 },
    [0],
    [6],
    ['It/minimum must be a number, but is "1", and is left out']
  ],
  [
    'Validation 6.3.1',
    { maxLength: -1, minLength: 1.5 },
    [''],
    [],
    [
      'It/maxLength must be a whole number, 0 or more, but is -1, and is left out',
      'It/minLength must be a whole number, 0 or more, but is 1.5, and is left out'
    ]
  ],
  [
    'Validation 6.3.3',
    { pattern: '[a', minLength: 1 },
    ['b'],
    [''],
    ['It/pattern must be a regular expression, but is "[a", and is left out']
  ],
  [
    'Validation 6.3.3',
    { pattern: 7 },
    ['b'],
    [],
    ['It/pattern must be a regular expression, but is 7, and is left out']
  ],
  [
    'Validation 6.5.3',
    { properties: { a: { type: 'string', required: true } } },
    [{}],
    [{ a: 1 }],
    ['It/properties/a/required must be a list of names, but is true, and is left out']
  ],
  ['Validation 7.2', { type: 'string', format: 'made-up' }, ['x'], [1], []],
  [
    'Validation 7.2',
    { type: 'string', format: ['date'] },
    ['x'],
    [1],
    ['It/format must be the name of a format, but is ["date"], and is left out']
  ],
  [
    'Core 8.2.3.1',
    { $ref: '#/components/schemas/Gone', minimum: 2 },
    [3],
    [1],
    ['It/$ref must refer to a schema, but is "#/components/schemas/Gone", and is left out']
  ],
  [
    'Core 8.2.3.1',
    { properties: { a: { $ref: 'other.yaml#/A' }, b: { $ref: 5 } } },
    [{ a: 1 }],
    [],
    [
      'It/properties/a/$ref must refer to a schema, but is "other.yaml#/A", and is left out',
      'It/properties/b/$ref must refer to a schema, but is 5, and is left out'
    ]
  ],
  [
    'Core 9.4.1',
    { $ref: '#/components/schemas/It', minimum: 2 },
    [2],
    [1],
    ['It/$ref refers back to the schema that it is part of, and is left out']
  ],
  [
    'Core 10.2.1.1',
    { allOf: {}, anyOf: 'x', oneOf: [], minimum: 2 },
    [2],
    [1],
    [
      'It/allOf must be a list of schemas, but is {}, and is left out',
      'It/anyOf must be a list of schemas, but is "x", and is left out',
      'It/oneOf must be a list of schemas, but is [], and is left out'
    ]
  ],
  [
    'Core 10.3.2.1',
    { properties: ['a'] },
    [{}],
    [],
    ['It/properties must be an object that holds schemas, but is ["a"], and is left out']
  ],
  [
    'Core 10.3.2.1',
    { properties: { a: 'string', b: null, c: { type: 'string' } } },
    [{ a: 1, b: 1 }],
    [{ c: 1 }],
    [
      'It/properties/a must be a schema, but is "string"',
      'It/properties/b must be a schema, but is null'
    ]
  ],
  [
    'Core 10.3.2.2',
    { patternProperties: { '[': { type: 'string' }, '^a': { type: 'string' } } },
    [{ '[': 1 }],
    [{ a: 1 }],
    ['It/patternProperties/[ must be a regular expression, but is "[", and is left out']
  ],
  [
    'Core 8.1.1',
    { $schema: 'http://json-schema.org/draft-04/schema#', type: 'string' },
    ['x'],
    [1],
    []
  ],
  ['Core 8.2.1', { $id: '::', id: 'It', $anchor: '1 2', type: 'string' }, ['x'], [1], []],
  // Older forms whose meaning is plain.
  [
    'draft 4, 5.1.3',
    { minimum: 1, exclusiveMinimum: true, maximum: 3, exclusiveMaximum: false },
    [2, 3],
    [1, 4],
    ['It/minimum is read as "exclusiveMinimum": 1']
  ],
  [
    'draft 4, 5.3.1',
    { items: [{ type: 'string' }], additionalItems: false },
    [['x']],
    [[1], ['x', 'y']],
    ['It/items is read as "prefixItems"']
  ],
  [
    'draft 7, 6.5.7',
    { dependencies: { a: ['b'], c: { required: ['d'] } } },
    [{ a: 1, b: 1 }],
    [{ a: 1 }, { c: 1 }],
    []
  ],
  ['OpenAPI 3.0, Schema Object', { type: 'string', nullable: true }, [null, 'x'], [1], []],
  ['OpenAPI 3.0, Schema Object', { nullable: true, minimum: 2 }, [null, 2], [1], []]
]

for (const [section, schema, good, bad, problems] of UNUSABLE) {
  t.test(`${section}: ${JSON.stringify(schema)}`, async t => {
    const reference = schemaOf(schema)
    for (const value of good) t.same(wrongWith(value, reference), [], `${JSON.stringify(value)} fits`)
    for (const value of bad) t.not(wrongWith(value, reference).length, 0, `${JSON.stringify(value)} does not`)
    t.same(unusableIn(reference), problems)
  })
}

t.test('what is unusable elsewhere in a document does not matter', async t => {
  const reference = schemaOf({ type: 'string' }, { Other: { $id: 'a', type: 'int' }, Another: { $id: 'a' } })
  t.same(wrongWith(1, reference), ['must be a string, but is 1'])
  t.same(unusableIn(reference), [])
})

t.test('a reference may lead into data, to a boolean schema, and through names with signs in them', async t => {
  const reference = schemaOf(
    {
      properties: {
        a: { $ref: '#/components/schemas/Nothing' },
        b: { $ref: '#/components/schemas/a~1b%20c' },
        c: { $ref: '#/components/schemas/Tree/properties/id' }
      }
    },
    { ...OBJECT, Nothing: false, 'a/b c': { type: 'string' } }
  )
  t.same(wrongWith({ b: 'x', c: 1 }, reference), [])
  t.same(wrongWith({ a: 1, b: 1, c: 'x' }, reference).toSorted(), [
    '/a must not be present, but is 1',
    '/b must be a string, but is 1',
    '/c must be an integer, but is "x"'
  ])
})

/** OpenAPI 3.0 documents often have children that are `allOf` their parent, which is `oneOf` its children. */
t.test('a parent that is one of its children, each of which is all of the parent, has an end', async t => {
  const schemas = {
    Pet: {
      type: 'object',
      required: ['kind'],
      properties: { kind: { type: 'string' } },
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
    },
    Cat: {
      allOf: [
        { $ref: '#/components/schemas/Pet' },
        { required: ['lives'], properties: { kind: { const: 'cat' } } }
      ]
    },
    Dog: {
      allOf: [
        { $ref: '#/components/schemas/Pet' },
        { required: ['bark'], properties: { kind: { const: 'dog' } } }
      ]
    }
  }
  const pet = schemaOf({ $ref: '#/components/schemas/Pet' }, schemas)
  const cat = schemaOf({ $ref: '#/components/schemas/Cat' }, schemas)
  t.same(wrongWith({ kind: 'cat', lives: 9 }, pet), [])
  t.same(wrongWith({ kind: 'cat' }, pet), ['/lives is required, but is missing'])
  t.same(wrongWith({ kind: 'cat', lives: 9 }, cat), [])
  t.same(wrongWith({ lives: 9 }, cat), ['/kind is required, but is missing'])
})

t.test('a value that is nested deeper than the stack is refused', async t => {
  const deep = JSON.parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)
  t.match(wrongWith(deep, schemaOf({ properties: { a: { $ref: '#/components/schemas/It' } } })), [
    /must be nested less deeply/
  ])
})

t.test('an alias of YAML that leads into itself has an end', async t => {
  const loop: Record<string, unknown> = { type: 'object', properties: {} }
  loop.properties = { next: loop }
  t.same(wrongWith({ next: { next: 1 } }, schemaOf(loop)), ['/next/next must be an object, but is 1'])
})
