import type { Test } from 'tap'
import type { KeptPart, Storage, WorldChanges } from '../../src/storage/storage.ts'

/** A storage under test. */
export interface StorageUnderTest {
  /** Opens it, as each process does. */
  open (t: Test): Promise<Storage>
}

const NOTHING: WorldChanges = { clears: false, puts: [], deletes: [], due: undefined }

/** Returns the changes with which a world begins. */
export function beginning (...puts: KeptPart[]): WorldChanges {
  return { ...NOTHING, clears: true, puts }
}

async function partsOf (storage: Storage, world: string): Promise<readonly KeptPart[]> {
  const opened = await storage.open(world)
  if (opened.kind !== 'own') throw new Error(`${opened.url} uses it`)
  return opened.parts
}

/** Tests the rules that every storage has to keep. Each test has a storage of its own. */
export function testStorage (t: Test, create: (t: Test) => Promise<StorageUnderTest>): void {
  const start = async (t: Test): Promise<Storage> => (await create(t)).open(t)

  t.test('a world that is not kept has no parts, and is not listed', async t => {
    const storage = await start(t)
    t.same(await partsOf(storage, 'one'), [])
    t.equal(await storage.isOwn('one'), true)
    t.same(await storage.list(), [])
    t.equal(storage.failure, undefined)
  })

  t.test('parts come in the order in which they were first put, each with its latest value', async t => {
    const storage = await start(t)
    await partsOf(storage, 'one')
    await storage.save('one', beginning(['b', '1'], ['a', '2']))
    await storage.save('one', { ...NOTHING, puts: [['c', '3'], ['b', '4']], deletes: [] })
    await storage.save('one', { ...NOTHING, puts: [['d', '5'], ['a', '6']], deletes: ['a', 'none'] })
    t.same(await partsOf(storage, 'one'), [['b', '4'], ['c', '3'], ['d', '5'], ['a', '6']])
  })

  t.test('a world that begins anew has none of its parts from before', async t => {
    const storage = await start(t)
    await partsOf(storage, 'one')
    await storage.save('one', beginning(['a', '1'], ['b', '2']))
    await storage.save('one', beginning(['c', '3']))
    t.same(await partsOf(storage, 'one'), [['c', '3']])
  })

  t.test('worlds are listed in the order of their names, until they are deleted', async t => {
    const storage = await start(t)
    for (const world of ['two', 'one', 'Three']) {
      await partsOf(storage, world)
      await storage.save(world, beginning(['a', world]))
    }
    t.same(await storage.list(), ['Three', 'one', 'two'])
    await storage.save('two', beginning())
    t.same(await storage.list(), ['Three', 'one'])
    t.same(await partsOf(storage, 'two'), [])
    t.same(await partsOf(storage, 'one'), [['a', 'one']])
  })

  t.test('any text comes back as it was put', async t => {
    const storage = await start(t)
    const text = '\u0000 "\\ \r\n ü 漢 😀 {tag} ' + 'x'.repeat(100_000)
    await partsOf(storage, 'one')
    await storage.save('one', beginning([`requests ${text.slice(0, 50)}`, text]))
    t.same(await partsOf(storage, 'one'), [[`requests ${text.slice(0, 50)}`, text]])
  })

  t.test('a world of many parts comes back whole', async t => {
    const storage = await start(t)
    const parts = Array.from({ length: 5_003 }, (_, number): KeptPart => [`part ${number}`, String(number)])
    await partsOf(storage, 'one')
    await storage.save('one', beginning(...parts))
    t.same(await partsOf(storage, 'one'), parts)
  })

  t.test('saves of many worlds at once are all kept', async t => {
    const storage = await start(t)
    const worlds = Array.from({ length: 50 }, (_, number) => `world-${number}`)
    await Promise.all(worlds.map(world => partsOf(storage, world)))
    await Promise.all(worlds.map(world => storage.save(world, beginning(['a', world]))))
    for (const world of worlds) t.same(await partsOf(storage, world), [['a', world]])
  })

  t.test('worlds whose task is due are listed once nothing uses them', async t => {
    const under = await create(t)
    const storage = await under.open(t)
    for (const [world, due] of [['late', 2_000], ['soon', 1_000], ['never', undefined]] as const) {
      await partsOf(storage, world)
      await storage.save(world, { ...beginning(['a', '1']), due })
      await storage.release(world)
    }
    t.same(await storage.listDue(999), [])
    t.same(await storage.listDue(1_000), ['soon'])
    t.same(await storage.listDue(9_000), ['soon', 'late'])
    await partsOf(storage, 'soon')
    await storage.save('soon', { ...NOTHING, due: 3_000 })
    await storage.save('soon', { ...NOTHING, due: 2_500 })
    await partsOf(storage, 'late')
    await storage.save('late', NOTHING)
    await storage.release('soon')
    await storage.release('late')
    t.same(await storage.listDue(2_499), [])
    t.same(await storage.listDue(2_500), ['soon'])
    await partsOf(storage, 'soon')
    await storage.save('soon', beginning())
    await storage.release('soon')
    t.same(await storage.listDue(9_000), [])
  })

  t.test('what was saved is there when it is opened again', async t => {
    const under = await create(t)
    const first = await under.open(t)
    await partsOf(first, 'one')
    await first.save('one', { ...beginning(['a', '1']), due: 5 })
    await first.release('one')
    await first.close()
    const second = await under.open(t)
    t.same(await second.list(), ['one'])
    t.same(await second.listDue(5), ['one'])
    t.same(await partsOf(second, 'one'), [['a', '1']])
  })
}
