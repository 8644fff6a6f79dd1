/** Writes alternatives, each once. */
export function union (types: readonly string[]): string {
  const distinct = [...new Set(types)]
  if (distinct.includes('unknown')) return 'unknown'
  const possible = distinct.filter(type => type !== 'never')
  if (possible.length === 0) return 'never'
  return possible.map(type => has(type, ' & ') ? `(${type})` : type).join(' | ')
}

/** Writes types that hold at once, each once; `unknown` adds nothing. */
export function intersection (types: readonly string[]): string {
  const [first = 'unknown', ...others] = new Set(types.filter(type => type !== 'unknown'))
  if (others.length === 0) return first
  return [first, ...others].map(type => has(type, ' | ') ? `(${type})` : type).join(' & ')
}

/** Writes the type of a list. */
export function listOf (type: string): string {
  return /^\w+$/.test(type) ? `${type}[]` : `Array<${type}>`
}

/** Returns whether a type has an operator outside of its brackets, comments and string literals. */
function has (type: string, operator: string): boolean {
  let depth = 0
  let rest = ''
  for (const [token] of type.matchAll(/\/\*\*.*?\*\/|'(?:\\.|[^'\\])*'|[\s\S]/g)) {
    if ('})]>'.includes(token)) depth--
    if (depth === 0) rest += token
    if ('{([<'.includes(token)) depth++
  }
  return rest.includes(operator)
}
