import t from 'tap'
import { CycleGroups } from '../../src/schemas/cycle-groups.ts'

function groupsOf (graph: Readonly<Record<string, string>>, order = Object.keys(graph)): string[] {
  const groups = new CycleGroups(node => graph[node] ?? '')
  const byGroup = Map.groupBy(order, node => groups.groupOf(node))
  return [...byGroup.values()].map(nodes => nodes.toSorted().join('')).toSorted()
}

for (const [title, graph, expected] of [
  ['a chain has no cycle', { a: 'b', b: 'c', c: '' }, ['a', 'b', 'c']],
  ['a node may lead to itself', { a: 'a' }, ['a']],
  ['a ring is one group', { a: 'b', b: 'c', c: 'a' }, ['abc']],
  ['what leads to a ring, and what a ring leads to, are apart', { a: 'b', b: 'c', c: 'bd', d: '' }, ['a', 'bc', 'd']],
  ['rings that share a node are one', { a: 'bc', b: 'a', c: 'a' }, ['abc']],
  ['a ring within another belongs to it', { a: 'b', b: 'c', c: 'bd', d: 'a' }, ['abcd']],
  ['two ways to one node are no cycle', { a: 'bc', b: 'd', c: 'd', d: '' }, ['a', 'b', 'c', 'd']]
] as const) {
  t.test(title, async t => {
    t.same(groupsOf(graph), expected)
    t.same(groupsOf(graph, Object.keys(graph).toReversed()), expected)
  })
}

t.test('a long chain overflows no stack', async t => {
  const groups = new CycleGroups(node => node === '100000' ? [] : [String(Number(node) + 1)])
  t.not(groups.groupOf('0'), groups.groupOf('100000'))
})
