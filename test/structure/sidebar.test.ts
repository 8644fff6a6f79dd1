import { globSync, readFileSync } from 'node:fs'
import t from 'tap'
import { readSidebar } from '../../docs/.vitepress/read-sidebar.ts'

const DOCS = new URL('../../docs/', import.meta.url)
const groups = readSidebar()

t.test('the sidebar has the four kinds of pages', async t => {
  t.same(groups.map(({ text }) => text), ['Guide', 'Recipes', 'Reference', 'Explanation'])
})

t.test('the sidebar lists every page once, under its kind', async t => {
  const listed = groups.flatMap(({ items, text }) => items.map(({ link }) => {
    t.ok(link.startsWith(`/${text.toLowerCase()}/`), link)
    return `${link.slice(1)}.md`
  }))
  const pages = globSync('*/**/*.md', { cwd: DOCS.pathname })
  t.same(listed.toSorted(), pages.toSorted(), 'docs/index.md lists all pages')
})

t.test('the sidebar has the titles of the pages', async t => {
  for (const { link, text } of groups.flatMap(({ items }) => items)) {
    const [title] = readFileSync(new URL(`.${link}.md`, DOCS), 'utf8').split('\n')
    t.equal(title?.replaceAll('`', ''), `# ${text}`)
  }
})
