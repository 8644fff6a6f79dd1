import { basename } from 'node:path/posix'
import { findCircles, importGraph } from './find-circles.ts'

/** A figure of a code base. */
export interface Figure {
  readonly name: string
  readonly value: number
}

/** Words that may stand before the name of a file in the name of its export: `parse-accept.ts` or `accept.ts`. */
const BEFORE = ['create', 'compile', 'parse', 'list']

/** Words that may stand after it: `usage.ts` exports `usageText`, `base-path.ts` exports `basePathOf`. */
const AFTER = ['text', 'of']

/** Files that export many things of one kind, and starting points, are named after what they hold. */
const NAMED_AFTER_CONTENT = /(^|[-/])(errors|index|main|schemas|keywords|table)\.ts$/

/** Modules whose exports belong together, each a part of what the file is named after. */
const COHESIVE: ReadonlySet<string> = new Set([
  'src/messages/message.ts',
  'src/messages/node-http.ts',
  'src/options.ts',
  'src/server.ts',
  'src/simulation/progress.ts',
  'src/testing.ts',
  'src/version.ts'
])

const OPENS_BADLY = /\/\*\*\s*(?:\*\s*)?(?:What|Whether|Whoever|Those|Of|Where)\b/g

/** Returns the figures of sources, given by path. Generated files are left out. */
export function figuresOf (sources: ReadonlyMap<string, string>): Figure[] {
  const files = new Map([...sources].filter(([, text]) => !isGenerated(text)))
  const text = [...files.values()].join('')
  const lines = text.split('\n').filter(line => line.trim() !== '')
  const characters = lines.reduce((sum, { length }) => sum + length, 0)
  const flatMaps = text.match(/\.flatMap\b/g)?.length ?? 0
  return [
    { name: 'files', value: files.size },
    { name: 'lines that are not blank', value: lines.length },
    { name: 'characters a line (mean)', value: rounded(characters / lines.length) },
    { name: 'lines over 100 characters', value: countLonger(lines, 100) },
    { name: 'lines over 120 characters', value: countLonger(lines, 120) },
    { name: 'import circles', value: findCircles(importGraph(files)).length },
    { name: 'files not named after an export', value: listMisnamed(files).length },
    { name: 'flatMap per 1,000 lines', value: rounded(1_000 * flatMaps / lines.length) },
    { name: 'doc comments that open with What, Of …', value: text.match(OPENS_BADLY)?.length ?? 0 }
  ]
}

/** Returns the files that are named after none of their exports. Generated files are left out. */
export function listMisnamed (files: ReadonlyMap<string, string>): string[] {
  const named = [...files].filter(([file, text]) => !isNamedAfterContent(file) && !isGenerated(text))
  const misnamed = named.filter(([file, text]) => !isNamedAfterExport(file, text))
  return misnamed.map(([file]) => file)
}

function isNamedAfterContent (file: string): boolean {
  return NAMED_AFTER_CONTENT.test(file) || COHESIVE.has(file)
}

function isNamedAfterExport (file: string, text: string): boolean {
  const name = flat(basename(file, '.ts'))
  const exported = text.matchAll(/^export (?:async )?(?:function(?: ?\*)?|const|class|interface|type) (\w+)/gm)
  const accepted = new Set([name, ...BEFORE.map(verb => verb + name), ...AFTER.map(word => name + word)])
  return [...exported].some(([, word = '']) => accepted.has(flat(word)))
}

/** Compares names without regard to how their words are joined. */
function flat (name: string): string {
  return name.replaceAll(/[-_]/g, '').toLowerCase()
}

function isGenerated (text: string): boolean {
  return /^\/\/ .*Do not edit/.test(text)
}

function countLonger (lines: readonly string[], limit: number): number {
  return lines.filter(({ length }) => length > limit).length
}

function rounded (value: number): number {
  return Math.round(10 * value) / 10
}
