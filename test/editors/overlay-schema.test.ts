import t from 'tap'
import { findMistakes } from './compile-schema.ts'

const find = findMistakes('overlay')

function changing (target: string, update: unknown): readonly unknown[] {
  return find({ overlay: '1.0.0', actions: [{ target, update }] })
}

t.test('an action may add a part of what a document declares', async t => {
  const accepted: ReadonlyArray<readonly [target: string, update: unknown]> = [
    ['$', { 'x-standin': { limits: { calls: { max: 3 } } } }],
    ['$.paths[\'/jobs\'].post', { 'x-standin': { find: { pick: 'first' } } }],
    ['$.paths[\'/jobs\']', { post: { 'x-standin': { create: { type: 'Job' } } } }],
    ['$.paths[\'/jobs\'].post.callbacks.done[\'{$request.body#/url}\'].post', { 'x-standin': { when: ['ready'] } }],
    ['$.webhooks.ready.post', { 'x-standin': { of: 'Job', on: ['created'] } }],
    ['$.components.schemas.Job', { properties: { type: { type: 'string' } } }]
  ]
  for (const [target, update] of accepted) t.same(changing(target, update), [], target)
  t.same(find({ overlay: '1.0.0', actions: [{ target: '$.paths.*.get', remove: true }] }), [])
})

t.test('an unknown word is refused wherever an action puts it', async t => {
  const rejected: ReadonlyArray<readonly [target: string, update: unknown]> = [
    ['$', { 'x-standin': { limit: {} } }],
    ['$', { 'x-standin': { create: { type: 'Job' } } }],
    ['$.paths[\'/jobs\'].post', { 'x-standin': { resources: {} } }],
    ['$.paths[\'/jobs\'].post', { 'x-standin': { find: { picks: 'first' } } }],
    ['$.paths[\'/jobs\']', { post: { 'x-standin': { creates: { type: 'Job' } } } }],
    ['$.paths[\'/jobs\'].post.callbacks.done[\'{$request.body#/url}\'].post', { 'x-standin': { of: 'Job' } }],
    ['$.webhooks.ready.post', { 'x-standin': { on: ['made'] } }]
  ]
  for (const [target, update] of rejected) t.not(changing(target, update).length, 0, target)
  t.not(find({ overlay: '1.0.0', actions: [{ targets: '$' }] }).length, 0)
  t.not(find({ overlay: '1.0.0' }).length, 0)
})
