import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'

const ROOT = new URL('../..', import.meta.url).pathname
const PAGES = ['docs/explanation/architecture.md', 'CONTRIBUTING.md']

for (const page of PAGES) {
  const text = readFileSync(join(ROOT, page), 'utf8')

  t.test(`every file that ${page} names exists`, async t => {
    for (const file of pathsIn(text)) t.ok(existsSync(join(ROOT, file)), file)
  })
}

t.test('the label of a link is the path of the file', async t => {
  const text = readFileSync(join(ROOT, 'docs/explanation/architecture.md'), 'utf8')
  const links = [...text.matchAll(/\[([^\]]+\.\w+)\]\(([^)]+)\)/g)]
  t.ok(links.length > 30, `${links.length} links`)
  for (const [, label = '', target = ''] of links) t.equal(join('docs/explanation', target), label)
})

t.test('the table of folders lists each folder of src/, in an order that the linter enforces', async t => {
  const text = readFileSync(join(ROOT, 'docs/explanation/architecture.md'), 'utf8')
  const section = text.slice(text.indexOf('## Folders'), text.indexOf('## The path of a request'))
  const listed = [...section.matchAll(/^\| (`.*`) \|/gm)].map(([, cell = '']) => namesIn(cell))
  const entries = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
  const folders = entries.filter(entry => entry.isDirectory()).map(({ name }) => name)
  t.same(listed.flat().sort(), folders.filter(name => name !== 'client').sort())

  const lint = readFileSync(join(ROOT, 'eslint.config.js'), 'utf8')
  const layers = lint.slice(lint.indexOf('const layers'), lint.indexOf('/** Only these'))
  t.same([...layers.matchAll(/'(\w+)'/g)].map(([, name]) => name), listed.flat())
})

/** Returns the paths of files and folders that are named in code spans; placeholders are left out. */
function pathsIn (text: string): string[] {
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)
  return spans.filter(span => /^(src|test|docs|bench|openapi|fixtures)\/[\w./-]*$/.test(span))
}

function namesIn (cell: string): string[] {
  return [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name)
}
