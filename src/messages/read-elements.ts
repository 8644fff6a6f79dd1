import { loadXml } from './load-xml.ts'

/** An element of an XML text, with its namespace where it has one. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  readonly namespace: string | undefined
  /** By their names without prefixes; declarations of namespaces are not among them. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** All text that stands directly in it. */
  readonly text: string
}

/** The root of an XML text, or why there is none: to be read after "but". */
export type XmlReading =
  | { readonly kind: 'element', readonly root: XmlElement }
  | { readonly kind: 'malformed', readonly reason: string }

/** Deeper than any API goes, as for JSON. */
const MAX_DEPTH = 200

export const XSI = 'http://www.w3.org/2001/XMLSchema-instance'

/**
 * Reads an XML text as its elements. Document types are refused, and with them all entities but those of XML itself:
 * they could name files, or grow without end.
 */
export function readElements (text: string): XmlReading {
  const { XMLParser, XMLValidator } = loadXml()
  const doctype = text.indexOf('<!DOCTYPE')
  if (doctype >= 0 && doctype < text.search(/<[^!?]|$/)) return { kind: 'malformed', reason: `${placeOf(text, doctype)} a document type begins, which is not read` }
  const verdict = XMLValidator.validate(text)
  if (verdict !== true) return { kind: 'malformed', reason: `at line ${verdict.err.line}, column ${verdict.err.col ?? 1}: ${shorten(verdict.err.msg)}` }
  try {
    const nodes: unknown = new XMLParser(OPTIONS).parse(text)
    const elements = toNodes(nodes).filter(node => !isText(nameOf(node)))
    const [root] = elements
    if (root === undefined || elements.length > 1) return { kind: 'malformed', reason: root === undefined ? 'it has no element' : 'it has more than one root element' }
    return { kind: 'element', root: toElement(root, undefined, 1) }
  } catch (error) {
    return { kind: 'malformed', reason: shorten(error instanceof Error ? error.message : String(error)) }
  }
}

const OPTIONS = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: '#cdata',
  maxNestedTags: MAX_DEPTH
} as const

/** As the parser gives it: one member called like the element with what is in it, and `:@` with its attributes. */
type Node = Readonly<Record<string, unknown>>

function toNodes (value: unknown): Node[] {
  return Array.isArray(value) ? value : []
}

function nameOf (node: Node): string {
  return Object.keys(node).find(key => key !== ':@') ?? ''
}

function isText (name: string): boolean {
  return name === '#text' || name === '#cdata'
}

/** The namespaces that an element declares, by prefix, within those of the elements around it. */
interface Namespaces {
  readonly own: ReadonlyMap<string, string>
  readonly outer: Namespaces | undefined
}

function toElement (node: Node, outer: Namespaces | undefined, depth: number): XmlElement {
  if (depth > MAX_DEPTH) throw new RangeError(`it goes deeper than ${MAX_DEPTH} levels`)
  const tag = nameOf(node)
  const attributes = Object.entries(node[':@'] ?? {}).map(([name, value]) => [name, decode(String(value))] as const)
  const declared = attributes.filter(([name]) => isDeclaration(name))
  const namespaces = declared.length === 0 ? outer : { own: new Map(declared.map(([name, uri]) => [name.slice(6), uri])), outer }
  const { local, prefix } = splitName(tag)
  const inner = toNodes(node[tag])
  return {
    name: local,
    namespace: findNamespace(prefix, namespaces) || undefined,
    attributes: new Map(attributes.flatMap(attribute => isDeclaration(attribute[0]) ? [] : [[attributeName(attribute[0], namespaces), attribute[1]] as const])),
    children: inner.filter(node => !isText(nameOf(node))).map(child => toElement(child, namespaces, depth + 1)),
    text: inner.map(textOf).join('')
  }
}

/** The attributes of XML Schema itself keep a prefix, which is then always the same. */
function attributeName (name: string, namespaces: Namespaces | undefined): string {
  const { local, prefix } = splitName(name)
  return prefix !== '' && findNamespace(prefix, namespaces) === XSI ? `xsi:${local}` : local
}

function isDeclaration (attribute: string): boolean {
  return attribute === 'xmlns' || attribute.startsWith('xmlns:')
}

function findNamespace (prefix: string, namespaces: Namespaces | undefined): string | undefined {
  for (let scope = namespaces; scope !== undefined; scope = scope.outer) {
    const found = scope.own.get(prefix)
    if (found !== undefined) return found
  }
  return undefined
}

function splitName (name: string): { prefix: string, local: string } {
  const end = name.indexOf(':')
  return { prefix: name.slice(0, Math.max(0, end)), local: name.slice(end + 1) }
}

function textOf (node: Node): string {
  if ('#text' in node) return decode(String(node['#text']))
  // CDATA holds its text in a node of its own, in which nothing is escaped.
  return toNodes(node['#cdata']).map(inner => String(inner['#text'])).join('')
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Reads the references of XML itself (XML 1.0, sections 4.1 and 4.6). */
function decode (text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^;\s]*;?)/g, (all, reference: string) => {
    const known = /^#(?:x([\da-f]+)|(\d+));$/i.exec(reference)
    const code = known === null ? NaN : parseInt(known[1] ?? known[2] ?? '', known[1] === undefined ? 10 : 16)
    const character = Number.isNaN(code) ? ENTITIES[reference.slice(0, -1)] : code <= 0x10FFFF ? String.fromCodePoint(code) : undefined
    if (character === undefined || !reference.endsWith(';')) throw new SyntaxError(`it holds ${JSON.stringify(all.slice(0, 40))}, which stands for nothing`)
    return character
  })
}

/** The parser lists all tags that are open. */
function shorten (text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text
}

function placeOf (text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n')
  return `at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
}
