import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'

const ROOT = new URL('../..', import.meta.url).pathname
const PAGES = globSync(['*.md', 'bench/*.md', 'docs/**/*.md'], { cwd: ROOT })

for (const page of PAGES) {
  t.test(`the links of ${page} lead to files and headings that exist`, async t => {
    const text = proseOf(page)
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^\w+:/.test(target)) continue
      const [path = '', anchor] = target.split('#')
      const file = path === '' ? page : join(dirname(page), path)
      t.ok(existsSync(join(ROOT, file)), target)
      if (anchor !== undefined) t.ok(anchorsOf(file).includes(anchor), target)
    }
  })
}

t.test('a page that files name exists', async t => {
  const files = globSync(['{src,bench,.ci}/**/*.{ts,sh,md}', '.ci/run', '*.{md,yml,yaml,js}'], { cwd: ROOT })
  for (const file of files) {
    for (const [page] of readFileSync(join(ROOT, file), 'utf8').matchAll(/\bdocs\/[\w/-]+\.md\b/g)) {
      t.ok(PAGES.includes(page), `${page}, in ${file}`)
    }
  }
})

/** Returns the anchors of the headings of a page, as GitHub and VitePress write them. */
function anchorsOf (page: string): string[] {
  const headings = [...proseOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading)
  return headings.map(heading => heading.toLowerCase().replace(/[^\w\s-]/g, '').trim().replaceAll(' ', '-'))
}

/** Returns the text of a page without its blocks of code. */
function proseOf (page: string): string {
  return readFileSync(join(ROOT, page), 'utf8').replace(/^```[^]*?^```$/gm, '')
}
