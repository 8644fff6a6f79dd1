import { readFileSync } from 'node:fs'
import t from 'tap'
import type { Test } from 'tap'
import { FAULTS } from '../../src/messages/fault.ts'
import { startStandin } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'
import { listCodeBlocks } from './code-blocks.ts'
import type { CodeBlock } from './code-blocks.ts'
import { parseHttpBlock, patternOf } from './http-blocks.ts'

const PAGE = readFileSync(new URL('../../docs/guide/stubs.md', import.meta.url), 'utf8')

for (const section of PAGE.split(/^(?=## )/m).slice(1)) {
  t.test(`the examples of "${section.slice(3, section.indexOf('\n'))}" are true`, async t => {
    await run(t, listCodeBlocks(section))
  })
}

t.test('every fault is told of', async t => {
  for (const fault of FAULTS) t.match(PAGE, `| \`${fault}\` |`)
})

/** Adds the stubs and sends the requests of a section. A response belongs to the block before it. */
async function run (t: Test, blocks: readonly CodeBlock[]): Promise<void> {
  const standin = await startStandin(t)
  let answer: Awaited<ReturnType<Standin['send']>> | undefined
  for (const [index, { language, text }] of blocks.entries()) {
    if (language === 'json') {
      answer = await standin.admin('POST', '/stubs', JSON.parse(text))
      if (!blocks[index + 1]?.text.startsWith('HTTP/1.1 ')) t.equal(answer.statusCode, 201, answer.body)
      continue
    }
    const shown = parseHttpBlock(text)
    if (shown.kind === 'request') {
      answer = await standin.send(shown.method, shown.url, shown.body, {
        ...shown.body !== undefined && { 'content-type': 'application/json' },
        ...shown.headers
      })
      continue
    }
    t.equal(answer?.statusCode, shown.status, answer?.body ?? 'no answer')
    for (const [name, value] of Object.entries(shown.headers)) t.equal(answer?.headers[name], value, name)
    if (shown.body !== undefined) t.match(answer?.body, patternOf(shown.body))
  }
}
