import t from 'tap'
import { startCounting } from './count-work.ts'

const countWork = startCounting(t)
const { answering, startWith } = await import('../apis/start-with.ts')

/** The most work for one request, whatever the document asks for. */
const MOST_WORK = 30_000_000

/** The most characters of a response whose schema has no end. */
const MOST_ANSWER = 2_500_000

const TEXT = { type: 'string' }
const OTHER = answering(TEXT, 'as ever')
const JSON_TYPE = { 'content-type': 'application/json' }
const LEVELS = 28

type Part = Readonly<Record<string, unknown>>
type MakeLevel = (inner: Part) => Part

interface HostileSchema {
  readonly title: string
  readonly schema: Part
  readonly schemas?: Readonly<Record<string, Part>>
}

interface Levels {
  readonly leaf?: unknown
  readonly levels?: number
}

/** Returns a schema of many levels, each of which refers to the one below. */
function byReference (
  title: string,
  makeLevel: MakeLevel,
  { leaf = TEXT, levels = LEVELS }: Levels = {}
): HostileSchema {
  const schemas: Record<string, Part> = { Level0: { allOf: [leaf] } }
  for (let level = 1; level <= levels; level++) {
    schemas[`Level${level}`] = makeLevel({ $ref: `#/components/schemas/Level${level - 1}` })
  }
  return { title, schema: { $ref: `#/components/schemas/Level${levels}` }, schemas }
}

/** Returns a schema of many levels, each of which holds the one below. */
function nested (title: string, makeLevel: MakeLevel, levels: number): HostileSchema {
  let schema: Part = TEXT
  for (let level = 0; level < levels; level++) schema = makeLevel(schema)
  return { title, schema }
}

const list = (items: Part): Part => ({ type: 'array', minItems: 10, items })
const pair = (member: Part): Part => ({
  type: 'object',
  required: ['a', 'b'],
  properties: { a: member, b: member }
})

const pairOf = (member: Part): Part => ({ type: 'object', properties: { a: member } })

/** Returns a number within objects within objects, each of which has one member. */
function deepMember (levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = { a: value }
  return value
}

const ENDLESS: readonly HostileSchema[] = [
  { title: 'a billion items', schema: { type: 'array', minItems: 1e9, items: TEXT } },
  { title: 'a million unlike items', schema: { type: 'array', minItems: 1e6, uniqueItems: true, items: TEXT } },
  { title: 'a million unlike numbers', schema: { type: 'array', minItems: 1e6, uniqueItems: true } },
  { title: 'a billion contained items', schema: { type: 'array', minContains: 1e9, contains: TEXT } },
  { title: 'a billion members', schema: { type: 'object', minProperties: 1e9, additionalProperties: TEXT } },
  { title: 'a billion characters', schema: { ...TEXT, minLength: 1e9 } },
  { title: 'a billion characters of a pattern', schema: { ...TEXT, minLength: 1e9, pattern: '^[a-z]+$' } },
  { title: 'a billion characters of an address', schema: { ...TEXT, minLength: 1e9, format: 'email' } },
  { title: 'a billion characters of a link', schema: { ...TEXT, minLength: 1e9, format: 'uri' } },
  { title: 'a billion encoded characters', schema: { ...TEXT, minLength: 1e9, contentEncoding: 'base64' } },
  { title: 'a billion repetitions', schema: { ...TEXT, pattern: '^a{1000000000}$' } },
  { title: 'repeated repetitions', schema: { ...TEXT, pattern: '^((a{1000}){1000}){1000}$' } },
  {
    title: 'many long texts of patterns',
    schema: { type: 'array', minItems: 1e5, items: { ...TEXT, pattern: '^(?!a)a{1000}$' } }
  },
  {
    title: 'many long examples',
    schema: { type: 'array', minItems: 1e5, items: { ...TEXT, example: 'x'.repeat(10_000) } }
  },
  { title: 'many long constants', schema: { type: 'array', minItems: 1e5, items: { const: 'x'.repeat(10_000) } } },
  byReference('lists in lists', list, { levels: 12 }),
  nested('lists in lists at one place', list, 12),
  byReference('pairs of pairs', pair),
  byReference('pairs of pairs that have no end', pair, { leaf: { $ref: '#/components/schemas/Level28' } }),
  byReference('alternatives of which none is possible', inner => ({ anyOf: [inner, { ...inner }] }), { leaf: false }),
  byReference('one of two that are alike', inner => ({ oneOf: [inner, { ...inner }] }))
]

const GENEROUS: readonly HostileSchema[] = [
  byReference('any of two that are alike', inner => ({ anyOf: [inner, { ...inner }] })),
  byReference('all of two that are alike', inner => ({ allOf: [inner, { ...inner }] })),
  byReference('none of two that are alike', inner => ({ not: { anyOf: [inner, { ...inner }] } })),
  byReference('objects in objects', inner => ({ type: 'object', required: ['a'], properties: { a: inner } }))
]

for (const { schema, schemas, title } of [...ENDLESS, ...GENEROUS]) {
  t.test(`a response is generated of ${title}`, async t => {
    const paths = { '/endless': { get: { responses: answering(schema) } }, '/other': { get: { responses: OTHER } } }
    const { app, send } = await startWith(t, paths, { root: { components: { schemas } } })
    await send('GET', '/other')
    // `send` takes no answer that leaves its contract.
    const { result, work } = await countWork(() => app.inject('/endless'))
    t.equal(result.statusCode, 200)
    t.ok(result.body.length <= MOST_ANSWER, `${result.body.length} characters`)
    t.ok(work <= MOST_WORK, `${work} units of work`)
    const isMarked = result.headers['x-standin-violation'] !== undefined
    t.equal(isMarked, ENDLESS.some(endless => endless.title === title), 'what is incomplete is marked')
    t.equal((await send('GET', '/other')).statusCode, 200)
  })
}

/** Bodies that fit no alternative, at any level. */
const REFUSED: ReadonlyArray<readonly [hostile: HostileSchema, body: unknown]> = [
  [byReference('any of two that are alike', inner => ({ anyOf: [inner, { ...inner }] })), { b: 1 }],
  [byReference('all of two that are alike', inner => ({ allOf: [inner, { ...inner }] })), { b: 1 }],
  [byReference('one of two that are alike', inner => ({ oneOf: [inner, { ...inner }] })), { b: 1 }],
  [byReference('any of two that are nearly alike', inner => ({ anyOf: [inner, { allOf: [inner] }] })), { b: 1 }],
  [
    byReference('members of any of two', inner => ({ anyOf: [{ properties: { a: inner } }, pairOf(inner)] })),
    deepMember(LEVELS)
  ],
  [byReference('fifteen levels of one of two', inner => ({ oneOf: [inner, { ...inner }] }), { levels: 15 }), { b: 1 }]
]

for (const [{ schema, schemas, title }, body] of REFUSED) {
  t.test(`a body is refused that must be ${title}`, async t => {
    const requestBody = { content: { 'application/json': { schema } } }
    const paths = { '/deep': { post: { requestBody, responses: OTHER } }, '/other': { get: { responses: OTHER } } }
    const { send } = await startWith(t, paths, { root: { components: { schemas } } })
    await send('GET', '/other')
    const { result, work } = await countWork(() => send('POST', '/deep', body))
    t.equal(result.statusCode, 400)
    t.match(result.json(), { violations: [{ in: 'body' }] })
    t.ok(work <= MOST_WORK, `${work} units of work`)
    t.equal((await send('GET', '/other')).statusCode, 200)
  })
}

t.test('a body is taken that fits many levels of alternatives', async t => {
  for (const keyword of ['anyOf', 'allOf']) {
    const { schema, schemas } = byReference('', inner => ({ [keyword]: [inner, { ...inner }] }))
    const requestBody = { content: { 'application/json': { schema } } }
    const { send } = await startWith(t, { '/deep': { post: { requestBody, responses: OTHER } } }, {
      root: { components: { schemas } }
    })
    t.equal((await send('POST', '/deep', JSON.stringify('a'), JSON_TYPE)).statusCode, 200, keyword)
  }
})
