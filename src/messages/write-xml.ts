import { isObject } from '../documents/is-object.ts'
import type { SchemaReference } from '../contract/contract.ts'
import { loadXml } from './load-xml.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { Shape } from '../schemas/shape.ts'
import { XSI } from './read-elements.ts'
import { isList, itemNameOf, rootNameOf, xmlFormOf } from './xml-form.ts'
import type { XmlForm } from './xml-form.ts'

/** An element or a text, as the builder takes it. */
type Node = Record<string, unknown>

/** Writes a value as the XML that its schema describes by `xml`: what `parseXml` reads. */
export function writeXml (value: unknown, schema: SchemaReference | undefined): string {
  const { XMLBuilder } = loadXml()
  const shape = shapeOf(schema)
  // The items of a list that is all there is have no member's name to go by.
  const itemName = isList(shape) ? rootNameOf(shape.items) ?? 'item' : undefined
  const root = toElement({ name: rootNameOf(shape, schema) ?? 'root', form: xmlFormOf(shape), value, shape, itemName })
  const builder = new XMLBuilder({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', suppressEmptyNode: true, cdataPropName: '#cdata' })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build([root])}`
}

interface Part {
  readonly name: string
  readonly form: XmlForm
  readonly value: unknown
  readonly shape: Shape
  /** What items of a list are called whose schema gives them no name; like the list where it is left out. */
  readonly itemName?: string | undefined
}

/** A namespace is declared where it begins; one without a prefix holds for all that is within. */
function toElement ({ form, itemName = '', name, shape, value }: Part): Node {
  const attributes: Record<string, string> = {}
  const { namespace, prefix } = form
  if (namespace !== undefined) attributes[prefix === undefined ? 'xmlns' : `xmlns:${prefix}`] = namespace
  if (value === null) Object.assign(attributes, { 'xmlns:xsi': XSI, 'xsi:nil': 'true' })
  const tag = toTag(name, prefix)
  return { [tag]: toContent(value, { shape, itemName: itemName || name, attributes }), ...Object.keys(attributes).length > 0 && { ':@': attributes } }
}

interface XmlContext {
  readonly shape: Shape
  readonly itemName: string
  readonly attributes: Record<string, string>
}

function toContent (value: unknown, { attributes, itemName, shape }: XmlContext): Node[] {
  if (Array.isArray(value)) return toItems(value, itemNameOf(shape, itemName), shape.items)
  if (!isObject(value)) return value === null || value === undefined || value === '' ? [] : [{ '#text': String(value) }]
  return Object.entries(value).flatMap(([memberName, member]): Node[] => {
    const memberShape = shape.member(memberName)
    const form = xmlFormOf(memberShape)
    if (member === undefined) return []
    if (form.place === 'attribute') {
      if (member !== null) attributes[toTag(form.name ?? memberName, form.prefix)] = String(member)
      if (form.prefix !== undefined && form.namespace !== undefined) attributes[`xmlns:${form.prefix}`] = form.namespace
      return []
    }
    if (form.place === 'text') return [{ '#text': String(member) }]
    if (form.place === 'cdata') return [{ '#cdata': [{ '#text': String(member) }] }]
    if (Array.isArray(member) && !form.wrapped) return toItems(member, itemNameOf(memberShape, memberName), memberShape.items)
    return [toElement({ name: form.name ?? memberName, form, value: member, shape: memberShape })]
  })
}

function toItems (items: readonly unknown[], name: string, shape: Shape): Node[] {
  const form = xmlFormOf(shape)
  return items.map(value => toElement({ name, form, value, shape }))
}

/** Names of members may hold what those of XML must not (XML 1.0, section 2.3). */
function toTag (name: string, prefix: string | undefined): string {
  const local = name.replace(/[^\w.\-\u00B7-\uFFFD]/g, '_').replace(/^(?=[\d.-])|^$/, '_')
  return prefix === undefined ? local : `${prefix}:${local}`
}
