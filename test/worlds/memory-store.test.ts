import t from 'tap'
import type { Exchange } from '../../src/worlds/exchange.ts'
import { keyOf } from '../../src/worlds/indexed-resources.ts'
import { MemoryStore } from '../../src/worlds/memory-store.ts'
import type { MemoryStoreOptions } from '../../src/worlds/memory-store.ts'
import type { Resource } from '../../src/worlds/resource.ts'
import { DEFAULT_SETTINGS } from '../../src/worlds/settings.ts'
import type { Guard, ResourceDraft, ResourceIndex } from '../../src/worlds/resource-verbs.ts'
import type { StoredStub } from '../../src/worlds/stub-verbs.ts'

const PROGRESS = { lifecycle: 'success', stages: [], progression: 'clock', stage: 0, since: 0, reads: 0 } as const
const BY_ENTITY: ResourceIndex = { id: 'by entity', type: 'mews.Export', names: ['EntityType', 'token'] }

function createStore (options: Partial<MemoryStoreOptions> = {}): MemoryStore {
  const defaults = { seed: 'test', startsAt: 0, indexes: [BY_ENTITY], maxResources: 100, maxExchanges: 3 }
  return new MemoryStore({ ...defaults, ...options })
}

function draft (id: string, EntityType = 'Bill'): ResourceDraft {
  return {
    type: 'mews.Export',
    created: 0,
    members: { EntityType },
    hidden: { token: 'T' },
    progress: PROGRESS,
    makeId: () => id
  }
}

function seed (id: string, EntityType = 'Bill'): Resource {
  const { makeId, ...rest } = draft(id, EntityType)
  return { ...rest, id: makeId(), number: 0 }
}

function guard (weigh: Guard['weigh'], max = 1): Guard {
  return { index: BY_ENTITY, key: keyOf(['Bill', 'T']), max, weigh }
}

function idsOf (resources: readonly Resource[]): string[] {
  return resources.map(resource => resource.id)
}

t.test('resources are found by id, by type and by an index, oldest first', async t => {
  const store = createStore()
  store.insert(draft('a'), [])
  store.insert(draft('b', 'Account'), [])
  store.insert(draft('c'), [])
  store.put({ ...seed('d'), type: 'vcf.ExportTask' })

  t.match(store.get('mews.Export', 'b'), { id: 'b', number: 2, members: { EntityType: 'Account' } })
  t.equal(store.get('mews.Export', 'x'), undefined)
  t.equal(store.get('et.Command', 'a'), undefined)
  t.same(idsOf(store.list('mews.Export')), ['a', 'b', 'c'])
  t.same(idsOf(store.list()), ['a', 'b', 'c', 'd'])
  t.same(store.list('et.Command'), [])
  t.same(idsOf(store.listBy(BY_ENTITY, keyOf(['Bill', 'T']))), ['a', 'c'])
  t.same(store.listBy(BY_ENTITY, keyOf(['Bill', 'other'])), [])
})

t.test('a resource takes the place of the one with its id, in the indexes too', async t => {
  const store = createStore()
  store.put(seed('a'))
  store.put(seed('a', 'Account'))

  t.same(idsOf(store.list()), ['a'])
  t.same(store.listBy(BY_ENTITY, keyOf(['Bill', 'T'])), [])
  t.same(idsOf(store.listBy(BY_ENTITY, keyOf(['Account', 'T']))), ['a'])
})

t.test('what was deleted is absent, which is more than unknown, until it is put again', async t => {
  const store = createStore()
  store.put(seed('a'))
  store.delete('mews.Export', 'a')
  store.delete('mews.Export', 'never was')

  t.equal(store.get('mews.Export', 'a'), 'absent')
  t.equal(store.get('mews.Export', 'never was'), 'absent')
  t.same(store.list(), [])
  t.same(store.listBy(BY_ENTITY, keyOf(['Bill', 'T'])), [])

  store.put(seed('a'))
  t.match(store.get('mews.Export', 'a'), { id: 'a' })
})

t.test('an id that is used again after its resource was deleted is the latest', async t => {
  const store = createStore()
  const changes: Array<readonly [key: string, isGone: boolean]> = []
  store.recordTo({ changed: (_kind, key, value) => { changes.push([key, value === undefined]) } })
  for (const id of ['1', '2']) store.insert(draft(id), [])
  store.delete('mews.Export', '1')
  changes.length = 0
  store.insert(draft('1'), [])
  t.same(idsOf(store.list('mews.Export')), ['2', '1'])
  t.same(changes, [['mews.Export 1', true], ['mews.Export 1', false]], 'its part is put after the others')
})

t.test('a guard refuses one more than may count, and says which do', async t => {
  const store = createStore()
  const onlyTwo = guard(() => 'counts', 2)
  t.match(store.insert(draft('a'), [onlyTwo]), { kind: 'inserted', resource: { id: 'a' } })
  t.match(store.insert(draft('b'), [onlyTwo]), { kind: 'inserted' })
  t.match(store.insert(draft('other', 'Account'), []), { kind: 'inserted' })

  const refused = store.insert(
    { ...draft('c'), makeId: () => { throw new Error('no id is used up') } },
    [guard(() => 'counts', 9), onlyTwo]
  )
  t.match(refused, { kind: 'refused', guard: onlyTwo, counted: [{ id: 'a' }, { id: 'b' }] })
  t.equal(store.get('mews.Export', 'c'), undefined)
})

t.test('a guard looks again at what may count later, and never at what is gone', async t => {
  const store = createStore()
  const weights = new Map<string, ReturnType<Guard['weigh']>>([['a', 'gone'], ['b', 'may-count']])
  const looks: string[] = []
  const once = guard(({ id }) => {
    looks.push(id)
    return weights.get(id) ?? 'counts'
  })
  store.put(seed('a'))
  store.put(seed('b'))

  t.equal(store.insert(draft('c', 'Account'), [once]).kind, 'inserted')
  t.same(looks.splice(0), ['a', 'b'])

  weights.set('b', 'counts')
  t.match(store.insert(draft('d', 'Account'), [once]), { kind: 'refused', counted: [{ id: 'b' }] })
  t.same(looks, ['b'])
})

t.test('past the bound, the oldest that a request created makes room, in the indexes too', async t => {
  const store = createStore({ maxResources: 3 })
  store.put(seed('seeded'))
  for (const id of ['a', 'b', 'c', 'd']) store.insert(draft(id), [])

  t.same(idsOf(store.list()), ['seeded', 'c', 'd'])
  t.same(idsOf(store.listBy(BY_ENTITY, keyOf(['Bill', 'T']))), ['seeded', 'c', 'd'])
  t.equal(store.get('mews.Export', 'a'), undefined)
  t.equal(store.droppedResources(), 2)
})

t.test('what was seeded never makes room: where nothing else is left, one more is refused', async t => {
  const store = createStore({ maxResources: 2 })
  store.put(seed('a'))
  store.put(seed('b'))

  const full = { code: 'STANDIN_RESOURCES_FULL', statusCode: 507, message: /holds 2 resources/ }
  t.throws(() => store.put(seed('c')), full)
  t.throws(() => store.insert(draft('c'), []), full)
  t.throws(() => store.delete('mews.Export', 'never was'), full)
  t.same(idsOf(store.list()), ['a', 'b'])

  store.put(seed('b', 'Account'))
  t.same(idsOf(store.listBy(BY_ENTITY, keyOf(['Account', 'T']))), ['b'], 'replacing one needs no room')
})

t.test('numbers count up for each type by itself', async t => {
  const store = createStore()
  const numbers = [store.nextNumber('a', 74780), store.nextNumber('a', 74780), store.nextNumber('b', 1)]
  t.same(numbers, [74780, 74781, 1])
})

t.test('a limit counts the uses of a key until its window ends', async t => {
  const store = createStore()
  const quota = { max: 2, ms: 1_000 }
  const use = (key: string) => ({ limit: 'mews.requests', key, quota })
  const count = (key: string, now: number) => store.count([use(key)], now)[0]

  const none = { retryAt: undefined }
  t.same(store.usage(use('k'), 0), { allowed: true, remaining: 2, reset: undefined, ...none })
  t.same(count('k', 0), { allowed: true, remaining: 1, reset: 1_000, ...none })
  t.same(count('k', 999), { allowed: true, remaining: 0, reset: 1_000, ...none })
  t.same(count('k', 999), { allowed: false, remaining: 0, reset: 1_000, retryAt: 1_000 })
  t.same(store.usage(use('k'), 999), { allowed: false, remaining: 0, reset: 1_000, retryAt: 1_000 })
  t.same(count('other', 999), { allowed: true, remaining: 1, reset: 1_999, ...none })
  t.same(count('k', 1_000), { allowed: true, remaining: 1, reset: 2_000, ...none })
})

t.test('a limit that was lowered under what is used leaves nothing, not less', async t => {
  const store = createStore()
  const use = (max: number, key = 'k') => ({ limit: 'l', key, quota: { max, ms: 1_000 } })
  for (let times = 0; times < 5; times++) store.count([use(5)], 0)
  t.same(store.usage(use(2), 0), { allowed: false, remaining: 0, reset: 1_000, retryAt: 1_000 })
  const [refused] = store.count([use(0, 'new')], 0)
  t.same(refused, { allowed: false, remaining: 0, reset: undefined, retryAt: undefined })
})

t.test('a token bucket is full at first, and is filled evenly', async t => {
  const store = createStore()
  const use = { limit: 'l', key: 'k', quota: { max: 3, ms: 1_000, burst: 2 } }
  const left = (now: number) => store.usage(use, now).remaining
  const count = (now: number) => store.count([use], now)[0]
  t.equal(left(0), 2)
  t.match([count(0), count(0)], [{ allowed: true, remaining: 1 }, { allowed: true, remaining: 0 }])
  const refused = count(100)
  t.match(refused, { allowed: false, remaining: 0 })
  t.equal(Math.ceil(refused?.retryAt ?? 0), 334)
  t.same([left(333), left(334), left(666), left(667), left(1e9)], [0, 1, 1, 2, 2], 'a token a third of a second')
  for (let time = 1_000; time < 4_000; time += 334) t.equal(count(time)?.allowed, true, `at that pace: ${time}`)
  const empty = { ...use, key: 'none', quota: { max: 0, ms: 1_000, burst: 2 } }
  t.match(store.count([empty], 0), [{ allowed: false, remaining: 0, retryAt: undefined }])
})

t.test('limits count a use together, or none does', async t => {
  const store = createStore()
  const use = (limit: string, max: number) => ({ limit, key: 'k', quota: { max, ms: 1_000 } })
  const [wide, narrow] = [use('wide', 3), use('narrow', 1)]
  t.match(store.count([wide, narrow], 0), [{ remaining: 2 }, { remaining: 0, allowed: true }])
  for (let times = 0; times < 5; times++) {
    t.match(store.count([wide, narrow], 0), [{ allowed: true, remaining: 2 }, { allowed: false }])
  }
  t.equal(store.usage(wide, 0).remaining, 2, 'the one that refused alone was full')
})

t.test('an answer is remembered for its key, whatever it is', async t => {
  const store = createStore()
  t.equal(store.recall('commands', 'k'), undefined)
  store.remember('commands', 'k', undefined)
  t.same(store.recall('commands', 'k'), { answer: undefined })
  t.equal(store.recall('others', 'k'), undefined)

  store.remember('others', 'k', 2)
  t.same(store.recall('others', 'k'), { answer: 2 })
  t.same(store.recall('commands', 'k'), { answer: undefined })
})

t.test('the latest stub that matches and has a use left is taken, and used', async t => {
  const store = createStore()
  const always: StoredStub = { id: 'always', operation: 'mews.addExport', used: 0 }
  const twice: StoredStub = { id: 'twice', operation: 'mews.addExport', times: 2, used: 0 }
  const picky: StoredStub = { id: 'picky', operation: 'mews.addExport', used: 0 }
  for (const stub of [always, twice, picky]) store.addStub(stub)

  const take = () => store.takeStub(['mews.addExport'], stub => stub.id !== 'picky')?.stub.id
  t.same([take(), take(), take()], ['twice', 'twice', 'always'])
  t.equal(store.takeStub(['mews.getAllExports'], () => true), undefined)
  t.same(store.stubs().map(({ id, used }) => [id, used]), [['picky', 0], ['twice', 2], ['always', 1]])
})

t.test('the stubs of several operations are taken by priority and turn, whichever names them', async t => {
  const store = createStore()
  const names = ['mews.addExport', 'mews.*', '*']
  const stubs: ReadonlyArray<readonly [id: string, operation: string, priority: number]> = [
    ['all', '*', 0],
    ['own', 'mews.addExport', 0],
    ['api', 'mews.*', 0],
    ['other', 'vcf.*', 9],
    ['first', '*', 1]
  ]
  for (const [id, operation, priority] of stubs) store.addStub({ id, operation, priority, times: 1, used: 0 })
  const taken = Array.from({ length: 5 }, () => store.takeStub(names, () => true)?.stub.id)
  t.same(taken, ['first', 'api', 'own', 'all', undefined])
})

t.test('a stub that replaces another keeps its turn and its place in the list', async t => {
  const store = createStore()
  for (const id of ['a', 'b', 'c']) store.addStub({ id, operation: 'mews.addExport', used: 0 })
  store.addStub({ id: 'b', operation: 'mews.addExport', times: 5, used: 0 })
  t.same(store.stubs().map(({ id }) => id), ['c', 'b', 'a'])
  t.equal(store.takeStub(['mews.addExport'], ({ id }) => id !== 'c')?.stub.id, 'b')
  store.addStub({ id: 'b', operation: 'mews.getAllExports', used: 0 })
  t.equal(store.takeStub(['mews.addExport'], ({ id }) => id !== 'c')?.stub.id, 'a')
  t.equal(store.takeStub(['mews.getAllExports'], () => true)?.stub.id, 'b')
})

t.test('a share of the requests is drawn by the seed, the same at every run', async t => {
  const draw = (seed: string, id: string, chance: number): string => {
    const store = createStore({ seed })
    store.addStub({ id, operation: 'mews.addExport', chance, used: 0 })
    const taken = Array.from({ length: 1000 }, () => store.takeStub(['mews.addExport'], () => true) !== undefined)
    return taken.map(Number).join('')
  }
  const count = (drawn: string) => drawn.replaceAll('0', '').length
  t.equal(draw('1', 's', 0.1), draw('1', 's', 0.1))
  t.not(draw('1', 's', 0.1), draw('2', 's', 0.1))
  t.not(draw('1', 's', 0.1), draw('1', 'other', 0.1))
  t.ok(Math.abs(count(draw('1', 's', 0.1)) - 100) < 30)
  t.equal(count(draw('1', 's', 0)), 0)
  t.equal(count(draw('1', 's', 1)), 1000)
})

t.test('a request is drawn for only where all else matches and nothing goes before', async t => {
  const store = createStore()
  store.addStub({ id: 'some', operation: 'a', chance: 0.5, used: 0 })
  store.takeStub(['a'], () => false)
  store.addStub({ id: 'above', operation: 'a', priority: 1, times: 1, used: 0 })
  store.takeStub(['a'], () => true)
  t.equal(store.getStub('some')?.drawn, undefined)
  store.takeStub(['a'], () => true)
  t.equal(store.getStub('some')?.drawn, 1)
})

t.test('the routes of stubs are found by method and path, as long as there are any', async t => {
  const store = createStore()
  const route = (id: string, method: string, path: string) =>
    store.addStub({ id, operation: `${method} ${path}`, route: { method, path }, used: 0 })
  t.same(store.routesAt('GET', '/a/b'), [])
  route('1', 'GET', '/a/b')
  route('2', 'GET', '/a/{id}')
  route('3', 'GET', '/a/b')
  route('4', 'POST', '/a/b')
  t.same(store.routesAt('GET', '/a/b'), ['GET /a/b', 'GET /a/{id}'])
  t.same(store.routesAt('GET', '/a/%62/'), ['GET /a/b', 'GET /a/{id}'])
  t.same(store.routesAt('GET', '/a/c'), ['GET /a/{id}'])
  t.same(store.routesAt('GET', '/a'), [])
  t.same(store.routesAt('GET', '/a/b/c'), [])
  t.same(store.routesAt('GET', '/a/%'), ['GET /a/{id}'])
  store.deleteStub('1')
  t.same(store.routesAt('GET', '/a/b'), ['GET /a/b', 'GET /a/{id}'])
  store.deleteStub('3')
  store.deleteStub('2')
  t.same(store.routesAt('GET', '/a/b'), [])
  t.same(store.routesAt('POST', '/a/b'), ['POST /a/b'])
  store.deleteStubs()
  t.same(store.routesAt('POST', '/a/b'), [])
})

t.test('stubs are listed latest first over all operations, and deleted by id or all at once', async t => {
  const store = createStore()
  for (const [id, operation] of [
    ['1', 'a'],
    ['2', 'b'],
    ['3', 'a']
  ] as const) store.addStub({ id, operation, used: 0 })
  const ids = () => store.stubs().map(stub => stub.id)

  t.same(ids(), ['3', '2', '1'])
  t.equal(store.deleteStub('2'), true)
  t.equal(store.deleteStub('2'), false)
  t.same(ids(), ['3', '1'])
  t.equal(store.takeStub(['b'], () => true), undefined)

  store.deleteStubs()
  t.same(ids(), [])
  t.equal(store.takeStub(['a'], () => true), undefined)
})

t.test('the latest exchanges are kept', async t => {
  const store = createStore({ maxExchanges: 2 })
  for (const id of ['1', '2', '3']) store.append({ id } as Exchange)  // the store looks at nothing in it

  t.same(store.exchanges().map(exchange => exchange.id), ['2', '3'])
  t.equal(store.droppedExchanges(), 1)

  store.deleteExchanges()
  t.same(store.exchanges(), [])
})

t.test('what is forgotten was never spoken of, and gives its room back', async t => {
  const store = createStore({ maxResources: 2 })
  store.put(seed('a'))
  store.delete('mews.Export', 'b')
  t.equal(store.room(), 0)
  for (const id of ['a', 'b', 'c']) {
    store.forget('mews.Export', id)
    t.equal(store.get('mews.Export', id), undefined)
  }
  t.same(store.listBy(BY_ENTITY, keyOf(['Bill', 'T'])), [])
  t.equal(store.room(), 2)
  store.insert(draft('d'), [])
  t.equal(store.room(), 2, 'what requests created goes when room is needed')
})

t.test('a seeded resource takes the place of the one with its id, which ends, and never makes room', async t => {
  const store = createStore({ maxResources: 2 })
  const { makeId, ...rest } = draft('a')
  const first = store.seed({ ...rest, id: 'a' })
  t.match(first, { resource: { id: 'a', number: 1 }, replaced: undefined })

  const stages = [{ status: 'Pending', ms: undefined }]
  const second = store.seed({ ...rest, id: 'a', progress: { ...PROGRESS, stages } })
  t.equal(second.replaced, first.resource)
  t.equal(store.get('mews.Export', 'a'), second.resource)
  t.match(second.resource, { number: 2, progress: { stages } })

  store.seed({ ...rest, id: 'b' })
  t.throws(() => store.seed({ ...rest, id: 'c' }), { code: 'STANDIN_RESOURCES_FULL' })
  t.equal(store.delete('mews.Export', 'a'), second.resource)
  t.same(second.resource.progress.stages, [])
})

t.test('an update changes what it is told to in place, and in the indexes', async t => {
  const store = createStore()
  store.insert(draft('a'), [])
  const resource = store.get('mews.Export', 'a')

  t.equal(store.update('mews.Export', 'a', () => ({ members: { EntityType: 'Account' } })), resource)
  t.match(resource, { members: { EntityType: 'Account' }, hidden: { token: 'T' } })
  t.same(store.listBy(BY_ENTITY, keyOf(['Bill', 'T'])), [])
  t.same(store.listBy(BY_ENTITY, keyOf(['Account', 'T'])), [resource])

  t.equal(
    store.update('mews.Export', 'a', ({ progress }) => ({ progress: { ...progress, reads: 1 } })),
    resource
  )
  t.match(resource, { progress: { reads: 1 } })
  t.same(store.listBy(BY_ENTITY, keyOf(['Account', 'T'])), [resource])

  t.equal(store.update('mews.Export', 'a', () => undefined), undefined)
  t.equal(store.update('mews.Export', 'never was', () => ({})), undefined)
})

t.test('settings, counters and scenarios are kept', async t => {
  const store = createStore()
  t.equal(store.settings, DEFAULT_SETTINGS)
  store.putSettings({ ...DEFAULT_SETTINGS, delayMs: 5 })
  t.equal(store.settings.delayMs, 5)

  t.equal(store.latestNumber('exchanges'), undefined)
  store.nextNumber('exchanges', 1)
  t.equal(store.latestNumber('exchanges'), 1)

  const scenario = { name: 'failure', file: undefined, document: { description: 'It fails.' } }
  t.equal(store.putScenario(scenario), true)
  t.equal(store.putScenario(scenario), false)
  t.same([...store.scenarios()], [['failure', scenario]])
  t.equal(store.deleteScenario('failure'), true)
  t.equal(store.deleteScenario('failure'), false)

  const settings = { patch: {}, before: DEFAULT_SETTINGS }
  const running = {
    name: 'failure',
    document: scenario.document,
    parameters: {},
    stubs: [],
    settings,
    seeded: []
  }
  store.addRunningScenario(running)
  t.same(store.runningScenarios(), [running])
  store.deleteRunningScenarios()
  t.same(store.runningScenarios(), [])
})
