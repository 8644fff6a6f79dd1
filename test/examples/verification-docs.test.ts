import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import t from 'tap'
import { DELIVERY_STATES } from '../../src/worlds/delivery.ts'
import { startReceiver } from '../providers/start-receiver.ts'
import { startStandin } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'
import { listCodeBlocks } from './code-blocks.ts'
import { parseHttpBlock, patternOf } from './http-blocks.ts'

const PAGE = readFileSync(new URL('../../docs/guide/verification.md', import.meta.url), 'utf8')

/** The target of callbacks on the page. */
const RECEIVER = 'http://localhost:8080'

t.test('the examples are true, one after the other', async t => {
  const standin = await startStandin(t)
  const { url } = await startReceiver(t)
  const blocks = listCodeBlocks(PAGE)
  let answer: Awaited<ReturnType<Standin['send']>> | undefined
  for (const [index, { language, text }] of blocks.entries()) {
    if (language === 'text') {
      const followed = parseHttpBlock(blocks[index - 1]?.text ?? '')
      t.match(await firstEvent(standin, followed.kind === 'request' ? followed.url : ''), patternOf(text.trimEnd()))
      continue
    }
    const shown = parseHttpBlock(text.replace(RECEIVER, url))
    if (shown.kind === 'response') {
      t.equal(answer?.statusCode, shown.status, answer?.body ?? 'no answer')
      t.match(answer?.body, patternOf(shown.body ?? ''))
    } else if (blocks[index + 1]?.language !== 'text') {
      answer = await standin.send(shown.method, shown.url, shown.body, {
        ...shown.body !== undefined && { 'content-type': 'application/json' },
        'user-agent': 'my-app/1.0',
        ...shown.headers
      })
    }
  }
})

t.test('every state of a callback is told of', async t => {
  for (const state of DELIVERY_STATES) t.match(PAGE, `| \`${state}\` |`)
})

/** Returns the first event of a stream, without the reconnection time for browsers. */
async function firstEvent ({ app }: Standin, url: string): Promise<string> {
  const response = await app.inject({ url, payloadAsStream: true })
  const stream = response.stream().setEncoding('utf8')
  let text = ''
  while (!text.includes('data: ')) {
    const [chunk] = await once(stream, 'data')
    text += chunk
  }
  stream.destroy()
  return text.replace(/^retry: \d+\n\n/, '').split('\n\n', 1)[0] ?? ''
}
