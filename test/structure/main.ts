import { parseArgs } from 'node:util'
import { figuresOf, listMisnamed } from './figures.ts'
import { readSources } from './read-sources.ts'

const USAGE = `Usage: npm run figures -- [--names] [CHECKOUT]

Prints figures of src/, beside those of another checkout where its path is given.
With --names, prints the files that are not named after an export instead.`

const ROOT = new URL('../..', import.meta.url).pathname

const { positionals: [other], values } = parseArgs({
  allowPositionals: true,
  options: { names: { type: 'boolean' }, help: { type: 'boolean' } }
})
if (values.help) console.log(USAGE)
else if (values.names) console.log(listMisnamed(readSources(ROOT, ['src'])).join('\n'))
else printTable()

function printTable (): void {
  const folders = other === undefined ? [ROOT] : [other, ROOT]
  const columns = folders.map(folder => figuresOf(readSources(folder, ['src'])))
  console.log(other === undefined ? '| src/ | here |\n|---|---:|' : '| src/ | there | here |\n|---|---:|---:|')
  for (const [row, { name }] of columns[0]?.entries() ?? []) {
    const values = columns.map(column => column[row]?.value.toLocaleString('en'))
    console.log(`| ${[name, ...values].join(' | ')} |`)
  }
}
