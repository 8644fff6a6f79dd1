import { join } from 'node:path'
import t from 'tap'
import type { SchemaReference } from '../../src/contract/contract.ts'
import { loadContracts } from '../../src/contract/load-contracts.ts'
import { isObject } from '../../src/documents/is-object.ts'
import { generatorOf } from '../../src/responses/generate-value.ts'
import { schemaOf } from './generated.ts'
import { createWorld } from './orders.ts'

type Part = Readonly<Record<string, unknown>>

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const TEXT = { type: 'string' }

/** Returns a schema that others inherit. */
function parent (discriminator: Part = {}, kind: unknown = TEXT): Part {
  const selecting = { propertyName: 'kind', ...discriminator }
  return { type: 'object', required: ['kind'], discriminator: selecting, properties: { kind } }
}

/** Returns a schema that inherits another, and requires a member. */
function heir (name: string, member: string, others: Part = {}): Part {
  return { allOf: [reference(name), { type: 'object', required: [member], properties: { [member]: TEXT } }], ...others }
}

const Bird = heir('Pet', 'wings')
const Cat = heir('Pet', 'claws')
const Eagle = heir('Bird', 'prey')

interface Family {
  readonly title: string
  /** The schema that values are generated of. */
  readonly of: unknown
  readonly schemas: Part
  /** The members that the values may have, the kind with its value. */
  readonly kinds: readonly string[]
}

const FAMILIES: readonly Family[] = [
  {
    title: 'a parent, of the schemas that its mapping names',
    of: reference('Pet'),
    schemas: { Pet: parent({ mapping: { bird: '#/components/schemas/Bird' } }), Bird, Cat },
    kinds: ['kind=bird wings']
  },
  {
    title: 'a parent, of each schema that inherits it',
    of: reference('Pet'),
    schemas: { Pet: parent(), Bird, Cat },
    kinds: ['kind=Bird wings', 'kind=Cat claws']
  },
  {
    title: 'a parent that nothing inherits',
    of: reference('Pet'),
    schemas: { Pet: parent() },
    kinds: ['kind=Pet']
  },
  {
    title: 'a parent that its own mapping names',
    of: reference('Pet'),
    schemas: { Pet: parent({ mapping: { pet: 'Pet', bird: 'Bird' } }), Bird },
    kinds: ['kind=pet', 'kind=bird wings']
  },
  {
    title: 'an heir by its name',
    of: reference('Bird'),
    schemas: { Pet: parent(), Bird, Cat },
    kinds: ['kind=Bird wings']
  },
  {
    title: 'an heir by the name that the mapping has for it',
    of: reference('Bird'),
    schemas: { Pet: parent({ mapping: { cat: 'Cat', bird: 'Bird' } }), Bird, Cat },
    kinds: ['kind=bird wings']
  },
  {
    title: 'an heir that the mapping leaves out',
    of: reference('Bird'),
    schemas: { Pet: parent({ mapping: { cat: 'Cat' } }), Bird, Cat },
    kinds: ['kind=Bird wings']
  },
  {
    title: 'an heir of an heir',
    of: reference('Eagle'),
    schemas: { Pet: parent({ mapping: { eagle: 'Eagle' } }), Bird, Eagle },
    kinds: ['kind=eagle prey wings']
  },
  {
    title: 'an heir that another one inherits',
    of: reference('Bird'),
    schemas: { Pet: parent(), Bird, Cat, Eagle },
    kinds: ['kind=Bird wings', 'kind=Eagle prey wings']
  },
  {
    title: 'a parent, of heirs of heirs',
    of: reference('Pet'),
    schemas: { Pet: parent({ mapping: { eagle: 'Eagle', cat: 'Cat' } }), Bird, Cat, Eagle },
    kinds: ['kind=eagle prey wings', 'kind=cat claws']
  },
  {
    title: 'a mapping that names a file',
    of: reference('Pet'),
    schemas: { Pet: parent({ mapping: { bird: 'animals/Bird.yaml' } }), Bird, Cat },
    kinds: ['kind=bird wings']
  },
  {
    title: 'a mapping with two names for a schema',
    of: reference('Bird'),
    schemas: { Pet: parent({ mapping: { bird: 'Bird', vogel: 'Bird' } }), Bird },
    kinds: ['kind=bird wings']
  },
  {
    title: 'the schema of the default mapping',
    of: reference('Pet'),
    schemas: { Pet: parent({ defaultMapping: 'Other' }), Bird, Other: heir('Pet', 'note') },
    kinds: ['kind=Other note']
  },
  {
    title: 'an alternative that inherits a discriminator as well',
    of: { oneOf: [reference('Bird'), reference('Cat')], discriminator: { propertyName: 'kind' } },
    schemas: { Pet: parent(), Bird, Cat },
    kinds: ['kind=Bird wings', 'kind=Cat claws']
  },
  {
    title: 'alternatives with other names than those of the discriminator that they inherit',
    of: {
      oneOf: [reference('Bird'), reference('Cat')],
      discriminator: { propertyName: 'kind', mapping: { b: 'Bird', c: 'Cat' } }
    },
    schemas: { Pet: parent(), Bird, Cat },
    kinds: ['kind=b wings', 'kind=c claws']
  },
  {
    title: 'alternatives without a discriminator of their own',
    of: { anyOf: [reference('Bird'), reference('Cat')] },
    schemas: { Pet: parent(), Bird, Cat },
    kinds: ['kind=Bird wings', 'kind=Cat claws']
  },
  {
    title: 'heirs that state their kind',
    of: reference('Pet'),
    schemas: { Pet: parent(), Bird: { ...heir('Pet', 'wings'), properties: { kind: { const: 'b' } } } },
    kinds: ['kind=b wings']
  },
  {
    title: 'a parent that lists its kinds',
    of: reference('Pet'),
    schemas: {
      Pet: parent({ mapping: { cat: 'Cat', kitten: 'Cat' } }, { type: 'string', enum: ['kitten', 'dog'] }),
      Cat
    },
    kinds: ['kind=kitten claws']
  },
  {
    title: 'kinds that are numbers, which no name is',
    of: reference('Pet'),
    schemas: { Pet: parent({}, { type: 'integer', minimum: 7, maximum: 7 }), Bird },
    kinds: ['kind=7']
  },
  {
    title: 'kinds with an example, which is of one of them',
    of: reference('Bird'),
    schemas: { Pet: parent({}, { type: 'string', example: 'Cat' }), Bird, Cat },
    kinds: ['kind=Bird wings']
  },
  {
    title: 'an heir whose parent has an example of another',
    of: reference('Heir'),
    schemas: { Pet: { ...parent(), example: { kind: 'Cat', claws: 'a' } }, Heir: { allOf: [reference('Pet')] }, Cat },
    kinds: ['kind=Heir']
  },
  {
    title: 'an heir with an example by its schema name',
    of: reference('Bird'),
    schemas: {
      Pet: parent({ mapping: { bird: 'Bird' } }),
      Bird: { ...Bird, example: { kind: 'Bird', wings: 'two', songs: 1 } }
    },
    kinds: ['kind=Bird songs wings', 'kind=bird wings']
  },
  {
    title: 'a parent with an example',
    of: reference('Pet'),
    schemas: { Pet: { ...parent(), example: { kind: 'Cat', claws: 'a', age: 1 } }, Bird, Cat },
    kinds: ['kind=Cat age claws', 'kind=Bird wings', 'kind=Cat claws']
  },
  {
    title: 'a parent whose discriminator is no member of its own',
    of: reference('Pet'),
    schemas: { Pet: { type: 'object', discriminator: { propertyName: 'kind' } }, Bird },
    kinds: ['kind=Bird wings']
  },
  {
    title: 'a parent that takes no other members',
    of: reference('Pet'),
    schemas: { Pet: { ...parent(), additionalProperties: false }, Bird },
    kinds: ['kind=Pet']
  },
  {
    title: 'schemas that inherit each other',
    of: reference('Pet'),
    schemas: { Pet: { ...parent(), allOf: [reference('Bird')] }, Bird },
    kinds: ['kind=Bird wings', 'kind=Pet wings']
  },
  {
    title: 'an heir by a reference beside other keywords',
    of: reference('Pet'),
    schemas: { Pet: parent(), Bird: { ...reference('Pet'), required: ['wings'], properties: { wings: TEXT } } },
    kinds: ['kind=Bird wings']
  },
  {
    title: 'a parent by another name',
    of: reference('Animal'),
    schemas: { Pet: parent(), Animal: reference('Pet'), Bird: heir('Animal', 'wings') },
    kinds: ['kind=Bird wings']
  },
  {
    title: 'a name of any characters',
    of: reference('Pet'),
    schemas: { Pet: parent({ mapping: { '#bird/ä.v1': 'my.Bird-1' } }), 'my.Bird-1': Bird },
    kinds: ['kind=#bird/ä.v1 wings']
  },
  {
    title: 'a name that objects inherit',
    of: reference('Pet'),
    schemas: { Pet: parent(), constructor: heir('Pet', 'wings') },
    kinds: ['kind=constructor wings']
  },
  {
    title: 'a keyword that no one knows',
    of: reference('Bird'),
    schemas: { Pet: parent(), Bird: { ...Bird, selection: true } },
    kinds: ['kind=Bird wings']
  }
]

/** Returns the kind of an object, and the names of its other members. */
function kindOf (value: unknown): string {
  if (!isObject(value)) return JSON.stringify(value)
  const others = Object.keys(value).filter(name => name !== 'kind')
  return [`kind=${String(value.kind)}`, ...others.sort()].join(' ')
}

function listKinds (schema: SchemaReference): string[] {
  const generate = generatorOf(schema)
  const world = createWorld()
  const kinds = Array.from({ length: 60 }, (_item, index) => {
    const { fits, value } = generate(world, index % 2 === 0 ? 'examples' : 'chance')
    return fits ? kindOf(value) : `unfit: ${JSON.stringify(value)}`
  })
  return [...new Set(kinds)]
}

for (const { kinds, of, schemas, title } of FAMILIES) {
  t.test(`a value has the value of its discriminator: ${title}`, async t => {
    const found = listKinds(schemaOf(of, schemas))
    t.same(found.sort(), [...kinds].sort())
  })
}

t.test('schemas of other files have the names that the document gives them', async t => {
  const response = (schema: string) => {
    return `{ 200: { description: x, content: { application/json: { schema: ${schema} } } } }`
  }
  const files = {
    'api.yaml': `openapi: 3.2.0
info: { title: T, version: '1' }
components:
  schemas: { Pet: { $ref: pets/Pet.yaml }, Dog: { $ref: pets/Dog.yaml } }
paths:
  /pet: { get: { responses: ${response('{ $ref: "#/components/schemas/Pet" }')} } }
  /dog: { get: { responses: ${response('{ $ref: pets/Dog.yaml }')} } }
  /mapped: { get: { responses: ${response('{ $ref: pets/Mapped.yaml }')} } }
`,
    pets: {
      'Pet.yaml': 'type: object\nrequired: [kind]\ndiscriminator: { propertyName: kind }\n',
      'Dog.yaml': 'allOf: [{ $ref: Pet.yaml }]\nrequired: [bark]\nproperties: { bark: { type: boolean } }\n',
      'Mapped.yaml': `type: object
required: [kind]
discriminator: { propertyName: kind, mapping: { katze: ./others.yaml#/Cat }, defaultMapping: Other.yaml }
`,
      'others.yaml': `Cat:
  allOf: [{ $ref: Mapped.yaml }]
  required: [claws]
  properties: { claws: { type: integer } }
`,
      'Other.yaml': 'allOf: [{ $ref: Mapped.yaml }]\nrequired: [note]\nproperties: { note: { type: string } }\n'
    }
  }
  const [contract] = await loadContracts([join(t.testdir(files), 'api.yaml')])
  const kinds = contract?.operations.map(({ path, responses: [response] }) => {
    const schema = response?.content[0]?.schema
    return [path, schema === undefined ? [] : listKinds(schema).sort()]
  })
  t.same(kinds, [
    ['/pet', ['kind=Dog bark']],
    ['/dog', ['kind=Dog bark']],
    ['/mapped', ['kind=Other note', 'kind=katze claws']]
  ])
})
