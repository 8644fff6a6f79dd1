import { readFile, readdir } from 'node:fs/promises'
import t from 'tap'

const FOLDER = new URL('../../src/client/', import.meta.url)

/** The one file outside of the folder that the client needs, and that needs nothing itself. */
const JSON_FILE = '../exact-json.ts'

t.test('the client depends on nothing: no package, no module of Node, no other folder', async t => {
  const files = [...await readdir(FOLDER), JSON_FILE]

  t.ok(files.length > 10)
  for (const file of files) {
    const text = await readFile(new URL(file, FOLDER), 'utf8')
    for (const [, from = ''] of text.matchAll(/(?:from|import) '([^']+)'/g)) {
      t.ok(from === JSON_FILE || /^\.\/[\w-]+\.ts$/.test(from), `${file} imports ${from}`)
    }
    t.notMatch(text, /\b(process|Buffer|require|__dirname)\b(?=[.(])/, `${file} uses what browsers have`)
  }
})
