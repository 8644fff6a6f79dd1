import { readFileSync } from 'node:fs'
import t from 'tap'
import { createStandin } from '../../src/server.ts'
import { listCodeBlocks } from './code-blocks.ts'
import { playCurls } from './play-curls.ts'

const page = readFileSync(new URL('../../docs/guide/tour.md', import.meta.url), 'utf8')

t.test('the five minutes can be pasted, and are answered as shown', async t => {
  const app = await createStandin()
  t.teardown(() => app.close())
  await playCurls(t, app, listCodeBlocks(page, '## Five minutes'))
})

t.test('the table has the operations of each API', async t => {
  const app = await createStandin()
  t.teardown(() => app.close())
  const rows = [...page.matchAll(/^\| `(\w+)` \| .* \| (`.*`) \|$/gm)]
  t.same(
    rows.map(([, name, operations = '']) => [name, operations.slice(1, -1).split('`, `').sort()]),
    app.contracts.map(({ name, operations }) => [name, operations.map(({ id }) => id).sort()])
  )
})
