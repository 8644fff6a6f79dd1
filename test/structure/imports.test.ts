import t from 'tap'
import { findCircles, importGraph } from './find-circles.ts'
import { readSources } from './read-sources.ts'

const ROOT = new URL('../..', import.meta.url).pathname

t.test('no file imports itself by way of others', async t => {
  const graph = importGraph(readSources(ROOT, ['src', 'bench', 'test']))
  t.ok(graph.get('src/index.ts')?.includes('src/server.ts'), `${graph.size} files`)
  t.same(findCircles(graph), [])
})

t.test('circles are found, each once', async t => {
  const graph = new Map([['a', ['b']], ['b', ['c', 'd']], ['c', []], ['d', ['a']], ['e', ['e', 'a']]])
  t.same(findCircles(graph), [['a', 'b', 'd'], ['e']])
  t.same(findCircles(new Map([['a', ['b', 'c']], ['b', ['c']], ['c', []]])), [])
})

t.test('types and what is loaded later are imports too', async t => {
  const text = "import type { B } from './b.ts'\nconst { c } = await import('../c.ts')\nimport t from 'tap'\n"
  t.same([...importGraph(new Map([['src/x/a.ts', text]]))], [['src/x/a.ts', ['src/x/b.ts', 'src/c.ts']]])
})
