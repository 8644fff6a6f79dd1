import t from 'tap'
import { parseContract } from '../../src/contract/parse-contract.ts'
import { learnCallbacks } from '../../src/learning/learn-callbacks.ts'
import { observe } from '../../src/learning/observe.ts'
import { exchangeOf } from '../drift/exchange-of.ts'
import { JOBS } from './jobs.ts'

t.test('a request to a URL that a request had named is a callback', async t => {
  const contract = parseContract(JOBS, { file: 'jobs.yaml', name: 'jobs' })
  const hook = 'https://me.example/hook'
  const exchanges = [
    exchangeOf({ method: 'POST', url: '/jobs', body: { title: 'A', callback: hook }, status: 202, at: 1_000 }),
    exchangeOf({ method: 'POST', url: hook, body: { status: 'done' }, status: 204, at: 5_000 }),
    exchangeOf({ method: 'POST', url: 'https://other.example/', body: {}, at: 6_000 })
  ]

  t.same(learnCallbacks(exchanges, observe(exchanges, contract)), [
    'callback of jobs.createJob: POST to {$request.body#/callback}, 4 s to 4 s after the request, seen once'
  ])
})
