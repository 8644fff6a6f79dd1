import t from 'tap'
import { pascal } from '../../src/documents/pascal.ts'
import { withArticle, plural, singular } from '../../src/init/resource-name.ts'

t.test('resources are named by the singular of their collection', async t => {
  for (const [many, one] of [
    ['orders', 'order'],
    ['categories', 'category'],
    ['boxes', 'box'],
    ['status', 'status'],
    ['addresses', 'address'],
    ['pet', 'pet']
  ]) t.equal(singular(String(many)), one)
  t.equal(pascal('export-jobs'), 'ExportJobs')
  t.equal(pascal('2fa'), 'T2fa')
})

t.test('names are written as in a sentence', async t => {
  t.equal(withArticle('ExportJob'), 'an export job')
  t.equal(withArticle('User'), 'a user')
  t.equal(withArticle('Upload'), 'an upload')
  t.equal(plural('Category'), 'categories')
  t.equal(plural('Address'), 'addresses')
  t.equal(plural('Pet'), 'pets')
})
