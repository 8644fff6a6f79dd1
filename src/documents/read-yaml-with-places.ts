import type { Document, Node } from 'yaml'
import { loadYaml, parseYaml, VALUE_OPTIONS } from './parse-yaml.ts'
import type { ParsedYaml } from './parse-yaml.ts'
import type { DocumentReading, SourcePosition } from './source-position.ts'

/** Reads a YAML text slowly, and reports the place of each mistake. */
export function readYamlWithPlaces (text: string): DocumentReading {
  try {
    const parsed = parseYaml(text)
    const mistakes = listSyntaxErrors(parsed)
    if (mistakes.length === 0) mistakes.push(...listNonJson(parsed.document))
    if (mistakes.length === 0) return { kind: 'value', value: parsed.document.toJS(VALUE_OPTIONS) }
    return {
      kind: 'unreadable',
      problems: mistakes.map(({ offset, message }) => ({ place: positionAt(parsed, offset), message }))
    }
  } catch (error) {
    return { kind: 'unreadable', problems: [{ place: { line: 1, column: 1 }, message: describeError(error) }] }
  }
}

interface Mistake {
  readonly offset: number
  readonly message: string
}

/** Errors that are harmless: long keys are read all the same. */
const IGNORED_ERRORS: ReadonlySet<string> = new Set(['KEY_OVER_1024_CHARS'])

/** Warnings that change a value: without its tag, `!!binary aGk=` would be other text than its author means. */
const TAG_WARNINGS: ReadonlySet<string> = new Set(['TAG_RESOLVE_FAILED', 'BAD_COLLECTION_TYPE'])

const TOO_DEEP = 'is nested too deeply'

const KNOWN_TAGS = '!!str, !!int, !!float, !!bool, !!null, !!map and !!seq'

function listSyntaxErrors ({ document: { errors, warnings } }: ParsedYaml): Mistake[] {
  const mistakes: Mistake[] = []
  for (const { code, message, pos: [offset] } of errors) {
    // The package reports its own stack overflow as a mistake, once for each level.
    if (message.startsWith('Maximum call stack size')) return [{ offset, message: TOO_DEEP }]
    if (!IGNORED_ERRORS.has(code)) mistakes.push({ offset, message: `is not YAML: ${message}` })
  }
  for (const { code, message, pos: [offset] } of warnings) {
    if (!TAG_WARNINGS.has(code)) continue
    mistakes.push({ offset, message: `has a tag that does not fit (${message}): use ${KNOWN_TAGS}, or remove the tag` })
  }
  return mistakes
}

/** Lists what YAML allows and JSON does not: keys that are no scalars, and keys that become the same text. */
function listNonJson (document: Document.Parsed): Mistake[] {
  const { isPair, isScalar, visit } = loadYaml()
  const mistakes: Mistake[] = []
  visit(document, {
    Map (_key, map) {
      const names = new Set<string>()
      for (const pair of map.items) {
        const key = isPair(pair) ? resolve(document, pair.key) : undefined
        const offset = startOf(pair.key) ?? startOf(map) ?? 0
        if (!isScalar(key)) {
          mistakes.push({ offset, message: 'is not JSON: a key must be text, a number, true, false or null' })
          continue
        }
        // A merge key is a symbol, and may occur twice.
        if (typeof key.value === 'symbol') continue
        // The package would write a null key as empty text.
        if (key.value === null) key.value = 'null'
        const name = String(key.value)
        if (names.has(name)) mistakes.push({ offset, message: `is not YAML: Map keys must be unique: "${name}"` })
        names.add(name)
      }
    },
    Scalar (key, { range, value }) {
      if (key === 'key' || typeof value !== 'symbol') return
      mistakes.push({ offset: range?.[0] ?? 0, message: 'is not YAML: a merge key is used as a value' })
    }
  })
  return mistakes
}

function resolve (document: Document.Parsed, node: unknown): unknown {
  return loadYaml().isAlias(node) ? node.resolve(document) : node
}

function startOf (node: unknown): number | undefined {
  // Parsed nodes have their range.
  return (node as Node | null | undefined)?.range?.[0]
}

function positionAt ({ lines }: ParsedYaml, offset: number): SourcePosition {
  const { line, col } = lines.linePos(offset)
  return { line, column: col }
}

function describeError (error: unknown): string {
  if (error instanceof RangeError) return TOO_DEEP
  // Aliases of unknown anchors, and merge keys without a map.
  return `is not YAML: ${error instanceof Error ? error.message : String(error)}`
}
