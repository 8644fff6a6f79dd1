import t from 'tap'
import { schemaOf, wrongWith } from '../validation/schema-of.ts'

const kind = { type: 'string' }
const SCHEMAS = {
  Cat: {
    type: 'object',
    required: ['kind', 'lives'],
    properties: { kind, lives: { type: 'integer' } }
  },
  Dog: {
    type: 'object',
    required: ['kind', 'bark'],
    properties: { kind, bark: { type: 'string' } }
  },
  Any: { type: 'object', properties: { kind } },
  Parent: {
    type: 'object',
    required: ['kind'],
    properties: { kind },
    discriminator: { propertyName: 'kind', mapping: { child: '#/components/schemas/Child' } }
  },
  Child: { allOf: [{ $ref: '#/components/schemas/Parent' }, { required: ['age'] }] }
}
const [CAT, DOG, ANY] = ['Cat', 'Dog', 'Any'].map(name => ({ $ref: `#/components/schemas/${name}` }))
const named = (discriminator: object, oneOf: unknown[] = [CAT, DOG]) => ({
  oneOf,
  discriminator: { propertyName: 'kind', ...discriminator }
})

const CHOICES: Array<[rule: string, schema: object, value: unknown, wrong: string[]]> = [
  [
    '3.1, Discriminator Object: the name of a schema is implied',
    named({}),
    { kind: 'Cat' },
    ['/lives is required, but is missing']
  ],
  [
    '3.1, Discriminator Object: mapping to a reference',
    named({ mapping: { c: CAT?.$ref } }),
    { kind: 'c' },
    ['/lives is required, but is missing']
  ],
  [
    '3.1, Discriminator Object: mapping to a name',
    named({ mapping: { c: 'Cat' } }),
    { kind: 'c' },
    ['/lives is required, but is missing']
  ],
  [
    '3.1, Discriminator Object: mapping to a file',
    named({ mapping: { c: 'pets/Cat.yaml' } }),
    { kind: 'c' },
    ['/lives is required, but is missing']
  ],
  [
    '3.1, Discriminator Object: mapping overrules what is implied',
    named({ mapping: { Cat: 'Dog' } }),
    { kind: 'Cat' },
    ['/bark is required, but is missing']
  ],
  [
    '3.1, Discriminator Object: a mapped name does not take the implied one away',
    named({ mapping: { c: 'Cat' } }),
    { kind: 'Cat', lives: 1 },
    []
  ],
  [
    '3.0, Composition and Inheritance: "shortcut validation and selection": what fits two is what it says it is',
    named({}, [CAT, ANY]),
    { kind: 'Cat', lives: 9 },
    []
  ],
  [
    '3.0, Composition and Inheritance: and nothing else',
    named({}, [CAT, ANY]),
    { kind: 'Cat' },
    ['/lives is required, but is missing']
  ],
  [
    '3.1, Discriminator Object: with anyOf',
    { anyOf: [CAT, DOG], discriminator: { propertyName: 'kind' } },
    { kind: 'Dog', lives: 1 },
    ['/bark is required, but is missing']
  ],
  [
    '3.1, Discriminator Object: "no schema can be determined"',
    named({}),
    { kind: 'Cow' },
    ['/kind must be one of "Cat", "Dog", but is "Cow"']
  ],
  [
    '3.1, Discriminator Object: "cannot change the validation outcome": an unnamed one that fits',
    named({}),
    { kind: 'Cow', lives: 9 },
    []
  ],
  [
    '3.1, Discriminator Object: "inline schemas will not be considered"',
    named({}, [CAT, { required: ['moo'] }]),
    { kind: 'Cow', moo: 1 },
    []
  ],
  [
    'JSON Schema: without the member, alternatives are alternatives',
    named({}),
    { lives: 1, kind: 5 },
    ['/kind must be a string, but is 5']
  ],
  ['JSON Schema: what is no object', named({}), 'Cat', ['must be an object, but is "Cat"']],
  [
    '3.2, Discriminator Object: defaultMapping where the member is missing',
    named({ defaultMapping: 'Dog' }),
    {},
    ['/kind is required, but is missing', '/bark is required, but is missing']
  ],
  [
    '3.2, Discriminator Object: defaultMapping where nothing is named',
    named({ defaultMapping: DOG?.$ref }),
    { kind: 'Cow' },
    ['/bark is required, but is missing']
  ],
  [
    '3.1, Discriminator Object: "The allOf form … does not … use them in validation"',
    { $ref: '#/components/schemas/Parent' },
    { kind: 'child' },
    []
  ],
  [
    '3.1, Discriminator Object: a child of a parent',
    { $ref: '#/components/schemas/Child' },
    { kind: 'child' },
    ['/age is required, but is missing']
  ],
  [
    '3.1, Schema Object: the chosen alternative evaluates its members',
    { ...named({}), unevaluatedProperties: false },
    { kind: 'Cat', lives: 1, bark: '' },
    ['/bark must not be present, but is ""']
  ],
  [
    'a discriminator that is none',
    { oneOf: [CAT, DOG], discriminator: 'kind' },
    { kind: 'Cat', lives: 1 },
    []
  ],
  [
    'a mapping that leads elsewhere',
    named({ mapping: { c: '#/components/schemas/Gone', d: 5 } }),
    { kind: 'c', lives: 1 },
    []
  ]
]

for (const [rule, schema, value, wrong] of CHOICES) {
  t.test(`${rule}: ${JSON.stringify(value)}`, async t => {
    t.same(wrongWith(value, schemaOf(schema, SCHEMAS)).toSorted(), wrong.toSorted())
    t.same(
      wrongWith({ a: [value] }, schemaOf({ properties: { a: { items: schema } } }, SCHEMAS))
        .map(message => message.replace('/a/0', '').trim())
        .toSorted(),
      wrong.toSorted()
    )
  })
}

t.test('of two alternatives that are chosen, each is told where it stands', async t => {
  const pets = schemaOf({ items: named({}) }, SCHEMAS)
  t.same(wrongWith([{ kind: 'Cat', lives: 'x' }, { kind: 'Dog' }, { kind: 'Cow' }], pets), [
    '/0/lives must be an integer, but is "x"',
    '/1/bark is required, but is missing',
    '/2/kind must be one of "Cat", "Dog", but is "Cow"'
  ])
})
