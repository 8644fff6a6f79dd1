import { existsSync, globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import t from 'tap'

const ROOT = new URL('../..', import.meta.url).pathname

t.test('a test in a folder of src/ is named after a source in it', async t => {
  for (const test of globSync('test/**/*.test.ts', { cwd: ROOT })) {
    const folder = dirname(test).replace('test', 'src')
    if (!existsSync(join(ROOT, folder))) continue
    const source = join(folder, basename(test).replace('.test.ts', '.ts'))
    t.ok(existsSync(join(ROOT, source)) || existsSync(join(ROOT, `${source}x`)), `${test} tests ${source}`)
  }
})
