import { readFileSync } from 'node:fs'
import t from 'tap'
import { usageText } from '../../src/cli/usage.ts'
import * as errors from '../../src/errors.ts'
import { readVersion } from '../../src/version.ts'
import { createStandin } from '../../src/server.ts'
import { listCodeBlocks } from './code-blocks.ts'
import { parseCurl } from './curl.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g

t.test('the five minutes can be pasted, and answer as shown', async t => {
  const app = await createStandin()
  t.teardown(() => app.close())
  let last = ''
  for (const { language, text } of listCodeBlocks(readme, '## Five minutes')) {
    if (language === 'json') {
      t.strictSame(JSON.parse(last.replace(UUID, '<uuid>').replace(INSTANT, '<instant>')), JSON.parse(text), text)
      continue
    }
    for (const line of text.trim().split('\n')) {
      const { body, headers, method, url } = parseCurl(line)
      const response = await app.inject({
        method: method as 'GET',
        url: url.replace('http://127.0.0.1:4010', ''),
        headers,
        payload: body
      })
      t.not(response.statusCode, 500, line)
      t.equal(response.headers['x-standin-violation'], undefined)
      last = response.body
    }
  }
})

t.test('the example in process runs', async t => {
  const [example] = listCodeBlocks(readme, '## In your tests').filter(({ language }) => language === 'js')
  const printed: unknown[] = []
  const code = String(example?.text).replace("import { createStandin } from 'standin'\n", '')
  // eslint-disable-next-line no-new-func -- it is the page's own code
  const run = new Function('createStandin', 'console', `return (async () => { ${code} })()`)
  await run(createStandin, { log: (...values: unknown[]) => printed.push(...values) })
  t.strictSame(printed, [202, { status: 'accepted', meta: {}, uuid: 'd5d28778-a047-4931-8992-19ba160061f1' }])
})

t.test('the examples of the client are those of its own page, which are run', async t => {
  const page = readFileSync(new URL('../../docs/reference/client.md', import.meta.url), 'utf8')
  const known = new Set(listCodeBlocks(page).map(({ text }) => text))
  const shown = listCodeBlocks(readme, '## In your tests').filter(({ language }) => language === 'ts')
  t.equal(shown.length, 5)
  for (const { text } of shown) t.ok(known.has(text), text)
})

t.test('the configuration is what --help prints', async t => {
  const [usage] = listCodeBlocks(readme, '## Configuration')
  t.equal(usage?.text, usageText(readVersion()))
})

for (const [name, StandinError] of Object.entries(errors)) {
  t.test(`${name} is in the table of errors`, async t => {
    const AnyError = StandinError as new (...texts: string[]) => { code: string, statusCode?: number }
    const { code, statusCode } = new AnyError('', '', '')
    t.match(readme, `| \`${code}\` | ${statusCode} |`)
  })
}

t.test('every route of the admin API is in its table, and nothing else', async t => {
  const app = await createStandin()
  t.teardown(() => app.close())
  const { paths } = (await app.inject('/__admin/openapi.json')).json<{
    paths: Record<string, Record<string, { summary: string }>>
  }>()
  const rows: string[] = []
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, { summary }] of Object.entries(item)) {
      if (method === 'parameters') continue
      rows.push(`| \`${method.toUpperCase()} ${path.replace('/__admin', '')}\` | ${summary} |`)
    }
  }
  t.strictSame(readme.match(/^\| `[A-Z]+ \/.*$/gm)?.toSorted(), rows.toSorted())
})
