const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"]
])

/**
 * Replaces the references that XML itself defines (XML 1.0, sections 4.1 and 4.6).
 * Throws a `SyntaxError` for any other.
 */
export function decodeXml (text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^;\s]*;?)/g, (all, reference: string) => {
    const character = reference.endsWith(';') ? characterOf(reference.slice(0, -1)) : undefined
    if (character !== undefined) return character
    throw new SyntaxError(`has the unknown reference ${JSON.stringify(all.slice(0, 40))}`)
  })
}

function characterOf (reference: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([\da-f]+)|(\d+))$/i.exec(reference) ?? []
  if (hex === undefined && decimal === undefined) return ENTITIES.get(reference)
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16)
  return code <= 0x10FFFF ? String.fromCodePoint(code) : undefined
}
