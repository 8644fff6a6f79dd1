import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { parseCommand } from '../../src/cli/command.ts'
import { PRISM_OPTIONS, SPELLINGS } from '../../src/cli/mock-options.ts'
import { createStandin } from '../../src/server.ts'
import { listCodeBlocks } from './code-blocks.ts'

const page = readFileSync(new URL('../../docs/guide/from-prism.md', import.meta.url), 'utf8')

const flags = [...page.matchAll(/^\| (`-.*?`) \|/gm)].flatMap(([, cell = '']) => cell.slice(1, -1).split('`, `'))

t.test('every flag of the page parses', async t => {
  t.ok(flags.length >= 17)
  for (const flag of flags) {
    t.match(parseCommand(['mock', 'pets.yaml', ...flag.split(' ')]), { kind: 'serve', verb: 'mock' }, flag)
  }
  t.match(parseCommand(['mock', 'orders.yaml', 'pets.yaml']), { options: { openapi: ['orders.yaml', 'pets.yaml'] } })
})

t.test('the page has every flag of Prism', async t => {
  for (const { flag } of PRISM_OPTIONS) {
    const spellings = [flag, ...[...SPELLINGS].filter(([, own]) => own === flag).map(([name]) => name)]
    t.ok(flags.some(shown => spellings.includes(shown.slice(2).split(' ')[0] ?? '')), flag)
  }
})

t.test('the statuses of the page are those of the command', async t => {
  const [document] = listCodeBlocks(page).filter(({ language }) => language === 'yaml')
  const file = join(t.testdir({ 'pets.yaml': String(document?.text) }), 'pets.yaml')
  const command = parseCommand(['mock', file, '-v', 'silent'])
  if (command.kind !== 'serve') return t.fail('it does not serve')
  const app = await createStandin(command.options)
  t.teardown(() => app.close())

  const rows = [...page.matchAll(/^\| `(GET|DELETE) (\S+)` \| \d+ \| (\d+) \|$/gm)]
  t.equal(rows.length, 14)
  for (const [, method = '', url = '', status] of rows) {
    const { statusCode } = await app.inject({ method: method as 'GET', url })
    t.equal(statusCode, Number(status), `${method} ${url}`)
  }
  t.same((await app.inject('/pets?__example=dog')).json(), [{ id: 2 }])
  t.match((await app.inject('/nothing')).json(), { code: 'STANDIN_UNKNOWN_PATH' })
})
