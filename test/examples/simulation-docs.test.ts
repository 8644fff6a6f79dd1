import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { parse } from 'yaml'
import { isObject } from '../../src/documents/is-object.ts'
import { parseContract } from '../../src/contract/parse-contract.ts'
import { compileSimulation } from '../../src/simulation/api-simulation.ts'
import { startStandin } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'
import { listCodeBlocks } from './code-blocks.ts'
import type { CodeBlock } from './code-blocks.ts'
import { parseHttpBlock, patternOf } from './http-blocks.ts'

const PAGE = readFileSync(new URL('../../docs/reference/simulation.md', import.meta.url), 'utf8')

/** A YAML example that begins so applies to the rest of its section only. */
const INSTEAD = '# instead\n'

type Json = Readonly<Record<string, unknown>>

t.test('every example can be loaded, and the exchanges are as they are shown', async t => {
  const rows = listCodeBlocks(PAGE).find(({ language }) => language === 'csv')?.text ?? ''
  let document: Json = {}
  for (const section of PAGE.split(/^(?=##+ )/m)) {
    const blocks = listCodeBlocks(section)
    const title = section.slice(0, section.indexOf('\n'))
    await t.test(
      title,
      async t => { document = await run(t, blocks.filter((_, index) => !isMistaken(blocks, index)), document, rows) }
    )
  }
})

t.test('mistakes are told as they are shown', async t => {
  const blocks = listCodeBlocks(PAGE)
  for (const [index, { text }] of blocks.entries()) {
    if (!isMistaken(blocks, index)) continue
    t.throws(() => compileSimulation(parseContract(text, { file: 'tally.yaml', name: 'tally' })), {
      code: 'STANDIN_INVALID_DOCUMENT',
      message: blocks[index + 1]?.text.trimEnd()
    })
  }
})

t.test('every word of the language is on the page', async t => {
  const words = [...knownWords({
    'x-standin': {
      zzz: 0,
      refusals: { zzz: 0 },
      limits: { a: { zzz: 0 } },
      replies: { a: { zzz: 0 } },
      resources: { A: { zzz: 0, id: { zzz: 0 }, status: { zzz: 0 }, files: { zzz: 0 }, lifecycles: { a: ['b'] } } }
    }
  })]
  const operation = {
    zzz: 0,
    idempotent: { zzz: 0 },
    requires: { zzz: 0 },
    find: { zzz: 0 },
    unique: { zzz: 0 },
    capacity: { zzz: 0 },
    create: { type: 'A' },
    update: { zzz: 0 },
    delete: { zzz: 0 },
    reply: {
      status: 200,
      body: {
        a: '$zzz',
        b: { $zzz: 0 },
        c: '$now.zzz',
        d: '$status.zzz',
        e: '$limits.zzz',
        f: '$server.zzz',
        g: '$request.zzz'
      }
    }
  }
  words.push(...knownWords({
    'x-standin': { resources: { A: { lifecycles: { a: ['b'] } } }, limits: { a: {} } },
    paths: { '/a': { get: { responses: { 200: { description: '' } }, 'x-standin': operation } } }
  }))
  words.push(...knownWords({
    webhooks: {
      a: { post: { responses: {}, 'x-standin': { zzz: 0 } } },
      b: { post: { responses: {}, 'x-standin': { of: 'A', on: ['zzz'] } } },
      c: { post: { responses: {}, 'x-standin': { of: 'A', on: ['created'], sign: { scheme: 'zzz' } } } },
      d: { post: { responses: {}, 'x-standin': { of: 'A', on: ['created'], sign: { scheme: 'hmac', zzz: 0 } } } },
      e: { post: { responses: {}, 'x-standin': { of: 'A', on: ['created'], body: '$event.zzz' } } }
    },
    'x-standin': { resources: { A: {} } }
  }))
  words.push(...knownWords({ 'x-standin': { replies: { a: { status: 200, body: '$zzz' } } } }))
  t.ok(words.length > 80, `${words.length} words`)
  const code = [...listCodeBlocks(PAGE).map(({ text }) => text), ...PAGE.match(/`[^`\n]+`/g) ?? []].join(' ')
  const shown = new Set(code.match(/\$?[A-Za-z]+/g))
  const isShown = (word: string) => shown.has(word) || code.includes(`\`${word}\``)
  t.same([...new Set(words)].filter(word => /\w\w/.test(word) && !isShown(word)), [])
})

/** Runs the blocks of a section with a document. Returns the document for the next section. */
async function run (t: Test, blocks: readonly CodeBlock[], before: Json, rows: string): Promise<Json> {
  let kept = before
  let here = before
  let code: string | undefined
  let standin: Standin | undefined
  let answer: Awaited<ReturnType<Standin['send']>> | undefined
  for (const { language, text } of blocks) {
    if (language === 'yaml') {
      here = merge(here, parse(text))
      if (!text.startsWith(INSTEAD)) kept = here
      standin = undefined
      t.doesNotThrow(() => compileSimulation(parseContract(JSON.stringify(here), {
        file: 'tally.yaml',
        name: 'tally'
      })))
    }
    if (language === 'ts') code = text
    if (language !== 'http') continue
    const shown = parseHttpBlock(text)
    if (shown.kind === 'request') {
      standin ??= await start(t, here, rows, code)
      answer = await standin.send(shown.method, shown.url, shown.body, {
        ...shown.body !== undefined && { 'content-type': 'application/json' },
        ...shown.headers
      })
      t.ok(
        answer.statusCode < 500,
        `${shown.method} ${shown.url} gives ${answer.statusCode}: ${answer.body.slice(0, 300)}`
      )
      continue
    }
    t.equal(answer?.statusCode, shown.status, answer?.body ?? 'no answer')
    for (const [name, value] of Object.entries(shown.headers)) {
      t.match(String(answer?.headers[name]), patternOf(value), name)
    }
    // A page has no carriage returns, and does not show the end of the last line.
    const body = answer?.body.replaceAll('\r\n', '\n').replace(/\n$/, '')
    t.match(body, shown.body === undefined ? '' : patternOf(shown.body))
  }
  return kept
}

async function start (t: Test, document: Json, rows: string, code: string | undefined): Promise<Standin> {
  const folder = t.testdir({ fixtures: { tally: { rows: { 'sales.csv': rows, 'stock.csv': rows } } } })
  const file = join(folder, 'tally.yaml')
  writeFileSync(file, JSON.stringify(document))
  if (code !== undefined) writeFileSync(join(folder, 'tally.standin.ts'), code)
  return startStandin(t, { openapi: [file], fixtures: join(folder, 'fixtures') })
}

/** Adds an example to a document: a step of an operation replaces the one before it. */
function merge (document: Json, added: Json, path: readonly string[] = []): Json {
  const merged: Record<string, unknown> = { ...document }
  for (const [name, value] of Object.entries(added)) {
    const old = merged[name]
    const isStep = path.includes('paths') && path.at(-1) === 'x-standin'
    merged[name] = isObject(old) && isObject(value) && !isStep ? merge(old, value, [...path, name]) : value
  }
  return merged
}

function isMistaken (blocks: readonly CodeBlock[], index: number): boolean {
  return blocks[index]?.language === 'yaml' && blocks[index + 1]?.language === 'text'
}

/** Lists the known words that the mistakes of a document name. */
function knownWords (document: Json): string[] {
  try {
    compileSimulation(parseContract(
      JSON.stringify({ openapi: '3.1.0', info: { title: '', version: '' }, paths: {}, ...document }),
      { file: 'a.json', name: 'a' }
    ))
    return []
  } catch (error) {
    const lists = error instanceof Error ? [...error.message.matchAll(/\(known: ([^)]*)\)/g)] : []
    return lists.flatMap(([, list = '']) => list.split(', '))
  }
}
