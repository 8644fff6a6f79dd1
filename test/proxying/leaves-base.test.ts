import t from 'tap'
import { leavesBase } from '../../src/proxying/leaves-base.ts'

const OUTSIDE = [
  '/..',
  '/../admin',
  '..',
  '/pets/../../admin',
  '/pets/../../api/pets',
  '/./../admin',
  '//../admin',
  '/pets//../../admin',
  '/pets/./../../admin',
  '/%2e%2e/admin',
  '/%2E./admin',
  '/.%2e/admin',
  '/..%2fadmin',
  '/..%2Fadmin',
  '/%2e%2e%2fadmin',
  '/..\\admin',
  '/..%5Cadmin',
  '/%2f../admin',
  '/pets%2f..%2f..%2fadmin',
  '/pets/..%2f../admin',
  '/pets%2flamps/../../admin',
  '/..;/admin',
  '/..;a=b/admin',
  '/..%3b/admin',
  '/..#',
  '/#/../admin'
]

const BELOW = [
  '',
  '/',
  '/pets',
  '/pets/../lamps',
  '/pets/%2e%2e/lamps',
  '/pets/lamps/../../files',
  '/pets/..',
  '/pets/...',
  '/...',
  '/a..b',
  '/..pets',
  '/pets/%2e',
  '/pets/%252e%252e/%252e%252e/x',
  '/files/a%2Fb',
  '/files/a/..%2fb',
  '/pets;v=1/../x'
]

t.test('a path leads to above its start however some server reads it', async t => {
  for (const path of OUTSIDE) t.equal(leavesBase(path), true, path)
})

t.test('a path that stays below is none of these', async t => {
  for (const path of BELOW) t.equal(leavesBase(path), false, path)
})
