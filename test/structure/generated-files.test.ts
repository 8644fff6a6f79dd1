import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import t from 'tap'
import { generatedFiles } from './generated-files.ts'
import { pageParts } from './page-parts.ts'

const DOCS = new URL('../../docs/', import.meta.url)
const COMMAND = 'TAP_SNAPSHOT=1 npx tap test/structure/generated-files.test.ts'
const isWriting = process.env.TAP_SNAPSHOT === '1'

t.test('the types of the client are those of the documents', async t => {
  for (const { file, text } of await generatedFiles()) {
    if (isWriting) await writeFile(file, text)
    const written = await readFile(file, 'utf8')
    t.ok(written === text, `${basename(file.pathname)} is up to date; else ${COMMAND} writes it again`)
  }
})

t.test('the lists of the reference pages are those of the code', async t => {
  for (const { name, page, text } of await pageParts()) {
    const file = new URL(page, DOCS)
    const written = await readFile(file, 'utf8')
    const [start, end] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`]
    const before = written.slice(0, written.indexOf(start) + start.length)
    const expected = before + text + written.slice(written.indexOf(end))
    if (isWriting) await writeFile(file, expected)
    else t.ok(written === expected, `${name} in ${page} is up to date; else ${COMMAND} writes it again`)
  }
})
