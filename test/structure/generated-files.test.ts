import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import t from 'tap'
import { generatedFiles } from './generated-files.ts'

const isWriting = process.env.TAP_SNAPSHOT === '1'

t.test('the types of the client are those of the documents', async t => {
  for (const { file, text } of await generatedFiles()) {
    if (isWriting) await writeFile(file, text)
    const written = await readFile(file, 'utf8')
    const command = 'TAP_SNAPSHOT=1 npx tap test/structure/generated-files.test.ts'
    t.ok(written === text, `${basename(file.pathname)} is up to date; else ${command} writes it again`)
  }
})
