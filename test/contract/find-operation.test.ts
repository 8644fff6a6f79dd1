import t from 'tap'
import { didYouMeanOperation, findOperation } from '../../src/contract/find-operation.ts'

const OPERATIONS = ['larder.getOrder', 'larder.addOrder', 'shop.addOrder', 'shop.a.b'].map(id => ({
  id,
  name: id.slice(id.indexOf('.') + 1)
}))

for (const [word, id] of [
  ['larder.getOrder', 'larder.getOrder'],
  ['getOrder', 'larder.getOrder'],
  ['a.b', 'shop.a.b'],
  ['addOrder', undefined],
  ['getOdrer', undefined],
  ['', undefined]
]) {
  t.test(`"${word}" is ${id ?? 'none of the operations'}`, async t => {
    t.equal(findOperation(OPERATIONS, String(word))?.id, id)
  })
}

for (const [word, hint] of [
  ['addOrder', ', did you mean "larder.addOrder" or "shop.addOrder"?'],
  ['addOdrer', ', did you mean "larder.addOrder" or "shop.addOrder"?'],
  ['larder.getOdrer', ', did you mean "larder.getOrder"?'],
  ['getOdrer', ', did you mean "larder.getOrder"?'],
  ['xyz', ' (known: larder.getOrder, larder.addOrder, shop.addOrder, shop.a.b)']
]) {
  t.test(`of "${word}", what may be meant is told`, async t => {
    t.equal(didYouMeanOperation(OPERATIONS, String(word)), hint)
  })
}
