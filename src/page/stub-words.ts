import type { JsonCursor } from './json-cursor.ts'

/** A JSON Schema, as far as it says which words there are. */
export interface WordSchema {
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, WordSchema>>
  readonly items?: WordSchema
  readonly additionalProperties?: WordSchema | boolean
  readonly anyOf?: readonly WordSchema[]
  readonly oneOf?: readonly WordSchema[]
  readonly allOf?: readonly WordSchema[]
  readonly enum?: readonly unknown[]
}

/** The words of stubs. */
export interface StubWords {
  readonly stub: WordSchema
  /** By name, for references. */
  readonly schemas: Readonly<Record<string, WordSchema>>
  readonly operations: readonly string[]
}

/** How many words are listed. */
const MAX_LISTED = 8

/** Lists the words that fit a place in a stub and have what is typed in them: those that begin with it first. */
export function listWords ({ kind, path, typed }: JsonCursor, words: StubWords): string[] {
  const all = kind === 'name' ? namesAt(path, words) : valuesAt(path, words)
  const text = typed.toLowerCase()
  const fitting = [...new Set(all)].filter(word => word.toLowerCase().includes(text) && word !== typed)
  const begins = (word: string): number => word.toLowerCase().startsWith(text) ? 0 : 1
  return fitting.sort((a, b) => begins(a) - begins(b)).slice(0, MAX_LISTED)
}

function namesAt (path: readonly string[], words: StubWords): string[] {
  return schemasAt(path, words).flatMap(({ properties = {} }) => Object.keys(properties))
}

function valuesAt (path: readonly string[], words: StubWords): string[] {
  if (path.join() === 'operation') return [...words.operations]
  const values = schemasAt(path, words).flatMap(schema => schema.enum ?? [])
  return values.filter(value => typeof value === 'string')
}

/** Lists the schemas of a value, all alternatives. */
function schemasAt (path: readonly string[], words: StubWords): WordSchema[] {
  let schemas = expand(words.stub, words)
  for (const name of path) {
    schemas = schemas.flatMap(({ additionalProperties, items, properties }) => {
      const rest = typeof additionalProperties === 'object' ? additionalProperties : undefined
      const part = items ?? properties?.[name] ?? rest
      return part === undefined ? [] : expand(part, words)
    })
  }
  return schemas
}

/** The deepest chain of references and alternatives that is followed. */
const MAX_DEPTH = 8

function expand (schema: WordSchema, words: StubWords, depth = 0): WordSchema[] {
  if (depth > MAX_DEPTH) return []
  const { $ref, allOf = [], anyOf = [], oneOf = [] } = schema
  const target = $ref === undefined ? undefined : words.schemas[$ref.slice($ref.lastIndexOf('/') + 1)]
  const others = [...target === undefined ? [] : [target], ...allOf, ...anyOf, ...oneOf]
  return [schema, ...others.flatMap(other => expand(other, words, depth + 1))]
}
