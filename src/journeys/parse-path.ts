import { parseJsonPointer } from '../documents/json-pointer.ts'
import { ExpressionFault } from './known-names.ts'

const SEGMENT = /^(?:\.?([^.[\]#]+)|\[(\d+)\]|\[(?:'([^']*)'|"([^"]*)")\])/

/**
 * Parses the path of an expression: `.steps.add.outputs.order[0]#/id` becomes `steps`, `add`, `outputs`, `order`, `0`,
 * `id`. Throws `ExpressionFault`.
 */
export function parsePath (text: string): string[] {
  const at = text.indexOf('#')
  const dotted = at === -1 ? text : text.slice(0, at)
  return [...parseSegments(dotted), ...at === -1 ? [] : parseFragment(text.slice(at + 1))]
}

function parseSegments (text: string): string[] {
  const names: string[] = []
  let rest = text
  while (rest !== '') {
    const match = SEGMENT.exec(rest)
    if (match === null) throw new ExpressionFault(`"${rest}" is no member: write .name, [0] or #/json/pointer`)
    const [whole, name, index, single, double] = match
    names.push(name ?? index ?? single ?? double ?? '')
    rest = rest.slice(whole.length)
  }
  return names
}

/** Parses a JSON pointer, after which an index may follow: `/orders[0]`. */
function parseFragment (text: string): string[] {
  const match = /^(.*?)((?:\[\d+\])+)$/s.exec(text)
  const [pointer, indexes] = match === null ? [text, ''] : [match[1] ?? '', match[2] ?? '']
  const names = parseJsonPointer(pointer)
  if (names === undefined) throw new ExpressionFault(`"#${pointer}" is no JSON pointer: write #/member/0`)
  return [...names, ...parseSegments(indexes)]
}

/** Returns a member of a value by its path; `undefined` where there is none. */
export function memberAt (value: unknown, names: readonly string[]): unknown {
  let member = value
  for (const name of names) {
    if (typeof member !== 'object' || member === null || !Object.hasOwn(member, name)) return undefined
    member = (member as Record<string, unknown>)[name]  // it was just checked to be there
  }
  return member
}
