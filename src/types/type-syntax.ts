/** Writes a text as TypeScript does: `'it\'s'`. */
export function quoted (text: string): string {
  const json = JSON.stringify(text).slice(1, -1)
  return `'${json.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/** Writes the name of a member, in quotes where it needs them. */
export function memberName (name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)
}

/** Writes a description as the lines of a comment: one, or none where there is nothing to say. */
export function commentLines (description: unknown): string[] {
  const text = typeof description === 'string' ? description.trim().replaceAll(/\s+/g, ' ').replaceAll('*/', '*\\/') : ''
  return text === '' ? [] : [`/** ${text} */`]
}

/** Writes members, each of them some lines, as an object type. */
export function block (members: readonly string[]): string {
  return `{\n${indented(members.join('\n'))}\n}`
}

/** Writes members as an object type, which has none where there are none. */
export function blockOrNone (members: readonly string[]): string {
  return members.length === 0 ? 'Record<never, never>' : block(members)
}

/** Writes alternatives, each once. */
export function union (types: readonly string[]): string {
  const distinct = [...new Set(types)]
  if (distinct.includes('unknown')) return 'unknown'
  const possible = distinct.filter(type => type !== 'never')
  return possible.length === 0 ? 'never' : possible.map(type => isIntersection(type) ? `(${type})` : type).join(' | ')
}

/** Writes what must hold at once, each once. */
export function intersection (types: readonly string[]): string {
  const telling = [...new Set(types)].filter(type => type !== 'unknown')
  if (telling.length === 0) return 'unknown'
  if (telling.length === 1) return telling[0] ?? 'unknown'
  return telling.map(type => isUnion(type) ? `(${type})` : type).join(' & ')
}

/** Writes a list of a type. */
export function listOf (type: string): string {
  return /^\w+$/.test(type) ? `${type}[]` : `Array<${type}>`
}

function indented (text: string): string {
  return text.split('\n').map(line => line === '' ? '' : `  ${line}`).join('\n')
}

function isUnion (type: string): boolean {
  return outermost(type).includes(' | ')
}

function isIntersection (type: string): boolean {
  return outermost(type).includes(' & ')
}

/** A type without what stands in its brackets, comments and texts. */
function outermost (type: string): string {
  let depth = 0
  let rest = ''
  for (const [token] of type.matchAll(/\/\*\*.*?\*\/|'(?:\\.|[^'\\])*'|[\s\S]/g)) {
    if ('})]>'.includes(token)) depth--
    if (depth === 0) rest += token
    if ('{([<'.includes(token)) depth++
  }
  return rest
}
