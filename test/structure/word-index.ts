import { isObject } from '../../src/documents/is-object.ts'
import { DEFINITIONS } from '../../src/vocabulary/definitions.ts'

/** The places of the vocabulary that are definitions of their own, as a reader knows them. */
const PLACES: Readonly<Record<string, string>> = {
  Root: 'the root',
  Operation: 'an operation',
  Callback: 'a callback',
  Webhook: 'a webhook',
  Sign: '`sign`',
  ReplyObject: 'a reply',
  Each: 'a template',
  First: 'a template',
  Choose: 'a template',
  FileBody: 'the body of a reply'
}

/** The words of JSON Schema below which the same place goes on. */
const INNER = ['additionalProperties', 'then', 'else', 'items']

/** Returns the table of all words of `x-standin`, with the places where they stand. */
export function wordIndex (): string {
  const rows = new Map<string, Set<string>>()
  for (const [name, place] of Object.entries(PLACES)) collect(DEFINITIONS[name], place, rows)
  const lines = [...rows].map(([row, places]) => row.replace('PLACES', [...places].join(', ')))
  const sorted = lines.toSorted((one, other) => one.toLowerCase() < other.toLowerCase() ? -1 : 1)
  return ['| word | in | meaning |', '|---|---|---|', ...sorted].join('\n')
}

/** Adds a row for each word of a schema and of the schemas in it, with the places that have it. */
function collect (schema: unknown, place: string, rows: Map<string, Set<string>>): void {
  if (!isObject(schema)) return
  const { properties, ...rest } = schema
  for (const [word, value] of Object.entries(isObject(properties) ? properties : {})) {
    const description = isObject(value) && typeof value.description === 'string' ? value.description : ''
    if (description !== '') {
      const row = `| \`${word}\` | PLACES | ${description.replaceAll('|', '\\|')} |`
      rows.set(row, (rows.get(row) ?? new Set()).add(place))
    }
    collect(value, `\`${word}\``, rows)
  }
  for (const [key, value] of Object.entries(rest)) {
    if (INNER.includes(key)) collect(value, place, rows)
    if (Array.isArray(value)) for (const item of value) collect(item, place, rows)
  }
}
