/** Writes members, each of one or more lines, as an object type. */
export function block (members: readonly string[]): string {
  return `{\n${indented(members.join('\n'))}\n}`
}

/** Writes members as an object type; without members, as one that allows none. */
export function blockOrNone (members: readonly string[]): string {
  return members.length === 0 ? 'Record<never, never>' : block(members)
}

/** Writes the name of a member, in quotes when it is not an identifier. */
export function memberName (name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)
}

/** Writes a text as a string literal: `'it\'s'`. */
export function quoted (text: string): string {
  const json = JSON.stringify(text).slice(1, -1)
  return `'${json.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/** Writes a description as the lines of a doc comment: one line, or none without a text. */
export function commentLines (description: unknown): string[] {
  if (typeof description !== 'string') return []
  const text = description.trim().replaceAll(/\s+/g, ' ').replaceAll('*/', '*\\/')
  return text === '' ? [] : [`/** ${text} */`]
}

function indented (text: string): string {
  return text.split('\n').map(line => line === '' ? '' : `  ${line}`).join('\n')
}
