import t from 'tap'
import type { Test } from 'tap'
import type { StandinOptions } from '../../src/standin-options.ts'
import { startStandin } from '../start-standin.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

/** Describes an operation that answers with its own name and what its parameters stand for. */
function named (operationId: string, path: string): object {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  return {
    operationId,
    parameters: names.map(name => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    responses: { 200: { description: 'Found.', content: { 'application/json': { schema: {} } } } },
    'x-standin': { reply: { status: 200, body: [operationId, ...names.map(name => `$request.path.${name}`)] } }
  }
}

const PATHS = {
  '/pets': { get: named('listPets', '/pets') },
  '/Pets/{PetId}': { get: named('readPet', '/Pets/{PetId}'), head: named('askPet', '/Pets/{PetId}') },
  '/files/{Name}.{Format}': { get: named('readFile', '/files/{Name}.{Format}') },
  '/v1/{Name}:Cancel': { post: named('cancel', '/v1/{Name}:Cancel') },
  '/Ärzte': { get: named('listDoctors', '/Ärzte') },
  '/old//style': { get: named('readOld', '/old//style') }
}

async function start (t: Test, options: StandinOptions = {}, paths: object = PATHS) {
  const document = { openapi: '3.1.0', info: { title: 'Pets', version: '1' }, servers: [{ url: '/API' }], paths }
  const folder = t.testdir({ 'pets.json': JSON.stringify(document) })
  const { app } = await startStandin(t, { openapi: [`${folder}/pets.json`], ...options })
  const ask = async (line: string, payload?: object) => {
    const [method = '', url = ''] = line.split(' ')
    const { body, statusCode } = await app.inject({ method: method as 'GET', url, payload, headers: JSON_TYPE })
    return `${statusCode} ${statusCode === 200 ? wordsIn(body) : body}`
  }
  const tell = async (line: string) => JSON.parse((await ask(line)).slice('404 '.length))
  return { app, ask, tell }
}

/** Returns the members of a list, or another body as it is. */
function wordsIn (body: string): string {
  const value: unknown = JSON.parse(body)
  return Array.isArray(value) ? value.join(' ') : body
}

/** Requests that are served only by an option. */
const SLASHES = [
  ['GET //pets', '200 listPets'],
  ['GET /pets//', '200 listPets'],
  ['GET /API//pets', '200 listPets'],
  ['GET //API///pets?filter=//a', '200 listPets'],
  ['GET //Pets//a%2F%2Fb', '200 readPet a//b'],
  ['GET ///files//Report.PDF', '200 readFile Report PDF'],
  ['GET /old/style', '200 readOld'],
  ['POST //v1//Job:Cancel', '200 cancel Job'],
  ['GET //~Checkout//pets', '200 listPets'],
  ['GET /~Checkout//Pets//A', '200 readPet A']
] as const

const CASE = [
  ['GET /PETS', '200 listPets'],
  ['GET /%50ets', '200 listPets'],
  ['GET /api/pets', '200 listPets'],
  ['GET /pets/AbC', '200 readPet AbC'],
  ['GET /PETS/%C3%84bC%2fd', '200 readPet ÄbC/d'],
  ['GET /FILES/Report.PDF', '200 readFile Report PDF'],
  ['POST /V1/Job:cancel', '200 cancel Job'],
  ['GET /~Checkout/api/pETS/AbC', '200 readPet AbC']
] as const

for (const [option, lines] of [['ignoreDuplicateSlashes', SLASHES], ['ignorePathCase', CASE]] as const) {
  t.test(`${option} serves paths that are not served without it`, async t => {
    const exact = await start(t)
    const loose = await start(t, { [option]: true })
    for (const [line, answer] of lines) {
      t.match(await exact.ask(line), /^404 /, line)
      t.equal(await loose.ask(line), answer, line)
    }
  })

  t.test(`with ${option}, paths as they are documented are served as before`, async t => {
    const { ask } = await start(t, { [option]: true })
    for (const [line, answer] of [
      ['GET /pets', '200 listPets'],
      ['GET /Pets/AbC', '200 readPet AbC'],
      ['GET /API/Pets/AbC', '200 readPet AbC'],
      ['GET /%C3%84rzte', '200 listDoctors'],
      ['GET /old//style', '200 readOld'],
      ['POST /v1/Job:Cancel', '200 cancel Job']
    ] as const) t.equal(await ask(line), answer, line)
    t.match(await ask('GET /nothing'), /^404 /)
  })
}

t.test('the methods of a path are those of all its forms', async t => {
  const { app } = await start(t, { ignoreDuplicateSlashes: true, ignorePathCase: true })
  const { headers, statusCode } = await app.inject({ method: 'PATCH', url: '//PETS//5' })
  t.equal(statusCode, 405)
  t.equal(headers.allow, 'GET, HEAD, OPTIONS')
})

t.test('among paths that differ only in case, the one of the request is served', async t => {
  const paths = {
    '/pets': { get: named('lower', '/pets'), head: named('askLower', '/pets') },
    '/Pets': { get: named('upper', '/Pets') },
    '/pets/{id}': { get: named('lowerOne', '/pets/{id}') },
    '/PETS/{Id}': { get: named('upperOne', '/PETS/{Id}') }
  }
  const { ask } = await start(t, { ignorePathCase: true }, paths)
  for (const [line, answer] of [
    ['GET /pets', '200 lower'],
    ['GET /Pets', '200 upper'],
    ['GET /PETS', '200 lower'],
    ['GET /API/Pets/', '200 upper'],
    ['GET /pets/A', '200 lowerOne A'],
    ['GET /PETS/A', '200 upperOne A'],
    ['GET /Pets/A', '200 lowerOne A']
  ] as const) t.equal(await ask(line), answer, line)
})

t.test('documents whose paths are the same by an option are rejected', async t => {
  const toDocument = (path: string) =>
    JSON.stringify({ openapi: '3.1.0', info: { title: 'Pets', version: '1' }, paths: { [path]: PATHS['/pets'] } })
  const folder = t.testdir({ 'one.json': toDocument('/pets'), 'two.json': toDocument('//Pets') })
  const openapi = [`${folder}/one.json`, `${folder}/two.json`]
  await startStandin(t, { openapi })
  await startStandin(t, { openapi, ignorePathCase: true })
  const both = startStandin(t, { openapi, ignoreDuplicateSlashes: true, ignorePathCase: true })
  await t.rejects(both, { code: 'STANDIN_INVALID_DOCUMENT', message: /GET \/\/Pets is served by .*one\.json as well/ })
})

t.test('stubs outside the document are found alike', async t => {
  const stub = {
    operation: { method: 'POST', path: '/OAuth//{Tenant}/token' },
    contract: 'off',
    reply: { status: 200, body: ['for', '$request.path.Tenant'] }
  }
  const { ask } = await start(t, { ignoreDuplicateSlashes: true, ignorePathCase: true })
  t.match(await ask('POST /__admin/stubs', stub), /^201 /)
  for (const path of ['/OAuth/AcMe/token', '//oauth/AcMe//TOKEN', '/%4FAuth/AcMe/token']) {
    t.equal(await ask(`POST ${path}`), '200 for AcMe', path)
  }
})

t.test('the paths of the stand-in itself have one case', async t => {
  const { ask } = await start(t, { ignoreDuplicateSlashes: true, ignorePathCase: true })
  t.match(await ask('GET //__admin//health'), /^200 /)
  t.match(await ask('PUT /__admin/scenarios/MiXed', { description: 'Nothing.', stubs: [] }), /^20\d .*"MiXed"/)
  t.match(await ask('GET /__ADMIN/health'), /^404 /)
})

t.test('the refusal names the difference and the option', async t => {
  const { ask, tell } = await start(t)
  const slashes = /--ignore-duplicate-slashes/
  const letters = /--ignore-path-case/
  for (const [line, named, unnamed] of [
    ['GET //pets', [/GET \/pets/, slashes], letters],
    ['GET /Pets//5', [slashes], letters],
    ['GET /old/style', [slashes], letters],
    ['GET /PETS', [/GET \/pets/, letters], slashes],
    ['GET /pets/5', [letters], slashes],
    ['POST /v1/Job:cancel', [letters], slashes],
    ['GET //PETS//5', [slashes, letters], /should be/]
  ] as const) {
    const { code, detail } = await tell(line)
    t.equal(code, 'STANDIN_UNKNOWN_PATH', line)
    for (const pattern of named) t.match(detail, pattern, line)
    t.notMatch(detail, unnamed, line)
  }
  for (const line of ['GET /pests', 'GET /nothing', 'POST //pets', 'GET /PETS/5/6']) {
    t.notMatch((await tell(line)).detail, /--ignore/, line)
  }
  const { requests: [first] } = JSON.parse((await ask('GET /__admin/requests/unmatched')).slice(4))
  t.match(first.nearest, [{ operation: 'pets.listPets', why: slashes }])
  t.match(await tell('GET /__admin//clock'), { detail: /the nearest is \/__admin\/clock/ })
})
