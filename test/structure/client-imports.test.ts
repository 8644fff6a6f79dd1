import { readFile, readdir } from 'node:fs/promises'
import t from 'tap'

const FOLDER = new URL('../../src/client/', import.meta.url)

t.test('the client depends on nothing: no package, no module of Node, no other folder', async t => {
  const files = await readdir(FOLDER)

  t.ok(files.length > 10)
  for (const file of files) {
    const text = await readFile(new URL(file, FOLDER), 'utf8')
    for (const [, from = ''] of text.matchAll(/(?:from|import) '([^']+)'/g)) {
      t.match(from, /^\.\/[\w-]+\.ts$/, `${file} imports ${from}`)
    }
    t.notMatch(text, /\b(process|Buffer|require|__dirname)\b(?=[.(])/, `${file} uses what browsers have`)
  }
})
