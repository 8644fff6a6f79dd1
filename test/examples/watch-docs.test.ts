import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import t from 'tap'
import { startBinary } from '../cli/run-binary.ts'
import { createReloadable } from '../../src/index.ts'
import { listCodeBlocks } from './code-blocks.ts'

const page = readFileSync(new URL('../../docs/guide/watch.md', import.meta.url), 'utf8')

const ADD_ORDER = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
x-standin: { resources: { Order: { id: { member: id, format: integer } } } }
paths:
  /orders:
    post:
      operationId: addOrder
      responses:
        '201':
          description: The order.
      x-standin:
        create: { type: Order }
        reply: { status: 201 }
`
const READ_ORDER = `  /orders/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { operationId: readOrder, responses: { '200': { description: The order. } } }
`

t.test('edits are reported as shown', async t => {
  const folder = t.testdir({ openapi: { 'shop.yaml': ADD_ORDER + READ_ORDER } })
  const file = join(folder, 'openapi/shop.yaml')
  const { line, url } = await startBinary(t, [file, '--watch-polling'])
  for (const status of [200, 200]) {
    const body = JSON.stringify({ operation: 'shop.readOrder', reply: { status } })
    await fetch(`${url}/__admin/stubs`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  }
  const [reloaded, mistaken] = listCodeBlocks(page).filter(({ language }) => language === 'text')
  const edits = [[ADD_ORDER, reloaded], [ADD_ORDER.replace('type: Order', 'type: Oder'), mistaken]] as const
  for (const [text, shown] of edits) {
    writeFileSync(file, text)
    for (const expected of String(shown?.text).trimEnd().split('\n')) {
      const printed = (await line(/./)).replace(`${relative(process.cwd(), folder)}/`, '')
      t.equal(printed.replace(/ in \d+ ms/, ''), expected.replace(/ in \d+ ms/, ''))
    }
  }
})

t.test('the example in process runs', async t => {
  const [example] = listCodeBlocks(page).filter(({ language }) => language === 'js')
  const printed: unknown[] = []
  const code = String(example?.text).replace("import { createReloadable } from 'standin'\n", '')
  // eslint-disable-next-line no-new-func -- it is the page's own code
  const run = new Function('createReloadable', 'console', `return (async () => { ${code} })()`)
  await run(createReloadable, { log: (...values: unknown[]) => printed.push(...values) })
  t.strictSame(printed, [[], [], []])
})
