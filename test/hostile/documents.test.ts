import { join } from 'node:path'
import t from 'tap'
import { startCounting } from './count-work.ts'

const countWork = startCounting(t)
const { compilerOf } = await import('../../src/schemas/schema-validator.ts')
const { loadContracts } = await import('../../src/contract/load-contracts.ts')

/** The most work for each byte of a document: executed functions and blocks, and characters gone over. */
const WORK_PER_BYTE = 60

/** Writes a document with something as the example, or within the schema, of its one operation. */
function documentWith (mediaType: string, components = '{}'): string {
  return '{"openapi":"3.1.0","info":{"title":"x","version":"1"},"paths":{"/a":{"get":{"responses":{"200":{' +
    `"description":"x","content":{"application/json":${mediaType}}}}}}},"components":{"schemas":${components}}}`
}

const nest = (start: string, end: string, depth = 20_000) => `${start.repeat(depth)}{}${end.repeat(depth)}`

/** Writes lists of aliases, each with nine of the one before. */
function bomb (use: string): string {
  const lists = Array.from({ length: 9 }, (_, index) => {
    return `  - &a${index + 1} [${Array(9).fill(`*a${index}`).join(', ')}]\n`
  })
  return `openapi: 3.1.0\ninfo: { title: x, version: '1' }\nx-lists:\n  - &a0 [x]\n${lists.join('')}` +
    `paths: { /a: { get: { responses: { 200: { description: x, content: { application/json: ${use} } } } } } }\n`
}

const DEEP = /:1:\d+ is nested more than 1000 levels deep$/
const REPEATED = /:\d+:\d+ has more than 1000000 values, as aliases repeat them$/

for (const [title, text, why] of [
  ['an example of nested lists', documentWith(`{"example":${nest('[', ']')}}`), DEEP],
  ['an example of nested objects', documentWith(`{"example":${nest('{"a":', '}')}}`), DEEP],
  ['a schema of nested allOf', documentWith(`{"schema":${nest('{"allOf":[', ']}')}}`), DEEP],
  ['a schema of nested properties', documentWith(`{"schema":${nest('{"properties":{"a":', '}}', 800)}}`), DEEP],
  ['a schema of nested items', documentWith(`{"schema":${nest('{"items":', '}', 1_100)}}`), DEEP],
  ['aliases as an example', bomb('{ example: *a9 }'), REPEATED],
  ['aliases as an enumeration', bomb('{ schema: { enum: [*a9] } }'), REPEATED],
  ['aliases as an extension', bomb('{ x-any: { a: *a8 } }'), REPEATED]
] as const) {
  t.test(`a document is told of, with its place: ${title}`, async t => {
    const path = join(t.testdir({ 'api.yaml': text }), 'api.yaml')
    const { result, work } = await countWork(async () => {
      return await loadContracts([path]).then(() => 'it is loaded', (error: Error) => error.message)
    })
    t.match(result, why)
    t.ok(work < WORK_PER_BYTE * text.length, `${(work / text.length).toFixed(1)} for each byte`)
  })
}

t.test('nested and repeated parts within the bounds are served', async t => {
  for (const text of [
    documentWith(`{"example":${nest('[', ']', 900)}}`),
    documentWith(`{"schema":${nest('{"properties":{"a":', '}}', 300)}}`),
    bomb('{ example: *a4 }').replaceAll(/\n {2}- &a[5-9].*/g, ''),
    bomb('{ example: { a: &own [*own, *a1] } }').replaceAll(/\n {2}- &a[5-9].*/g, '')
  ]) {
    const path = join(t.testdir({ 'api.yaml': text }), 'api.yaml')
    t.equal((await loadContracts([path])).length, 1)
  }
})

const CHAINS: Readonly<Record<string, (link: object) => object>> = {
  allOf: link => ({ allOf: [link] }),
  'allOf with members': link => ({ allOf: [link, { properties: { a: {} } }] }),
  anyOf: link => ({ anyOf: [link] }),
  oneOf: link => ({ oneOf: [link, { type: 'string' }] }),
  properties: link => ({ properties: { a: link } }),
  items: link => ({ items: link })
}

/** The most work for the schema of a chain, until its first value is validated. */
const WORK_PER_LINK = 4_000

for (const [keyword, link] of Object.entries(CHAINS)) {
  t.test(`a chain of schemas by ${keyword} takes work that grows with its length`, async t => {
    const length = 1_000
    const links = Array.from({ length }, (_, index) => {
      return [`L${index}`, link({ $ref: `#/components/schemas/L${index + 1}` })]
    })
    const components = JSON.stringify({ ...Object.fromEntries(links), [`L${length}`]: { type: 'string' } })
    const text = documentWith('{"schema":{"$ref":"#/components/schemas/L0"}}', components)
    const path = join(t.testdir({ 'api.json': text }), 'api.json')
    const { work } = await countWork(async () => {
      const [contract] = await loadContracts([path])
      if (contract !== undefined) compilerOf(contract.document).compile('/components/schemas/L0', 'request')({ a: 1 })
    })
    t.ok(work < WORK_PER_LINK * length, `${Math.round(work / length)} for each link`)
  })
}

t.test('a chain of references takes work that grows with its length', async t => {
  const length = 20_000
  const links = Array.from({ length }, (_, index) => [`L${index}`, { $ref: `#/components/schemas/L${index + 1}` }])
  const components = JSON.stringify({ ...Object.fromEntries(links), [`L${length}`]: { type: 'string' } })
  const text = documentWith('{"schema":{"$ref":"#/components/schemas/L0"}}', components)
  const path = join(t.testdir({ 'api.json': text }), 'api.json')
  const { result: [contract], work } = await countWork(() => loadContracts([path]))
  t.same(contract?.warnings, [])
  t.ok(work < WORK_PER_BYTE * text.length, `${(work / text.length).toFixed(1)} for each byte`)
})
