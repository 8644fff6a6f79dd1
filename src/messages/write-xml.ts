import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import type { SchemaReference } from '../contract/contract.ts'
import { loadXml } from './load-xml.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { Shape } from '../schemas/shape.ts'
import { XSI } from './read-elements.ts'
import { itemNameOf, rootNameOf, xmlFormOf } from './xml-form.ts'
import type { XmlForm } from './xml-form.ts'

/** An element or a text, as the builder takes it. */
type Node = JsonObject

/** Writes a value as the XML that its schema describes by `xml`, and that `parseXml` reads. */
export function writeXml (value: unknown, schema: SchemaReference | undefined): string {
  return `${XML_DECLARATION}${writeElement(value, schema)}`
}

/** The line that XML begins with. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Writes a value as one element, without the declaration of XML. Its schema names it, or else `otherName`. */
export function writeElement (value: unknown, schema: SchemaReference | undefined, otherName = 'root'): string {
  const { XMLBuilder } = loadXml()
  const shape = shapeOf(schema)
  // No member gives the items of a list its name where the list is the whole value.
  const itemName = shape.isList ? rootNameOf(shape.items) ?? 'item' : undefined
  const name = rootNameOf(shape, schema) ?? otherName
  const root = toElement({ name, form: xmlFormOf(shape), value, shape, itemName })
  return new XMLBuilder(OPTIONS).build([root])
}

const OPTIONS = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  suppressEmptyNode: true,
  cdataPropName: '#cdata'
} as const

/** A value that becomes an element. */
interface ElementSource {
  readonly name: string
  readonly form: XmlForm
  readonly value: unknown
  readonly shape: Shape
  /**
   * The name of a list's items whose schema gives them none.
   * @default the name of the list
   */
  readonly itemName?: string | undefined
}

/**
 * Creates an element that declares its namespace; one without a prefix applies to the elements
 * within too.
 */
function toElement ({ form, itemName = '', name, shape, value }: ElementSource): Node {
  const attributes: Record<string, string> = {}
  const { namespace, prefix } = form
  if (namespace !== undefined) attributes[prefix === undefined ? 'xmlns' : `xmlns:${prefix}`] = namespace
  if (value === null) Object.assign(attributes, { 'xmlns:xsi': XSI, 'xsi:nil': 'true' })
  const tag = toTag(name, prefix)
  const content = toContent(value, { shape, itemName: itemName || name, attributes })
  // The content adds attributes of its own.
  return Object.keys(attributes).length === 0 ? { [tag]: content } : { [tag]: content, ':@': attributes }
}

interface XmlContext {
  readonly shape: Shape
  readonly itemName: string
  /** The attributes of the element, to which its members add. */
  readonly attributes: Record<string, string>
}

function toContent (value: unknown, { attributes, itemName, shape }: XmlContext): Node[] {
  if (Array.isArray(value)) return toItems(value, itemNameOf(shape, itemName), shape.items)
  if (!isObject(value)) return isEmpty(value) ? [] : [toText(value)]
  const nodes: Node[] = []
  for (const [name, member] of Object.entries(value)) {
    const memberShape = shape.member(name)
    const form = xmlFormOf(memberShape)
    if (member === undefined) continue
    if (form.place === 'attribute') addAttribute(attributes, form, { name, value: member })
    else nodes.push(...toMember({ name, form, value: member, shape: memberShape }))
  }
  return nodes
}

function isEmpty (value: unknown): boolean {
  return value === null || value === undefined || value === ''
}

function toText (value: unknown): Node {
  return { '#text': String(value) }
}

function addAttribute (
  attributes: Record<string, string>,
  form: XmlForm,
  { name, value }: { name: string, value: unknown }
): void {
  if (value !== null) attributes[toTag(form.name ?? name, form.prefix)] = String(value)
  const { namespace, prefix } = form
  if (prefix !== undefined && namespace !== undefined) attributes[`xmlns:${prefix}`] = namespace
}

function toMember ({ name, form, value, shape }: ElementSource): Node[] {
  if (form.place === 'text') return [toText(value)]
  if (form.place === 'cdata') return [{ '#cdata': [toText(value)] }]
  if (Array.isArray(value) && !form.wrapped) return toItems(value, itemNameOf(shape, name), shape.items)
  return [toElement({ name: form.name ?? name, form, value, shape })]
}

function toItems (items: readonly unknown[], name: string, shape: Shape): Node[] {
  const form = xmlFormOf(shape)
  return items.map(value => toElement({ name, form, value, shape }))
}

/**
 * Replaces the characters of a member's name that XML does not allow in a name (XML 1.0, section
 * 2.3).
 */
function toTag (name: string, prefix: string | undefined): string {
  const local = name.replace(/[^\w.\-\u00B7-\uFFFD]/g, '_').replace(/^(?=[\d.-])|^$/, '_')
  return prefix === undefined ? local : `${prefix}:${local}`
}
