import type { JsonObject } from '../documents/is-object.ts'
import { shorten } from '../schemas/shorten.ts'
import { MAX_DEPTH } from './parse-json.ts'
import { loadXml } from './load-xml.ts'
import { decodeXml } from './decode-xml.ts'

/** An element of an XML text. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  readonly namespace: string | undefined
  /** By their names without prefixes; without declarations of namespaces. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** The text directly in it. */
  readonly text: string
}

/** The root of an XML text, or why it cannot be read, to be read after "but". */
export type XmlReading =
  | { readonly kind: 'element', readonly root: XmlElement }
  | { readonly kind: 'malformed', readonly reason: string }

export const XSI = 'http://www.w3.org/2001/XMLSchema-instance'

/**
 * Parses XML into elements. It rejects document types, and with them all entities except those of
 * XML itself: they could name files, or expand without end.
 */
export function readElements (text: string): XmlReading {
  const { XMLParser, XMLValidator } = loadXml()
  const doctype = text.indexOf('<!DOCTYPE')
  if (doctype >= 0 && doctype < text.search(/<[^!?]|$/)) {
    return malformed(`has a document type ${placeOf(text, doctype)}, which is not supported`)
  }
  const verdict = XMLValidator.validate(text)
  if (verdict !== true) {
    const { line, col = 1, msg } = verdict.err
    return malformed(`at line ${line}, column ${col}: ${msg}`)
  }
  try {
    const nodes: unknown = new XMLParser(OPTIONS).parse(text)
    const elements = toNodes(nodes).filter(node => !isText(nameOf(node)))
    const [root] = elements
    if (root === undefined) return malformed('it has no element')
    if (elements.length > 1) return malformed('it has more than one root element')
    return { kind: 'element', root: toElement(root, undefined, 1) }
  } catch (error) {
    return malformed(error instanceof Error ? error.message : String(error))
  }
}

/** Cuts the reason off: the parser lists all open tags. */
function malformed (reason: string): XmlReading {
  return { kind: 'malformed', reason: shorten(reason, 200) }
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

/**
 * A node of the parser: one member has the element's name and holds its content, and `:@` holds its
 * attributes.
 */
type Node = Readonly<JsonObject>

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
  const namespaces = readNamespaces(node, outer)
  const { local, prefix } = splitName(tag)
  const inner = toNodes(node[tag])
  return {
    name: local,
    namespace: findNamespace(prefix, namespaces) || undefined,
    attributes: readAttributes(node, namespaces),
    children: inner.filter(node => !isText(nameOf(node))).map(child => toElement(child, namespaces, depth + 1)),
    text: inner.map(textOf).join('')
  }
}

function readNamespaces (node: Node, outer: Namespaces | undefined): Namespaces | undefined {
  const own = new Map<string, string>()
  for (const [name, uri] of Object.entries(node[':@'] ?? {})) {
    if (isDeclaration(name)) own.set(name.slice('xmlns:'.length), decodeXml(String(uri)))
  }
  return own.size === 0 ? outer : { own, outer }
}

function readAttributes (node: Node, namespaces: Namespaces | undefined): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [name, value] of Object.entries(node[':@'] ?? {})) {
    if (!isDeclaration(name)) attributes.set(attributeName(name, namespaces), decodeXml(String(value)))
  }
  return attributes
}

/**
 * Gives the attributes of XML Schema itself the prefix `xsi`, whatever prefix the text has for
 * them.
 */
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
  if ('#text' in node) return decodeXml(String(node['#text']))
  // CDATA has its text in a node of its own, and escapes nothing.
  return toNodes(node['#cdata']).map(inner => String(inner['#text'])).join('')
}

function placeOf (text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n')
  return `at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
}
