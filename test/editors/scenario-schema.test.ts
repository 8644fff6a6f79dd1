import t from 'tap'
import { findMistakes } from './compile-schema.ts'

const find = findMistakes('scenario')

t.test('a parameter stands for a value of any type', async t => {
  t.same(find({
    description: 'Failures',
    parameters: { times: { default: 2 } },
    settings: { delayMs: '$parameters.delay', limits: { 'shop.calls': { max: '$parameters.max' } } },
    resources: { 'shop.Job': { '{$parameters.id}': null } },
    stubs: [{ operation: 'shop.addJob', reply: { status: '$parameters.status' }, times: '$parameters.times' }]
  }), [])
})

t.test('unknown words and values of wrong types are refused, in every part', async t => {
  const parts = [
    { stub: [] },
    { stubs: [{ operation: 'shop.addJob', replay: { status: 500 } }] },
    { stubs: [{ operation: 'shop.addJob', times: 'twice' }] },
    { settings: { delay: 5 } },
    { clock: { mode: 'stopped' } },
    { resources: { 'shop.Job': { 1: { state: 'ready' } } } }
  ]
  for (const part of parts) t.not(find({ description: 'Failures', ...part }).length, 0, JSON.stringify(part))
  t.not(find({}).length, 0, 'no description')
})
