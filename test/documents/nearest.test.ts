import t from 'tap'
import { nearest } from '../../src/documents/nearest.ts'

const words = ['requires', 'unique', 'create', 'find', 'reply']

for (const [word, expected] of [
  ['uniqe', 'unique'],
  ['Create', 'create'],
  ['fnid', 'find'],
  ['require', 'requires'],
  ['relpy', 'reply'],
  ['x', undefined],
  ['completely-else', undefined]
] as const) {
  t.test(`nearest to "${word}" is ${expected ?? 'nothing'}`, async t => {
    t.equal(nearest(word, words), expected)
  })
}

t.test('of two that are as near, the first is named', async t => {
  t.equal(nearest('cat', ['bat', 'hat']), 'bat')
})
