import t from 'tap'
import { figuresOf, listMisnamed } from './figures.ts'

const READ_LIST = `import { many } from './many.ts'

/** Of lists. */
export const readList = many
// ${'x'.repeat(110)}
`

const MANY = `import { readList } from './read-list.ts'
/**
 * Whether there are many.
 */
export const lots = [readList].flatMap(list => list)
`

const WRITTEN = `// Written by a tool. Do not edit.
${'y'.repeat(200)}
`

const SOURCES = new Map([
  ['src/list/read-list.ts', READ_LIST],
  ['src/list/many.ts', MANY],
  ['src/client/written.ts', WRITTEN]
])

t.test('the figures of sources are counted, without what is generated', async t => {
  t.same(Object.fromEntries(figuresOf(SOURCES).map(({ name, value }) => [name, value])), {
    files: 2,
    'lines that are not blank': 9,
    'characters a line (mean)': 34.9,
    'lines over 100 characters': 1,
    'lines over 120 characters': 0,
    'import circles': 1,
    'files not named after an export': 1,
    'flatMap per 1,000 lines': 111.1,
    'doc comments that open with What, Of …': 2
  })
})

t.test('a file is named after an export, which may have a verb before it or a word after it', async t => {
  const named = [
    'export function accept',
    'export function parseAccept',
    'export class Accept',
    'export const ACCEPT',
    'export function acceptOf'
  ]
  for (const text of named) t.same(listMisnamed(new Map([['src/a/accept.ts', text]])), [], text)
  for (const text of ['function accept', 'export function takeAccept', 'export const ACCEPTED']) {
    t.same(listMisnamed(new Map([['src/a/accept.ts', text]])), ['src/a/accept.ts'], text)
  }
})

t.test('files of schemas, of errors and starting points are named after what they hold', async t => {
  for (const file of ['src/admin/stub-schemas.ts', 'src/errors.ts', 'src/cli/main.ts', 'src/index.ts']) {
    t.same(listMisnamed(new Map([[file, 'export const A = 1']])), [], file)
  }
})
