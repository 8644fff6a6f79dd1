import t from 'tap'
import { findMistakes } from './compile-schema.ts'

const find = findMistakes('openapi')

function withPath (path: unknown): readonly unknown[] {
  return find({ openapi: '3.1.0', info: { title: 'Shop', version: '1' }, paths: { '/jobs': path } })
}

t.test('members that OpenAPI does not know are refused, except extensions and keywords', async t => {
  t.same(withPath({ get: { 'x-own': 1, responses: { 200: { description: 'Jobs' }, 'x-own': 1 } }, 'x-own': 1 }), [])
  const schema = { type: 'object', myKeyword: 1 }
  t.same(withPath({ get: { responses: { 200: { content: { 'application/json': { schema } } } } } }), [])
  t.not(withPath({ gett: {} }).length, 0)
  t.not(withPath({ get: { response: {} } }).length, 0)
  t.not(withPath({ get: { responses: { 200: { descripton: 'Jobs' } } } }).length, 0)
})

t.test('x-standin has the words of its place', async t => {
  const callbacks = (words: unknown) => ({ done: { '{$request.body#/url}': { post: { 'x-standin': words } } } })
  const words = { create: { type: 'Job' } }
  t.same(withPath({ post: { 'x-standin': words, callbacks: callbacks({ when: ['ready'] }) } }), [])
  t.not(withPath({ post: { 'x-stand-in': words } }).length, 0)
  t.not(withPath({ 'x-standin': words }).length, 0, 'it has no effect in a path')
  t.not(withPath({ post: { 'x-standin': { resources: {} } } }).length, 0)
  t.not(withPath({ post: { callbacks: callbacks({ create: { type: 'Job' } }) } }).length, 0)
  const webhook = (words: unknown) => find({ openapi: '3.1.0', webhooks: { ready: { post: { 'x-standin': words } } } })
  t.same(webhook({ of: 'Job', on: ['created'] }), [])
  t.not(webhook({ when: ['ready'] }).length, 0)
})
