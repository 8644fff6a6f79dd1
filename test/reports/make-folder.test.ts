import { existsSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { makeFolder } from '../../src/reports/make-folder.ts'

t.test('folders are made with those above them, also by several at once', async t => {
  const folder = t.testdir()
  const path = join(folder, 'a/b/c')
  await Promise.all([makeFolder(path), makeFolder(path), makeFolder(join(folder, 'a/b'))])
  await makeFolder(path)
  t.ok(existsSync(path))
})

t.test('where the system refuses, it ends with the error', { skip: !existsSync('/proc/self') }, async t => {
  await t.rejects(makeFolder('/proc/none'), { code: 'ENOENT' })
  await t.rejects(makeFolder('/proc/none/below'), { code: 'ENOENT' })
  await t.rejects(makeFolder(join(t.testdir({ file: '' }), 'file')), { code: 'EEXIST' })
})
