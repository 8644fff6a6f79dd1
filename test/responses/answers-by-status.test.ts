import t from 'tap'
import { answersByStatus } from '../../src/responses/answers-by-status.ts'
import { order } from './orders.ts'

t.test('the answers for a status are found, and made ready once', async t => {
  const answersFor = answersByStatus(order('addOrder'))
  t.equal(answersFor(201)?.status, 201)
  t.equal(answersFor(201), answersFor(201))
})

t.test('a range and a default answer with the status that is asked for', async t => {
  t.equal(answersByStatus(order('addOrder'))(503)?.status, 503)
  t.equal(answersByStatus(order('getOrder'))(418)?.status, 418)
})

t.test('a status that is not documented has none', async t => {
  t.equal(answersByStatus(order('addOrder'))(404), undefined)
})
