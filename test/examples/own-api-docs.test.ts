import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import type { Test } from 'tap'
import { runBinary } from '../cli/run-binary.ts'
import { childEnvironment } from '../child-environment.ts'
import { compile } from '../compile.ts'
import { START, startStandin } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'
import { listCodeBlocks } from './code-blocks.ts'
import type { CodeBlock } from './code-blocks.ts'
import { parseCurl } from './curl.ts'
import { patternOf } from './http-blocks.ts'

const page = readFileSync(new URL('../../docs/guide/own-api.md', import.meta.url), 'utf8')
const [{ text: darkroom = '' } = {}] = listCodeBlocks(page, '## The document')

/** The host that the page shows. Links in responses have the one of the request. */
const HOST = '127.0.0.1:4010'

/** The overlay that the commands of the page write. */
let overlay = ''

t.test('the commands print what is shown, and the overlay is the one that is shown', async t => {
  const folder = t.testdir({ 'darkroom.yaml': darkroom })
  for (const heading of ['## Is it sound?', '## What it could do']) {
    const [command, shown] = listCodeBlocks(page, heading)
    const { exitCode, stdout } = await runBinary(t, String(command?.text).trim().split(' ').slice(1), folder)
    t.equal(exitCode, 0)
    t.equal(stdout.trim(), shown?.text.trim())
  }
  overlay = readFileSync(join(folder, 'darkroom.overlay.yaml'), 'utf8')
  const excerpts = listCodeBlocks(page, '## What it could do').filter(({ language }) => language === 'yaml')
  t.equal(excerpts.length, 2)
  for (const { text } of excerpts) t.ok(withoutIndent(overlay).includes(withoutIndent(text)), text)
})

t.test('the document is answered as it is', async t => {
  await play(t, await serve(t, {}), ['## As it is'])
})

t.test('the requests are answered as shown', async t => {
  await play(t, await serve(t, { overlay }), [
    '## Things that are kept',
    '## A job, by the clock',
    '## A reply of your own'
  ])
})

t.test('the test passes, and is held to the types', async t => {
  const [example] = listCodeBlocks(page, '## The test').filter(({ language }) => language === 'ts')
  const source = new URL('../../src/', import.meta.url).pathname
  const folder = t.testdir({
    'darkroom.yaml': darkroom,
    'darkroom.overlay.yaml': overlay,
    'export-album.test.mts': String(example?.text).replaceAll("'standin/testing'", `'${source}testing.ts'`)
  })
  const { stdout: types } = await runBinary(t, ['types', 'darkroom.yaml', '--overlay', 'darkroom.overlay.yaml'], folder)
  writeFileSync(join(folder, 'darkroom-types.ts'), types)

  t.same(compile([join(folder, 'export-album.test.mts')]), [])
  const { stdout } = await promisify(execFile)(process.execPath, ['export-album.test.mts'], {
    cwd: folder,
    env: childEnvironment()
  })
  t.match(stdout, /pass 1\b/)
})

async function serve (t: Test, { overlay }: { overlay?: string }): Promise<Standin> {
  const folder = t.testdir({ 'darkroom.yaml': darkroom, 'darkroom.overlay.yaml': overlay ?? '' })
  return startStandin(t, {
    openapi: [join(folder, 'darkroom.yaml')],
    startsAt: START,
    ...overlay !== undefined && { overlays: [join(folder, 'darkroom.overlay.yaml')] }
  })
}

/** Sends the requests of sections, line by line. A block of JSON shows the response to the last request before it. */
async function play (t: Test, { send }: Standin, headings: readonly string[]): Promise<void> {
  let last = ''
  let id = ''
  for (const { language, text } of headings.flatMap<CodeBlock>(heading => listCodeBlocks(page, heading))) {
    if (language === 'json') t.match(last, patternOf(text.trim()))
    if (language !== 'sh' || !text.startsWith('curl')) continue
    for (const line of text.trim().split('\n')) {
      const { body, headers, method, url } = parseCurl(line.replace('$id', id))
      const response = await send(method, url.replace(`http://${HOST}`, ''), body, { ...headers, host: HOST })
      t.ok(response.statusCode < 500, `${line} is answered with ${response.statusCode}: ${response.body}`)
      last = response.body
      if (url.endsWith('/exports')) id = response.json<{ id: string }>().id
    }
  }
}

/** Removes indentation, as the page shows parts of the overlay. */
function withoutIndent (text: string): string {
  return text.trim().split('\n').map(line => line.trim()).join('\n')
}
