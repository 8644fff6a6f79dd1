/** Escapes a value so that a template gives back the same value: a leading dollar sign would begin an expression. */
export function literal (value: unknown): unknown {
  if (typeof value === 'string') return escapeDollar(value).replaceAll('{$', () => '{$$')
  if (Array.isArray(value)) return value.map(literal)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [escapeDollar(name), literal(member)]))
}

function escapeDollar (text: string): string {
  return text.startsWith('$') ? `$${text}` : text
}
