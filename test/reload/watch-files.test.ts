import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Test } from 'tap'
import t from 'tap'
import { stateOf } from '../../src/reload/sources.ts'
import { watchFiles } from '../../src/reload/watch-files.ts'

// A watch does not keep the process; the server whose files are watched does.
const keptAlive = setInterval(() => {}, 60_000)
t.teardown(() => clearInterval(keptAlive))

interface Watching {
  /** The paths of the next change. */
  next (): Promise<string[]>
  /** Watches another file from the next change on. */
  also (path: string): void
}

async function watching (
  t: Test,
  paths: readonly string[],
  { polling = false, trees = [] }: { polling?: boolean, trees?: readonly string[] } = {}
): Promise<Watching> {
  const watched = new Set(paths)
  const changes: string[][] = []
  let wake = (): void => {}
  const end = await watchFiles({
    polling,
    sources: () => ({
      paths: new Set(watched),
      trees,
      states: new Map([...watched].map(path => [path, stateOf(path)]))
    }),
    changed: async paths => {
      changes.push(paths.toSorted())
      wake()
    }
  })
  t.teardown(end)
  return {
    also: path => {
      watched.add(path)
    },
    async next () {
      while (changes.length === 0) {
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
      return changes.shift() ?? []
    }
  }
}

t.test('a file that is written is told', async t => {
  const folder = t.testdir({ 'a.yaml': '1' })
  const { next } = await watching(t, [join(folder, 'a.yaml')])
  writeFileSync(join(folder, 'a.yaml'), '2')

  t.same(await next(), [join(folder, 'a.yaml')])
})

t.test('a burst of writes counts once', async t => {
  const folder = t.testdir({ 'a.yaml': '', 'b.yaml': '', 'c.yaml': '' })
  const files = ['a', 'b', 'c'].map(name => join(folder, `${name}.yaml`))
  const { next } = await watching(t, files)
  for (const text of ['1', '12', '123']) for (const file of files) writeFileSync(file, text)

  t.same(await next(), files)
  writeFileSync(join(folder, 'a.yaml'), 'last')
  t.same(await next(), [join(folder, 'a.yaml')], 'there was nothing in between')
})

t.test('a file that is taken away and written anew was only written', async t => {
  const folder = t.testdir({ 'a.yaml': '1', 'b.yaml': '1' })
  const { next } = await watching(t, [folder])
  rmSync(join(folder, 'a.yaml'))
  writeFileSync(join(folder, 'b.yaml'), '2')
  writeFileSync(join(folder, 'a.yaml'), '2')

  t.same(await next(), [join(folder, 'a.yaml'), join(folder, 'b.yaml')])
})

t.test('files that come into a folder of documents and go are told, but no others', async t => {
  const folder = t.testdir({ 'a.yaml': '1' })
  const { next } = await watching(t, [folder])
  for (const name of ['notes.txt', '.b.yaml.swp', 'a.yaml~']) writeFileSync(join(folder, name), '')
  writeFileSync(join(folder, 'b.json'), '')
  t.same(await next(), [join(folder, 'b.json')])
  rmSync(join(folder, 'a.yaml'))
  t.same(await next(), [join(folder, 'a.yaml')])
})

t.test('in a tree all counts, in folders that are new as well', async t => {
  const folder = t.testdir({ mews: {} })
  const { next } = await watching(t, [], { trees: [folder] })
  mkdirSync(join(folder, 'mews/rows'))
  t.same(await next(), [join(folder, 'mews/rows')])
  writeFileSync(join(folder, 'mews/rows/Item.jsonl'), '{}')
  t.same(await next(), [join(folder, 'mews/rows/Item.jsonl')])
})

t.test('a folder that is moved away and comes back is watched on', async t => {
  const folder = t.testdir({ openapi: { 'a.yaml': '1' } })
  const documents = join(folder, 'openapi')
  const { next } = await watching(t, [documents, join(documents, 'a.yaml')])
  renameSync(documents, `${documents}.away`)
  t.same(await next(), [documents, join(documents, 'a.yaml')])
  mkdirSync(documents)
  writeFileSync(join(documents, 'a.yaml'), '2')
  t.ok((await next()).includes(documents))
  writeFileSync(join(documents, 'b.yaml'), '2')
  for (let paths = await next(); !paths.includes(join(documents, 'b.yaml'));) paths = await next()
})

t.test('a file that was looked for in vain is told when it comes', async t => {
  const folder = t.testdir({})
  const { next } = await watching(t, [join(folder, 'a.yaml')])
  writeFileSync(join(folder, 'a.yaml'), '1')

  t.same(await next(), [join(folder, 'a.yaml')])
})

t.test('what is read after a change is watched too', async t => {
  const folder = t.testdir({ 'a.yaml': '1', parts: { 'b.yaml': '1' } })
  const { also, next } = await watching(t, [join(folder, 'a.yaml')])
  also(join(folder, 'parts/b.yaml'))
  writeFileSync(join(folder, 'a.yaml'), '2')
  t.same(await next(), [join(folder, 'a.yaml')])

  writeFileSync(join(folder, 'a.yaml'), '3')
  t.same(await next(), [join(folder, 'a.yaml')])
  writeFileSync(join(folder, 'parts/b.yaml'), '2')
  t.same(await next(), [join(folder, 'parts/b.yaml')])
})

t.test('a file is found again after its folder was deleted', async t => {
  const folder = t.testdir({ parts: { 'a.yaml': '1' } })
  const parts = join(folder, 'parts')
  const { next } = await watching(t, [join(parts, 'a.yaml')])
  rmSync(parts, { recursive: true })
  t.same(await next(), [join(parts, 'a.yaml')])

  mkdirSync(parts)
  writeFileSync(join(parts, 'a.yaml'), '2')
  t.same(await next(), [join(parts, 'a.yaml')])
  writeFileSync(join(parts, 'a.yaml'), '3')
  t.same(await next(), [join(parts, 'a.yaml')])
})

t.test('a folder that is deleted and written again at once is watched on', async t => {
  const folder = t.testdir({ parts: { 'a.yaml': '1' }, mews: { rows: { 'a.jsonl': '1' } } })
  const [part, row] = [join(folder, 'parts/a.yaml'), join(folder, 'mews/rows/a.jsonl')]
  const { next } = await watching(t, [part], { trees: [join(folder, 'mews')] })
  const replace = (path: string): void => {
    rmSync(dirname(path), { recursive: true })
    mkdirSync(dirname(path))
    writeFileSync(path, '2')
  }
  replace(part)
  t.same(await next(), [part])
  writeFileSync(part, '3')
  t.same(await next(), [part])

  replace(row)
  t.ok((await next()).includes(row))
  writeFileSync(row, '3')
  t.same(await next(), [row])
})

t.test('with polling, files that are written, created and read only later are told too', async t => {
  const folder = t.testdir({ 'a.yaml': '1', parts: { 'b.yaml': '1' } })
  const { also, next } = await watching(t, [folder, join(folder, 'a.yaml')], { polling: true })
  also(join(folder, 'parts/b.yaml'))
  writeFileSync(join(folder, 'a.yaml'), '12')
  t.same(await next(), [join(folder, 'a.yaml')])

  writeFileSync(join(folder, 'c.yaml'), '1')
  t.same(await next(), [join(folder, 'c.yaml')])
  writeFileSync(join(folder, 'parts/b.yaml'), '12')
  t.same(await next(), [join(folder, 'parts/b.yaml')])
})

t.test('a watch that ends while a change is reported watches nothing any longer', async t => {
  const folder = t.testdir({ 'a.yaml': '1', parts: { 'b.yaml': '1' } })
  const path = join(folder, 'a.yaml')
  const paths = new Set([path])
  const { promise: reported, resolve: report } = Promise.withResolvers<void>()
  const { promise: goOn, resolve: release } = Promise.withResolvers<void>()
  const end = await watchFiles({
    sources: () => ({ paths: new Set(paths), trees: [], states: new Map([[path, stateOf(path)]]) }),
    changed: async () => {
      report()
      await goOn
    }
  })
  writeFileSync(path, '2')
  await reported
  paths.add(join(folder, 'parts/b.yaml'))
  end()
  release()
  // A watcher would be there after the few turns that opening it takes.
  for (let turn = 0; turn < 100; turn++) await new Promise(resolve => setImmediate(resolve))
  t.same(process.getActiveResourcesInfo().filter(name => name === 'FSEventWrap'), [])
})
