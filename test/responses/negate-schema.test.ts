import { testGenerated } from './generated.ts'
import type { GeneratedCase } from './generated.ts'

function many (items: object): object {
  return { type: 'array', minItems: 25, items }
}

const PET = {
  type: 'object',
  required: ['kind'],
  properties: { kind: { enum: ['cat', 'dog', 'bird'] }, age: { type: 'integer' } }
}

const QUARTERS = { type: 'number', minimum: -1.5, maximum: -1, multipleOf: 0.25 }

const LEAVES: readonly GeneratedCase[] = [
  ['numbers but for a constant', many({ ...QUARTERS, not: { const: -1.5 } })],
  ['numbers but for all but one', many({ type: 'integer', minimum: 1, maximum: 3, not: { enum: [1, 3] } })],
  [
    'numbers but for the first hundred',
    many({ type: 'integer', minimum: 0, maximum: 100, not: { enum: Array.from({ length: 100 }, (_item, n) => n) } })
  ],
  ['numbers that are no multiples', many({ type: 'integer', not: { multipleOf: 2 } })],
  ['numbers that are no hundredths', many({ type: 'number', not: { multipleOf: 0.01 } })],
  ['numbers that are no integers', many({ type: 'number', not: { type: 'integer' } })],
  ['integers that are not of 8 bits', many({ type: 'integer', not: { format: 'int8' } })],
  ['true, by exclusion', many({ type: 'boolean', not: { const: false } })],
  ['texts but for one', many({ type: 'string', maxLength: 1, not: { enum: ['', 'a'] } })],
  ['enumerated values but for some', many({ enum: ['a', 'b', 1, null], not: { enum: ['a', null] } })],
  ['enumerated texts but for a pattern', many({ enum: ['abc', 'xyz'], not: { pattern: '^a' } })],
  ['texts but for a pattern', many({ type: 'string', minLength: 3, not: { pattern: '^[a-mA-M0-9]' } })],
  ['texts that have no letters and digits', many({ type: 'string', not: { pattern: '[a-zA-Z0-9]' } })],
  ['texts that have no characters', many({ type: 'string', not: { pattern: '.' } })],
  ['texts that are not blank', many({ type: 'string', not: { pattern: '^\\s*$' } })],
  ['texts of one pattern, and not of another', many({ type: 'string', pattern: '^[ab]{3}$', not: { pattern: 'aa' } })],
  ['uuids but for a pattern', many({ type: 'string', format: 'uuid', not: { pattern: '^[0-7]' } })],
  ['texts that are no date', many({ type: 'string', not: { format: 'date' } })],
  ['anything but a text', many({ not: { type: 'string' } })],
  ['anything but some types', many({ not: { type: ['string', 'number', 'object', 'array', 'null'] } })],
  ['two types without one', many({ type: ['string', 'integer'], not: { type: 'string' } })],
  ['something that is not null', many({ type: ['integer', 'null'], not: { const: null } })],
  ['a schema that excludes nothing', many({ type: 'string', not: false })],
  ['two exclusions of one value', many({ allOf: [QUARTERS, { not: { const: -1 } }, { not: { const: -1.5 } }] })],
  ['an excluded constant with a description', many({ ...QUARTERS, not: { const: -1.25, description: 'none' } })],
  ['an object but for one', many({ ...PET, not: { const: { kind: 'cat' } } })]
]

const BOUNDS: readonly GeneratedCase[] = [
  ['numbers that are not positive', many({ type: 'number', not: { exclusiveMinimum: 0 } })],
  ['numbers without a range', many({ type: 'integer', minimum: 0, maximum: 9, not: { minimum: 2, maximum: 7 } })],
  ['numbers of no type', many({ not: { maximum: 5 } })],
  ['texts that are not short', many({ type: 'string', not: { maxLength: 40 } })],
  ['texts that are not long', many({ type: 'string', not: { minLength: 3 } })],
  ['lists that are not empty', many({ type: 'array', items: { type: 'integer' }, not: { maxItems: 0 } })],
  ['lists that are empty', many({ type: 'array', items: { type: 'integer' }, not: { minItems: 1 } })],
  ['lists with another item', many({ type: 'array', not: { items: { type: 'string' } } })],
  ['lists with more than a tuple', many({ not: { type: 'array', prefixItems: [{ type: 'string' }], items: false } })],
  ['lists with another first item', many({ type: 'array', not: { prefixItems: [{ type: 'string' }] } })],
  [
    'lists without an item',
    many({ type: 'array', items: { enum: [1, 2, 3] }, minItems: 2, not: { contains: { const: 2 } } })
  ],
  ['objects with more members', many({ type: 'object', additionalProperties: true, not: { maxProperties: 3 } })]
]

const MEMBERS: readonly GeneratedCase[] = [
  ['objects without a member', many({ ...PET, not: { required: ['age'] } })],
  ['objects without both of two members', many({ ...PET, not: { required: ['kind', 'age'] } })],
  ['objects with another value', many({ ...PET, not: { properties: { kind: { const: 'cat' } } } })],
  [
    'objects with another value, or without it',
    many({ ...PET, not: { required: ['age'], properties: { age: { minimum: 5 } } } })
  ],
  ['maps without a name', many({ type: 'object', additionalProperties: true, not: { required: ['a'] } })],
  ['objects with a strange member', many({ ...PET, not: { properties: PET.properties, additionalProperties: false } })],
  ['objects with one member and not its companion', many({ ...PET, not: { dependentRequired: { kind: ['age'] } } })],
  [
    'objects whose member breaks what depends on it',
    many({ ...PET, not: { dependentSchemas: { age: { properties: { kind: { const: 'cat' } } } } } })
  ]
]

const COMPOSED: readonly GeneratedCase[] = [
  ['what is no pet', many({ not: { $ref: '#/components/schemas/Pet' } }), { Pet: PET }],
  ['objects that are no pets', many({ type: 'object', not: { $ref: '#/components/schemas/Pet' } }), { Pet: PET }],
  ['what is none of two', many({ type: 'integer', maximum: 9, not: { anyOf: [{ const: 1 }, { minimum: 3 }] } })],
  ['what is not one of two', many({ type: 'integer', maximum: 9, not: { oneOf: [{ const: 1 }, { minimum: 3 }] } })],
  ['what is not both of two', many({ type: 'string', not: { allOf: [{ minLength: 2 }, { maxLength: 5 }] } })],
  ['what is not excluded', many({ not: { not: { type: 'integer' } } })],
  ['another type or another pattern', many({ type: 'integer', not: { type: 'string', pattern: 'a' } })],
  [
    'members none of which may be there',
    many({ ...PET, not: { anyOf: [{ required: ['age'] }, { required: ['name'] }] } })
  ],
  [
    'what breaks a condition',
    many({ ...PET, not: { if: { required: ['age'] }, then: { properties: { kind: { const: 'cat' } } } } })
  ],
  [
    'what is no branch of itself',
    { $ref: '#/components/schemas/Node' },
    {
      Node: {
        type: 'object',
        properties: { value: { type: 'integer' }, next: { $ref: '#/components/schemas/Node' } },
        not: { required: ['value', 'next'] }
      }
    }
  ]
]

testGenerated([...LEAVES, ...BOUNDS, ...MEMBERS, ...COMPOSED])
