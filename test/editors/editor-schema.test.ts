import { globSync, readFileSync } from 'node:fs'
import t from 'tap'
import { parse } from 'yaml'
import { isOverlay } from '../../src/documents/overlay.ts'
import { isObject } from '../../src/documents/is-object.ts'
import { EDITED_FILES } from '../../src/editors/edited-files.ts'
import type { EditedFile } from '../../src/editors/edited-files.ts'
import { editorSchema } from '../../src/editors/editor-schema.ts'
import { listCodeBlocks } from '../examples/code-blocks.ts'
import { findMistakes } from './compile-schema.ts'

const FIND = Object.fromEntries(EDITED_FILES.map(file => [file, findMistakes(file)])) as
  Record<EditedFile, ReturnType<typeof findMistakes>>

t.test('every document and every scenario of the project fits its schema', async t => {
  for (const file of globSync('{openapi,test/{declarations,examples,served}}/**/*.{yaml,yml}')) {
    const document: unknown = parse(readFileSync(file, 'utf8'))
    if (isObject(document) && 'openapi' in document) t.same(FIND.openapi(document), [], file)
  }
  const scenarios = globSync('fixtures/*/scenarios/*.yaml')
  t.not(scenarios.length, 0)
  for (const file of scenarios) t.same(FIND.scenario(parse(readFileSync(file, 'utf8'))), [], file)
})

t.test('every x-standin of the docs fits the schemas, except the mistake that they show', async t => {
  let shown = 0
  for (const page of globSync('{README.md,docs/**/*.md}')) {
    for (const { language, text } of listCodeBlocks(readFileSync(page, 'utf8'))) {
      if (language !== 'yaml' || !text.includes('x-standin:') || text.includes('unike:')) continue
      shown++
      t.same(mistakesOf(parse(text)), [], `${page}: ${text.slice(0, 60)}`)
    }
  }
  t.ok(shown > 30, `${shown} examples`)
})

/** Returns the mistakes of a document, of an overlay, or of a part of a document as an overlay has it. */
function mistakesOf (value: unknown): unknown {
  if (isOverlay(value)) return FIND.overlay(value)
  if (isObject(value) && 'openapi' in value) return FIND.openapi(value)
  return FIND.overlay({ overlay: '1.0.0', actions: [{ target: '$.info', update: value }] })
}

t.test('the schemas say what each word is for', async t => {
  for (const file of EDITED_FILES) {
    const text = JSON.stringify(editorSchema(file))
    t.match(text, /"description":/, file)
    t.notMatch(text, /"description":""/, file)
  }
})
