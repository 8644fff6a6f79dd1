import t from 'tap'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { createStandin } from '../../src/index.ts'
import type { StandinOptions } from '../../src/index.ts'
import { Random } from '../../src/worlds/random.ts'
import { START, bakeryFolder } from '../storage/kept-bakery.ts'

const SEEDS = 3
const STEPS = 60
const KINDS = ['rye', 'spelt', 'oats']
const WORLDS = ['', '/~other']
/** Members of dumps and answers that are of the real time. */
const REAL_TIME = new Set(['realAt', 'tookMs'])

const SCENARIO = {
  description: 'Less bread, and none is found once.',
  settings: { limits: { 'bakery.loaves': { max: 3 } } },
  stubs: [{ operation: 'bakery.look', times: 1, reply: { status: 404, body: { message: 'by scenario' } } }]
}

type Step = (random: Random) => InjectOptions

function pick<T> (random: Random, list: readonly T[]): T {
  const picked = list[random.below(list.length)]
  if (picked === undefined) throw new RangeError('the list is empty')
  return picked
}

const post = (url: string, payload: object, headers = {}): InjectOptions => ({ method: 'POST', url, payload, headers })

const id = (random: Random): string => `7f9c24e8-3b12-4c6a-9d7e-00000000000${random.below(4)}`

/** Each makes a request whose answer depends on all that came before. */
const STEPS_BY_CHANCE: readonly Step[] = [
  ...Array<Step>(4).fill(random => {
    const key = random.below(2) === 0 ? { 'idempotency-key': pick(random, KINDS) } : {}
    const tell = random.below(2) === 0 ? { tell: 'http://127.0.0.1:1/' } : {}
    return post('/breads', { kind: pick(random, KINDS), ...tell }, { 'x-baker': pick(random, KINDS), ...key })
  }),
  random => ({ method: 'GET', url: `/breads/${id(random)}` }),
  random => ({ method: 'HEAD', url: `/breads/${id(random)}` }),
  () => ({ method: 'GET', url: '/nowhere' }),
  () => ({ method: 'DELETE', url: '/breads' }),
  () => ({ method: 'GET', url: '/stubbed/here' }),
  random => post('/__admin/clock/advance', { by: pick(random, ['PT1S', 'PT3S', 'PT40S']) }),
  random => post('/__admin/clock/advance', { to: pick(random, ['next', 'idle']) }),
  random => post('/__admin/stubs', {
    operation: 'bakery.look',
    ...random.below(2) === 0 ? { times: 2 } : { when: { chance: 0.5 } },
    reply: { status: 200, body: { id: 'stubbed' } }
  }),
  random => post('/__admin/stubs', {
    operation: 'GET /stubbed/{name}',
    when: { call: { from: 2 } },
    reply: { status: 200, body: { kind: pick(random, KINDS) } }
  }),
  random => ({
    method: 'PUT',
    url: `/__admin/stubs/${pick(random, KINDS)}`,
    payload: { operation: 'bakery.bake', times: 1, reply: { status: 409, body: { message: pick(random, KINDS) } } }
  }),
  random => ({ method: 'DELETE', url: `/__admin/stubs/${pick(random, KINDS)}` }),
  random => ({
    method: 'PATCH',
    url: '/__admin/settings',
    payload: { progression: pick<unknown>(random, ['clock', 'manual', { polls: 2 }, null]) }
  }),
  random => ({
    method: 'PUT',
    url: `/__admin/resources/bakery.Bread/${id(random)}`,
    payload: { members: { kind: pick(random, KINDS) } }
  }),
  random => ({ method: 'DELETE', url: `/__admin/resources/bakery.Bread/${id(random)}` }),
  random => ({ method: 'PUT', url: `/__admin/scenarios/${pick(random, KINDS)}`, payload: SCENARIO }),
  random => post(`/__admin/scenarios/${pick(random, KINDS)}/start`, { add: random.below(2) === 0 }),
  () => ({ method: 'POST', url: '/__admin/scenarios/stop' }),
  () => ({ method: 'DELETE', url: '/__admin/requests' }),
  () => ({ method: 'POST', url: '/__admin/callbacks/1/redeliver' }),
  random => random.below(4) > 0 ? { method: 'GET', url: '/__admin/clock' } : { method: 'POST', url: '/__admin/reset' },
  () => ({ method: 'GET', url: '/__admin/resources/bakery.Bread' })
]

async function start (folder: string, options: StandinOptions): Promise<FastifyInstance> {
  return await createStandin({ openapi: [`${folder}/bakery.yaml`], startsAt: START, clock: 'frozen', ...options })
}

async function ask (app: FastifyInstance, options: InjectOptions): Promise<object> {
  const { headers, payload, statusCode } = await app.inject(options)
  const body: unknown = payload.startsWith('{') ? JSON.parse(payload, withoutRealTime) : payload
  return { statusCode, type: headers['content-type'], retry: headers['retry-after'], body }
}

function withoutRealTime (name: string, value: unknown): unknown {
  return REAL_TIME.has(name) ? undefined : value
}

for (let seed = 1; seed <= SEEDS; seed++) {
  t.test(`a world with the seed ${seed} answers as if its server had never stopped`, async t => {
    const folder = bakeryFolder(t)
    const random = new Random(`restarts ${seed}`)
    const options = { maxExchanges: 30, maxResources: 6, seed }
    const steady = await start(folder, options)
    let kept = await start(folder, { ...options, data: `${folder}/data` })
    t.teardown(async () => await Promise.all([steady.close(), kept.close()]))
    for (let step = 0; step < STEPS; step++) {
      const request = pick(random, STEPS_BY_CHANCE)(random)
      const asked = { ...request, url: `${pick(random, WORLDS)}${String(request.url)}` }
      const expected = await ask(steady, asked)
      const told = `${step}: ${asked.method} ${asked.url}`
      if (!t.same(await ask(kept, asked), expected, told)) return
      if (random.below(6) > 0) continue
      await kept.close()
      kept = await start(folder, { ...options, data: `${folder}/data` })
      for (const world of WORLDS) {
        const dump = { url: `${world}/__admin/dump?journal=true` }
        if (!t.same(await ask(kept, dump), await ask(steady, dump), `the dump after step ${step}`)) return
      }
    }
  })
}
