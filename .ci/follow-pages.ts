// Follows the pages that a new user reads, in a folder in which the package is installed: the quick start of the
// README, the recipes, and the requests of the page for users of Prism with its command line.
// Usage: cd FOLDER && node .../.ci/follow-pages.ts
// Ports of the pages are replaced by free ones. Prints what it leaves out, and why.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { listCodeBlocks } from '../test/examples/code-blocks.ts'
import { playPage } from '../test/examples/play-page.ts'

/** The package is installed already, from this checkout. */
const INSTALLED = ['npm init --yes', 'npm install --save-dev standin']

/** The recipes, in the order of reading: the first one saves the document of the others. */
const RECIPES = ['shop', 'polling', 'webhooks', 'rate-limits', 'parallel-tests', 'vite-proxy']

const FLAGS = '-h 127.0.0.1 --errors --cors --seed orders -m false -v warn'

await follow('the quick start', quickStart())
for (const name of RECIPES) await follow(name, readPage(`docs/recipes/${name}.md`))
if (spawnSync('python3', ['-m', 'pytest', '--version']).status === 0) {
  await follow('pytest', readPage('docs/recipes/pytest.md'))
} else {
  console.log('pytest is left out, as this machine has no python3 with pytest')
}
console.log('JUnit, Cypress and Storybook are left out here: the tests try their recipes as far as this machine can')
await follow('the command line of Prism', prismPage())

async function follow (title: string, markdown: string): Promise<void> {
  console.log(`\n${title}:`)
  await playPage(markdown, {
    folder: process.cwd(),
    env: process.env,
    skips: command => INSTALLED.includes(command),
    log: console.log
  })
}

function quickStart (): string {
  const [, section] = readPage('README.md').split('\n## Quick start\n')
  if (section === undefined) throw new Error('the README has no quick start')
  return section.slice(0, section.indexOf('\n## '))
}

/** Returns the requests of the page for users of Prism as commands that print their statuses. */
function prismPage (): string {
  const page = readPage('docs/guide/from-prism.md')
  const [document] = listCodeBlocks(page).filter(({ language }) => language === 'yaml')
  const rows = [...page.matchAll(/^\| `(GET|DELETE) (\S+)` \| \d+ \| (\d+) \|$/gm)]
  if (rows.length === 0) throw new Error('the page has no requests')
  const serve = `npx standin mock pets.yaml shop.yaml -p 4010 ${FLAGS}`
  const requests = rows.map(([, method, path, status]) => {
    const curl = `curl -s -o /dev/null -w '%{http_code}\\n' -X ${method} 'http://127.0.0.1:4010${path}'`
    return block('sh', curl) + block('text', String(status))
  })
  return `\`pets.yaml\`:\n\n${block('yaml', document?.text ?? '')}${block('sh', serve)}${requests.join('')}`
}

function block (language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`
}

function readPage (path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
}
