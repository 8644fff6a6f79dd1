import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { loadContracts } from '../../src/contract/load-contracts.ts'
import type { Contract } from '../../src/contract/contract.ts'

const FILES = {
  'ada.json': '{"name":"Ada"}',
  'bob.yaml': 'name: Bob\n',
  'dot.png': Buffer.from([0x89, 0x50, 0xff]),
  'people.yaml': `examples:
  Cy: { value: { name: Cy } }
list: [{ $ref: ada.json }, { $ref: 'people.yaml#/list' }]
`,
  parts: {
    'items.yaml': `Near: { externalValue: near.json }
Item:
  schema: { type: object }
  examples: { near: { externalValue: near.json } }
Own: { $ref: near.json }
`,
    'near.json': '{"near":true}'
  }
}

/** Reads a document whose one response has JSON, or another media type, with these members. */
async function read (folder: string, mediaType: string, name = 'application/json'): Promise<Contract> {
  await writeFile(join(folder, 'shop.yaml'), `openapi: 3.1.0
info: { title: Shop, version: "1" }
paths:
  /a:
    get:
      responses:
        "200":
          description: It
          content:
            ${name}: ${mediaType}
components:
  examples:
    Ada: { externalValue: ada.json }
  schemas:
    Person: { type: object }
`)
  const [contract] = await loadContracts([join(folder, 'shop.yaml')])
  if (contract === undefined) throw new Error('no contract')
  return contract
}

const examplesOf = ({ operations }: Contract) =>
  operations[0]?.responses[0]?.content[0]?.examples.map(({ name, value }) => [name, value])

const warningsOf = ({ warnings }: Contract) => warnings.map(({ message, place }) => `${place?.line}: ${message}`)

const EXTERNAL: Array<[written: string, examples: unknown[], mediaType?: string]> = [
  ['{ examples: { a: { externalValue: ./ada.json } } }', [['a', { name: 'Ada' }]]],
  ['{ examples: { a: { externalValue: bob.yaml } } }', [['a', { name: 'Bob' }]]],
  ['{ examples: { a: { $ref: "#/components/examples/Ada" } } }', [['a', { name: 'Ada' }]]],
  ['{ examples: { a: { $ref: "parts/items.yaml#/Near" } } }', [['a', { near: true }]]],
  ['{ $ref: "parts/items.yaml#/Item" }', [['near', { near: true }]]],
  ['{ examples: { a: { externalValue: ada.json }, b: { value: 1 } } }', [['a', { name: 'Ada' }], ['b', 1]]],
  ['{ examples: { a: { externalValue: dot.png } } }', [['a', FILES['dot.png']]], 'image/png'],
  ['{ examples: { a: { externalValue: ada.json } } }', [['a', '{"name":"Ada"}']], 'text/plain']
]

for (const [written, examples, mediaType] of EXTERNAL) {
  t.test(`the file that an example names is its value: ${written} of ${mediaType ?? 'JSON'}`, async t => {
    const contract = await read(t.testdir(FILES), written, mediaType)
    t.same(examplesOf(contract), examples)
    t.same(warningsOf(contract), [])
  })
}

const UNREAD: Array<[externalValue: string, why: RegExp]> = [
  ['none.json', /^10: the example "none\.json" is ignored: .*none\.json cannot be read: there is no such file/],
  ['parts', /^10: the example "parts" is ignored: .*parts cannot be read: /],
  ['https://a.invalid/x', /^10: the example "https:.*" is ignored: URLs are fetched only with --allow-remote-refs$/]
]

for (const [externalValue, why] of UNREAD) {
  t.test(`an example whose file cannot be read is told of and ignored: ${externalValue}`, async t => {
    const contract = await read(t.testdir(FILES), `{ examples: { a: { externalValue: "${externalValue}" } } }`)
    t.same(examplesOf(contract), [])
    t.match(warningsOf(contract), [why])
  })
}

const READ = /^10: the example is read from ".*", though it is data, not a reference/

const REFERENCES: Array<[written: string, value: unknown, warnings: RegExp[]]> = [
  ['{ example: { $ref: ada.json } }', { name: 'Ada' }, [READ]],
  ['{ example: { $ref: bob.yaml } }', { name: 'Bob' }, [READ]],
  ['{ example: { $ref: "bob.yaml#/name" } }', 'Bob', [READ]],
  ['{ example: { $ref: "people.yaml#/examples/Cy" } }', { name: 'Cy' }, [READ]],
  ['{ example: { who: { $ref: ada.json } } }', { who: { name: 'Ada' } }, [READ]],
  ['{ example: [1, { $ref: ada.json }] }', [1, { name: 'Ada' }], [READ]],
  ['{ examples: { a: { value: { $ref: ada.json } } } }', { name: 'Ada' }, [READ]],
  ['{ example: { $ref: "people.yaml#/list" } }', [{ name: 'Ada' }, { $ref: 'people.yaml#/list' }], [READ, READ]],
  [
    '{ example: { $ref: none.json } }',
    { $ref: 'none.json' },
    [/^10: the reference "none.json" is sent as it stands, as the whole example: .* cannot be read/]
  ],
  [
    '{ example: { $ref: "ada.json#/none" } }',
    { $ref: 'ada.json#/none' },
    [/the whole example: there is no #\/none in .*ada\.json$/]
  ],
  ['{ example: { $ref: dot.png } }', { $ref: 'dot.png' }, [/the whole example: /]],
  ['{ example: { schema: { $ref: none.json } } }', { schema: { $ref: 'none.json' } }, []],
  ['{ example: { schema: { $ref: "#/components/schemas/Person" } } }', {
    schema: { $ref: '#/components/schemas/Person' }
  }, []],
  ['{ example: { $ref: ada.json, more: 1 } }', { $ref: 'ada.json', more: 1 }, []],
  [
    '{ example: { $ref: "#/components/examples/Ada" } }',
    { name: 'Ada' },
    [/^10: the reference "#\/components\/examples\/Ada" is resolved, though an example is data/]
  ],
  [
    '{ example: { $ref: "#/components/schemas/Person" } }',
    undefined,
    [/^10: the reference ".*" in an example refers to a schema, so the example is ignored$/]
  ],
  [
    '{ example: { $ref: "#/components/none" } }',
    { $ref: '#/components/none' },
    [/^10: the reference ".*" in an example leads nowhere, and is sent as it stands$/]
  ]
]

for (const [written, value, warnings] of REFERENCES) {
  t.test(`a reference in an example is resolved as bundlers do: ${written}`, async t => {
    const contract = await read(t.testdir(FILES), written)
    t.same(examplesOf(contract)?.[0]?.[1], value)
    const told = warningsOf(contract)
    t.equal(told.length, warnings.length, told.join('\n'))
    for (const [index, warning] of warnings.entries()) t.match(told[index], warning)
  })
}

t.test('files that refer to each other in examples do not multiply without end', async t => {
  const twice = (name: string) => JSON.stringify([{ $ref: name }, { $ref: name }])
  const files: Record<string, string> = {}
  for (let index = 0; index < 20; index++) files[`${index}.json`] = twice(`${index + 1}.json`)
  const contract = await read(t.testdir({ ...files, '20.json': '[]' }), '{ example: { $ref: 0.json } }')
  t.ok(JSON.stringify(examplesOf(contract)).length < 1_000_000)
})
