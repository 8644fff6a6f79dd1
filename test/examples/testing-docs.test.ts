import { readFileSync } from 'node:fs'
import t from 'tap'
import { createStandin } from '../../src/index.ts'
import { listCodeBlocks } from './code-blocks.ts'

const page = readFileSync(new URL('../../docs/guide/testing.md', import.meta.url), 'utf8')

t.test('the example in process runs', async t => {
  const [example] = listCodeBlocks(page, '## In process')
  const printed: unknown[] = []
  const code = String(example?.text).replace("import { createStandin } from 'standin'\n", '')
  // eslint-disable-next-line no-new-func -- it is the page's own code
  const run = new Function('createStandin', 'console', `return (async () => { ${code} })()`)
  await run(createStandin, { log: (...values: unknown[]) => printed.push(...values) })
  t.strictSame(printed, [202, { status: 'accepted', meta: {}, uuid: 'd5d28778-a047-4931-8992-19ba160061f1' }])
})
