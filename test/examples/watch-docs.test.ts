import { readFileSync } from 'node:fs'
import t from 'tap'
import { createReloadable } from '../../src/index.ts'
import { listCodeBlocks } from './code-blocks.ts'

const page = readFileSync(new URL('../../docs/guide/watch.md', import.meta.url), 'utf8')

t.test('the example in process runs', async t => {
  const [example] = listCodeBlocks(page).filter(({ language }) => language === 'js')
  const printed: unknown[] = []
  const code = String(example?.text).replace("import { createReloadable } from 'standin'\n", '')
  // eslint-disable-next-line no-new-func -- it is the page's own code
  const run = new Function('createReloadable', 'console', `return (async () => { ${code} })()`)
  await run(createReloadable, { log: (...values: unknown[]) => printed.push(...values) })
  t.strictSame(printed, [[], [], []])
})
