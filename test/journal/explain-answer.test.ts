import t from 'tap'
import type { Test } from 'tap'
import type { Explanation, UntypedApi, World } from '../../src/client/index.ts'
import { explainAnswer } from '../../src/journal/explain-answer.ts'
import { startStandin } from '../../src/testing.ts'
import { exchange } from './exchange.ts'

const OVEN = `
openapi: 3.1.0
info: { title: Oven, version: 1.0.0 }
x-standin:
  resources:
    Bread: { id: { member: id, format: uuid } }
components:
  schemas:
    Bread: { type: object, required: [kind], properties: { id: { type: string }, kind: { type: string } } }
paths:
  /breads:
    post:
      operationId: bake
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Bread' }
      responses:
        '201':
          description: It.
          content: { application/json: { schema: { $ref: '#/components/schemas/Bread' } } }
        '409': { description: Busy. }
      x-standin:
        create: { type: Bread, members: { kind: $request.body#/kind } }
        reply: { status: 201, body: $resource }
  /named:
    get:
      operationId: named
      responses:
        '200':
          description: It.
          content:
            application/json:
              schema: { type: object }
              examples: { rye: { value: { kind: rye } } }
  /drawn:
    get:
      operationId: drawn
      responses:
        '200': { description: It., content: { application/json: { schema: { type: object } } } }
`

interface Oven {
  readonly world: World<UntypedApi>
  /** Sends a request, and returns why it got its answer. */
  ask (method: string, path: string, options?: AskOptions): Promise<Explanation>
}

interface AskOptions {
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

async function startOven (t: Test): Promise<Oven> {
  const folder = t.testdir({ 'oven.yaml': OVEN })
  const { world } = await startStandin<UntypedApi>(t, { openapi: [`${folder}/oven.yaml`] })
  return {
    world,
    async ask (method, path, { body, headers = {} } = {}) {
      await fetch(world.url + path, {
        method,
        headers: { ...body !== undefined && { 'content-type': 'application/json' }, ...headers },
        ...body !== undefined && { body: JSON.stringify(body) }
      })
      const [exchange] = (await world.requests({ limit: 1 })).slice(-1)
      return await world.why(exchange?.id ?? '')
    }
  }
}

const RYE = { body: { kind: 'rye' } }

t.test('what is after the source that answered was not asked, and what is before it was passed over', async t => {
  const { ask } = await startOven(t)
  t.match(await ask('POST', '/breads', RYE), {
    operation: 'oven.bake',
    source: 'simulation',
    summary: 'The simulation answered.',
    sources: [
      { source: 'stub', outcome: 'passedOver', why: 'no stub is for the operation' },
      { source: 'module', outcome: 'passedOver', why: 'no module has a handler for the operation' },
      { source: 'simulation', outcome: 'answered', why: '' },
      { source: 'fixture', outcome: 'notAsked', why: '' },
      { source: 'example', outcome: 'notAsked' },
      { source: 'generated', outcome: 'notAsked' }
    ],
    stubs: [],
    operations: [],
    notes: []
  })
  t.match(await ask('GET', '/named'), {
    summary: 'The example "rye" answered.',
    sources: [
      {},
      {},
      { why: 'x-standin declares nothing for the operation' },
      { why: 'there is none for the status 200' }
    ]
  })
  t.match(await ask('GET', '/drawn'), {
    summary: 'A value generated from the schema answered.',
    sources: [{}, {}, {}, {}, { source: 'example', outcome: 'passedOver', why: 'there is none for the status 200' }, {}]
  })
})

t.test('the nearest stubs come with each difference, credentials masked', async t => {
  const { ask, world } = await startOven(t)
  await world.stub({ operation: 'oven.bake', when: { body: { kind: 'spelt' }, headers: { 'x-api-key': 'k' } } })
  await world.stub({ operation: 'oven.bake', when: { body: { kind: 'oat' } } })
  await world.stub({ operation: 'oven.drawn' })
  const { notes, sources, stubs } = await ask('POST', '/breads', { ...RYE, headers: { 'x-api-key': 'other' } })
  t.match(sources[0], { outcome: 'passedOver', why: 'none of 2 stubs matched' })
  t.match(stubs, [
    {
      operation: 'oven.bake',
      outcome: 'passedOver',
      why: null,
      differences: [{ where: 'body /kind', expected: 'oat', actual: 'rye' }]
    },
    {
      differences: [
        { where: 'headers /x-api-key', expected: '***', actual: '***' },
        { where: 'body /kind', expected: 'spelt', actual: 'rye' }
      ]
    }
  ])
  t.match(notes, [/^Stubs are compared as they are now/])
})

/** Stubs that match a request and did not answer it. */
const unused: ReadonlyArray<readonly [why: string, stub: object]> = [
  ['its only use is taken', { times: 1 }],
  ['it answers those of the matching requests number 3, and has counted 2', { when: { call: 3 } }],
  ['it answers those of the matching requests from number 3 on, and has counted 2', { when: { call: { from: 3 } } }],
  ['it answers a share of 0 of the matching requests', { when: { chance: 0 } }]
]

for (const [why, stub] of unused) {
  t.test(`a stub that matches did not answer: ${why}`, async t => {
    const { ask, world } = await startOven(t)
    await world.stub({ operation: 'oven.bake', ...stub })
    await ask('POST', '/breads', RYE)
    t.match(await ask('POST', '/breads', RYE), {
      source: 'simulation',
      stubs: [{ outcome: 'passedOver', why, differences: [] }]
    })
  })
}

t.test('the stub that answered is first, those after it were not asked', async t => {
  const { ask, world } = await startOven(t)
  const earlier = await world.stub({ operation: 'oven.*', reply: { status: 409 } })
  const later = await world.stub({ operation: 'oven.bake', reply: { status: 409 } })
  const first = await world.stub({ operation: '*', priority: 1, when: { body: { kind: 'oat' } } })
  const why = await ask('POST', '/breads', RYE)
  t.match(why, {
    summary: `The stub ${later.id} answered.`,
    sources: [{ source: 'stub', outcome: 'answered' }, { outcome: 'notAsked' }],
    stubs: [
      { id: later.id, outcome: 'answered', why: null },
      { id: earlier.id, operation: 'oven.*', outcome: 'notAsked', why: 'a stub before it answered' },
      { id: first.id, outcome: 'passedOver', differences: [{ where: 'body /kind' }] }
    ]
  })
  await later.delete()
  t.match((await world.why(why.id)).notes, [`The stub ${later.id} was deleted since.`, /./])
  await world.deleteStubs()
  t.match(await world.why(why.id), { summary: `The stub ${later.id} answered.`, stubs: [] })
})

t.test('a stub that only delays leaves the answer to the next source', async t => {
  const { ask, world } = await startOven(t)
  const { id } = await world.stub({ operation: 'oven.bake', sequence: ['simulation'], delay: 'PT0.001S' })
  t.match(await ask('POST', '/breads', RYE), {
    summary: `The simulation answered as the stub ${id} has it.`,
    sources: [
      { outcome: 'passedOver', why: `the stub ${id} matches, and scripts only the lifecycle, the delay or the fault` }
    ],
    stubs: [{ id, outcome: 'answered' }]
  })
})

t.test('a stub that was added since is told of', async t => {
  const { ask, world } = await startOven(t)
  const { id } = await ask('POST', '/breads', RYE)
  await world.stub({ operation: 'oven.bake' })
  t.match((await world.why(id)).stubs, [{ why: 'it matches now: it was added or changed since' }])
})

t.test('a request that prefers a documented response goes past the simulation', async t => {
  const { ask, world } = await startOven(t)
  const preferred = await ask('POST', '/breads', { ...RYE, headers: { prefer: 'code=409' } })
  const why = 'the request prefers a documented response, by Prefer'
  t.match(preferred.sources[2], { source: 'simulation', outcome: 'notAsked', why })
  await world.settings.patch({ operations: { 'oven.bake': { code: 409 } } })
  const preset = await ask('POST', '/breads', RYE)
  t.match(preset.sources[2], { outcome: 'notAsked', why: 'the settings of the world prefer a documented response' })
})

t.test('a refused request asked no source, and says why', async t => {
  const { ask, world } = await startOven(t)
  await world.stub({ operation: 'oven.bake', delay: 'PT0S' })
  const invalid = await ask('POST', '/breads', { body: {} })
  const summary = 'The request was refused: body /kind is required, but is missing.'
  t.match(invalid, { source: 'refusal', summary })
  t.same(invalid.sources.map(({ outcome }) => outcome), Array.from({ length: 6 }, () => 'notAsked'))
  t.match(invalid.stubs, [{ outcome: 'notAsked', why: 'the request was refused before' }])
  t.match(await ask('GET', '/named', { headers: { accept: 'image/png' } }), {
    summary: 'The request was refused: no response is of a media type that it accepts.',
    sources: [{ source: 'stub', outcome: 'passedOver' }, { outcome: 'notAsked' }]
  })
})

t.test('a request that matches no operation comes with the nearest, and the routes of stubs', async t => {
  const { ask, world } = await startOven(t)
  await world.stub({ operation: { method: 'GET', path: '/names' }, contract: 'off', reply: { status: 200 } })
  t.match(await ask('GET', '/nameds'), {
    operation: null,
    summary: 'The request matches no operation.',
    sources: [],
    operations: [
      { operation: 'oven.named', method: 'GET', path: '/named', why: '"nameds" should be "named"' },
      { operation: 'GET /names' }
    ]
  })
})

t.test('a request that was passed on tells of the service', async t => {
  const context = { operation: undefined, stubs: [], isSimulated: true, hasHandler: false, isPreset: false, lines: [] }
  const explain = (parts: Parameters<typeof exchange>[0]) => explainAnswer(exchange(parts), 'w', context)
  const answered = explain({ source: 'proxy' })
  t.match(answered, { summary: 'The service answered.' })
  t.same(answered.sources.map(({ outcome, source }) => `${source} ${outcome}`), [
    'stub passedOver',
    'module notAsked',
    'simulation notAsked',
    'proxy answered'
  ])
  t.match(explain({ source: 'proxy', operation: undefined }), {
    summary: 'The request matches no operation, and the service answered.',
    sources: []
  })
  t.match(explain({ source: 'refusal', status: 502 }), {
    summary: 'The request was refused: the service did not answer.',
    sources: [{ source: 'stub', outcome: 'passedOver' }, { outcome: 'notAsked' }]
  })
})
