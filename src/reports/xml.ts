import { printable } from './printable.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/** Escapes a text for the content and the attributes of XML and HTML. */
export function escapeXml (text: string): string {
  return printable(text).replace(/[&<>"']/g, character => ENTITIES[character] ?? '')
}

/** Writes attributes, each after a space. Line ends in them stay line ends. */
export function xmlAttributes (attributes: Readonly<Record<string, string | number>>): string {
  const written = Object.entries(attributes).map(([name, value]) => {
    return ` ${name}="${escapeXml(String(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`
  })
  return written.join('')
}
