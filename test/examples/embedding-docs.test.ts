import { readFileSync } from 'node:fs'
import type { FastifyInstance, InjectOptions } from 'fastify'
import t from 'tap'
import { createStandin } from '../../src/index.ts'
import { listCodeBlocks } from './code-blocks.ts'

const page = readFileSync(new URL('../../docs/guide/embedding.md', import.meta.url), 'utf8')

/** A request for each row of the table of hooks. */
const REQUESTS: Readonly<Record<string, InjectOptions>> = {
  'an operation': { method: 'POST', url: '/api/v2/exports/export_claims', payload: {} },
  'an operation whose body cannot be read': {
    method: 'POST',
    url: '/api/v2/exports/export_claims',
    payload: 'x'.repeat(2 ** 21)
  },
  'a request that finds no operation': { method: 'POST', url: '/nothing', payload: {} },
  'a CORS preflight': {
    method: 'OPTIONS',
    url: '/api/v2/exports/export_claims',
    headers: { origin: 'https://a.test', 'access-control-request-method': 'POST' }
  },
  'a file of a resource that is not there': { method: 'GET', url: '/__files/mews.Export/1/a.csv' },
  '`/__admin/health`': { method: 'GET', url: '/__admin/health' },
  'the rest of the admin API': { method: 'GET', url: '/__admin/clock' },
  'a route of your own': { method: 'GET', url: '/own' },
  'a route of your own that throws': { method: 'GET', url: '/failing' }
}

t.test('the example runs', async t => {
  const [example] = listCodeBlocks(page).filter(({ language }) => language === 'js')
  const printed: unknown[] = []
  const code = String(example?.text).replace("import { createStandin } from 'standin'\n", '')
  // eslint-disable-next-line no-new-func -- it is the page's own code
  const run = new Function('createStandin', 'console', `return (async () => { ${code} })()`)
  await run(createStandin, { log: (...values: unknown[]) => printed.push(...values) })

  t.same(printed, ['none', { text: 'Hello, Ada' }, "body must have required property 'name'"])
})

t.test('the hooks run as the table says', async t => {
  const [heads = [], , ...rows] = [...page.matchAll(/^\|(.*)\|$/gm)]
    .map(([, cells = '']) => cells.split('|').map(cell => cell.trim()))
  const hooks = heads.slice(1, -1).map(head => head.replaceAll('`', ''))
  const ran: string[] = []
  const app = await createStandin()
  t.teardown(() => app.close())
  for (const hook of hooks) noteRuns(app, hook, ran)
  app.get('/own', async () => ({ own: true }))
  app.get('/failing', async () => { throw new Error('as it is meant to') })

  t.same(rows.map(([title]) => title), Object.keys(REQUESTS))
  for (const [title = '', ...cells] of rows) {
    ran.length = 0
    await app.inject(REQUESTS[title] ?? '/')
    t.same([...ran], hooks.filter((_hook, index) => cells[index] === 'yes'), title)
  }
})

/** Adds a hook that records its name when it runs. */
function noteRuns (app: FastifyInstance, hook: string, ran: string[]): void {
  // A cast: all hooks of a request end with the callback, and take what they change before it.
  const addHook = app.addHook.bind(app) as unknown as (name: string, run: (...args: unknown[]) => void) => void
  addHook(hook, (...args) => {
    ran.push(hook)
    const done = args.at(-1)
    if (typeof done === 'function') done()
  })
}
