import { join, normalize } from 'node:path/posix'

/** The files that each file imports, by path. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>

/** Returns the imports of each file; type imports and dynamic imports count. */
export function importGraph (files: ReadonlyMap<string, string>): ImportGraph {
  return new Map([...files].map(([file, text]) => [file, listImports(file, text)]))
}

function listImports (file: string, text: string): string[] {
  const imports = text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)
  return [...imports].map(([, path = '']) => normalize(join(file, '..', path)))
}

/** Returns each group of files that import each other, directly or by way of others, sorted by path. */
export function findCircles (graph: ImportGraph): string[][] {
  const reached = new Map([...graph.keys()].map(file => [file, listReached(file, graph)]))
  const circles: string[][] = []
  for (const file of [...graph.keys()].sort()) {
    if (circles.some(circle => circle.includes(file))) continue
    const others = [...reached.get(file) ?? []]
    const circle = others.filter(other => reached.get(other)?.has(file))
    if (circle.length > 0) circles.push(circle.sort())
  }
  return circles
}

/** Returns the files that a file imports, directly or by way of others. */
function listReached (start: string, graph: ImportGraph): Set<string> {
  const reached = new Set<string>()
  const waiting = [start]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const next of graph.get(file) ?? []) {
      if (reached.has(next)) continue
      reached.add(next)
      waiting.push(next)
    }
  }
  return reached
}
