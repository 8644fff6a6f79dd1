import t from 'tap'
import { pascal } from '../../src/documents/pascal.ts'
import { aThing, manyThings, singular } from '../../src/init/thing-name.ts'

t.test('things are called by the singular of their collection', async t => {
  for (const [many, one] of [['orders', 'order'], ['categories', 'category'], ['boxes', 'box'], ['status', 'status'], ['addresses', 'address'], ['pet', 'pet']]) t.equal(singular(String(many)), one)
  t.equal(pascal('export-jobs'), 'ExportJobs')
  t.equal(pascal('2fa'), 'T2fa')
})

t.test('things are spoken of as people do', async t => {
  t.equal(aThing('ExportJob'), 'an export job')
  t.equal(aThing('User'), 'a user')
  t.equal(aThing('Upload'), 'an upload')
  t.equal(manyThings('Category'), 'categories')
  t.equal(manyThings('Address'), 'addresses')
  t.equal(manyThings('Pet'), 'pets')
})
