import { globSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import t from 'tap'

const ROOT = new URL('..', import.meta.url).pathname

/** The files that a file imports, types and what is loaded later included. */
function listImports (file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const imports = text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)
  return [...imports].map(([, path = '']) => normalize(join(file, '..', path)))
}

/** The files on a way that leads from a file back to itself; none where there is no such way. */
function findCircle (start: string, graph: ReadonlyMap<string, readonly string[]>): string[] {
  const cameFrom = new Map<string, string>()
  const waiting = [start]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const next of graph.get(file) ?? []) {
      if (next === start) return wayTo(file, cameFrom)
      if (cameFrom.has(next)) continue
      cameFrom.set(next, file)
      waiting.push(next)
    }
  }
  return []
}

function wayTo (file: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const before = cameFrom.get(file)
  return before === undefined ? [file] : [...wayTo(before, cameFrom), file]
}

t.test('no file imports itself by way of others', async t => {
  const files = globSync('{src,bench,test}/**/*.ts', { cwd: ROOT, exclude: ['**/node_modules/**'] })
  const graph = new Map(files.map(file => [file, listImports(file)]))
  t.ok(graph.get('src/index.ts')?.includes('src/server.ts'), `${files.length} files`)
  for (const file of files) t.same(findCircle(file, graph), [], file)
})

t.test('a circle is found', async t => {
  const graph = new Map([['a', ['b']], ['b', ['c', 'd']], ['c', []], ['d', ['a']]])
  t.same(findCircle('a', graph), ['a', 'b', 'd'])
  t.same(findCircle('c', graph), [])
})
