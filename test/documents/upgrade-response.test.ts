import t from 'tap'
import { readContract } from '../../src/contract/read-contract.ts'

const OBJECT = { a: 1 }

/** What a Swagger 2.0 operation produces, its examples, and the example of each media type that it gets. */
const ROWS: Array<[produces: readonly string[], examples: object, content: Record<string, unknown>]> = [
  [['application/json'], { 'application/json': OBJECT }, { 'application/json': OBJECT }],
  [['application/vnd.shop+json'], { '*/*': OBJECT }, { 'application/vnd.shop+json': OBJECT }],
  [['text/csv', 'text/html'], { 'text/*': 'a', 'text/html': 'b' }, { 'text/csv': 'a', 'text/html': 'b' }],
  [['application/json', 'text/csv'], { 'text/*': 'a' }, { 'application/json': undefined, 'text/csv': 'a' }],
  [['application/json; charset=utf-8'], { 'application/json': OBJECT }, { 'application/json': OBJECT }],
  [['application/json'], { 'text/csv': 'a' }, { 'application/json': undefined, 'text/csv': 'a' }],
  [['*/*'], { 'application/json': OBJECT }, { '*/*': undefined, 'application/json': OBJECT }]
]

for (const [produces, examples, expected] of ROWS) {
  t.test(`${Object.keys(examples).join(', ')} of ${produces.join(', ')} are examples of what is produced`, async t => {
    const responses = { 200: { description: 'It.', schema: {}, examples } }
    const paths = { '/things': { get: { produces, responses } } }
    const document = { swagger: '2.0', info: { title: 'Things', version: '1' }, paths }
    const { operations } = await readContract(JSON.stringify(document), { file: 'things.json', name: 'things' })
    const content = operations[0]?.responses[0]?.content ?? []
    t.same(Object.fromEntries(content.map(({ examples, name }) => [name, examples[0]?.value])), expected)
  })
}
