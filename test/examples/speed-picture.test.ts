import { readFileSync } from 'node:fs'
import t from 'tap'
import { readCases } from '../../docs/picture/read-cases.ts'
import { speedPicture } from '../../docs/picture/speed-picture.ts'

const ROOT = new URL('../../', import.meta.url)

t.test('the picture of the speed is that of the results', async t => {
  const results = readFileSync(new URL('bench/results.md', ROOT), 'utf8')
  t.ok(readCases(results).length >= 8)
  t.equal(readFileSync(new URL('docs/picture/speed.svg', ROOT), 'utf8'), speedPicture(results), 'npm run picture:speed')
})

t.test('a table that is not as it was written is refused', async t => {
  t.throws(() => readCases('# Results'), /no table/)
  const table = '### Cases, side by side\n\n| case | standin ÷ Node |\n|---|---|\n| getAll | not measured |\n\nNotes.'
  t.throws(() => readCases(table), /"getAll" has no "standin ÷ Node"/)
})
