import t from 'tap'
import { DEFAULT_SETTINGS } from '../../src/worlds/settings.ts'
import { DEFAULT_WORLD, Worlds } from '../../src/worlds/worlds.ts'

function createWorlds (maxWorlds: number): Worlds {
  return new Worlds({ seed: 1, startsAt: 0, indexes: [], maxResources: 10, maxExchanges: 10, maxWorlds })
}

function namesOf (worlds: Worlds): string[] {
  return worlds.list().map(world => world.name)
}

t.test('a world is made when it is first used, and is the same from then on', async t => {
  const worlds = createWorlds(10)
  t.same(namesOf(worlds), [])

  const world = worlds.get(DEFAULT_WORLD)
  t.equal(worlds.get('default'), world)
  t.not(worlds.get('other'), world)
  t.equal(worlds.get('default'), world)
  t.same(namesOf(worlds), ['other', 'default'])
})

t.test('past the bound, the longest unused world goes', async t => {
  const worlds = createWorlds(2)
  worlds.get('a')
  worlds.get('b')
  worlds.get('a')
  worlds.get('c')

  t.same(namesOf(worlds), ['a', 'c'])
  t.equal(worlds.dropped, 1)
})

t.test('a world that is only read is a draft, until it is used', async t => {
  const worlds = createWorlds(2)
  worlds.get('a')
  const draft = worlds.read('b')
  t.same(namesOf(worlds), ['a'])
  t.equal(worlds.read('b'), draft, 'it is the same for all that read it')
  t.same(worlds.listAll().map(({ name }) => name), ['a', 'b'])
  t.equal(worlds.read('a'), worlds.get('a'))

  t.equal(worlds.get('b'), draft, 'those that wait in it go on')
  t.same(namesOf(worlds), ['a', 'b'])
  t.same(worlds.listAll().map(({ name }) => name), ['a', 'b'])
})

t.test('drafts evict one another, the longest unread first, and no world', async t => {
  const worlds = createWorlds(2)
  worlds.get('a')
  worlds.get('b')
  const drafts = ['c', 'd', 'c', 'e', 'f'].map(name => worlds.read(name))
  t.same(drafts.map(({ hasEnded }) => hasEnded), [true, true, true, false, false])
  t.same(namesOf(worlds), ['a', 'b'])
  t.equal(worlds.dropped, 0)
  t.same(worlds.listAll().map(({ name }) => name), ['a', 'b', 'e', 'f'])
})

t.test('a draft is deleted, reset and closed as worlds are', async t => {
  const worlds = createWorlds(2)
  const [first, second, third] = [worlds.read('a'), worlds.read('b'), worlds.read('c')]
  t.ok(first.hasEnded)
  t.equal(worlds.delete('b'), true)
  t.equal(worlds.delete('b'), false)
  t.ok(second.hasEnded)
  t.not(worlds.reset('c'), third)
  t.ok(third.hasEnded)
  const last = worlds.read('d')
  worlds.close()
  t.ok(last.hasEnded)
  t.throws(() => worlds.read('~'), { code: 'STANDIN_INVALID_WORLD_NAME' })
})

t.test('a world that is reset or deleted starts anew, and waits for nothing', async t => {
  const worlds = createWorlds(10)
  const before = worlds.get('a')
  before.store.putSettings({ ...DEFAULT_SETTINGS, delayMs: 5 })
  before.schedule.add({ at: 1_000_000, run: async () => { t.fail('the world is gone') } })

  const after = worlds.reset('a')
  t.not(after, before)
  t.equal(worlds.get('a'), after)
  t.same(after.settings, DEFAULT_SETTINGS)
  t.equal(before.schedule.next(), undefined)

  t.equal(worlds.delete('a'), true)
  t.equal(worlds.delete('a'), false)
  t.not(worlds.get('a'), after)
})

t.test('closing the worlds ends what each waits for', async t => {
  const worlds = createWorlds(10)
  const agendas = ['a', 'b'].map(name => worlds.get(name).schedule)
  for (const schedule of agendas) {
    schedule.add({
      at: 1_000_000,
      run: async () => { t.fail('they are closed') }
    })
  }

  worlds.close()
  t.same(agendas.map(schedule => schedule.next()), [undefined, undefined])
})

t.test('a name that could not stand in a URL or a header is refused', async t => {
  const worlds = createWorlds(10)
  for (const name of ['a', 'A-1_b.c', '0', 'x'.repeat(64)]) t.equal(worlds.get(name).name, name)
  for (const name of [
    '',
    '.',
    '..',
    '-a',
    'a b',
    'a/b',
    '~a',
    'ä',
    'a\n',
    '__proto__',
    'x'.repeat(65),
    '%2e'
  ]) {
    t.throws(
      () => worlds.get(name),
      { code: 'STANDIN_INVALID_WORLD_NAME', statusCode: 400 },
      JSON.stringify(name)
    )
  }
  t.equal(worlds.get('constructor').name, 'constructor')
})
