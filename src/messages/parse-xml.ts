import type { MediaType } from '../contract/contract.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { coerce } from './coerce.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { Shape } from '../schemas/shape.ts'
import type { Violation } from '../schemas/violation.ts'
import { createMalformed, createViolation } from '../schemas/create-violation.ts'
import { readElements } from './read-elements.ts'
import type { XmlElement } from './read-elements.ts'
import { isList, itemNameOf, rootNameOf, xmlFormOf } from './xml-form.ts'
import type { BodyReading } from './body-reading.ts'

const BODY = { in: 'body', pointer: '' } as const

/** Reads XML as the value that its schema describes by `xml`: names, attributes, wrapped lists and namespaces. */
export function parseXml (text: string, declared: MediaType | undefined): BodyReading {
  const violations: Violation[] = []
  const shape = shapeOf(declared?.schema)
  const value = readXml(text, shape, violation => violations.push(violation), rootNameOf(shape, declared?.schema))
  return violations.some(({ rule }) => rule === 'malformed') ? { kind: 'malformed', violations } : { kind: 'value', value, violations }
}

/** Reads XML as the value that a shape describes; tells what is wrong with it that no schema can see. */
export function readXml (text: string, shape: Shape, tell: (violation: Violation) => void, rootName?: string): unknown {
  const reading = readElements(text.replace(/^\uFEFF/, ''))
  if (reading.kind === 'malformed') {
    tell(createMalformed(BODY, 'be XML', reading.reason))
    return undefined
  }
  const { root } = reading
  // Some describe an XML text as nothing but a string.
  if (root.children.length > 0 && isString(shape)) return text
  if (rootName !== undefined && root.name !== rootName) {
    tell(createViolation(BODY, { rule: 'xml', expected: `be the element ${rootName}` }, root.name))
  }
  return readValue({ element: root, shape, pointer: '' }, tell)
}

interface Spot {
  readonly element: XmlElement
  readonly shape: Shape
  readonly pointer: string
}

function isString ({ kinds }: Shape): boolean {
  return kinds.size === 1 && kinds.has('string')
}

type Tell = (violation: Violation) => void

function readValue (location: Spot, tell: Tell): unknown {
  const { element, pointer, shape } = location
  const { namespace } = xmlFormOf(shape)
  if (namespace !== undefined && element.namespace !== namespace) {
    tell(createViolation({ in: 'body', pointer }, { rule: 'xml', expected: `be in the namespace ${namespace}` }, element.namespace ?? 'none'))
  }
  if (shape.kinds.has('null') && isNil(element)) return null
  if (isList(shape)) return element.children.map((child, index) => readValue({ element: child, shape: shape.items, pointer: `${pointer}/${index}` }, tell))
  const isPlain = element.children.length === 0 && listAttributes(element).length === 0
  if (shape.kinds.has('object') || !isPlain) return readMembers(location, tell)
  return readText(element.text, shape)
}

function isNil ({ attributes, children, text }: XmlElement): boolean {
  return attributes.get('xsi:nil') === 'true' || (attributes.size === 0 && children.length === 0 && text === '')
}

/** What a schema of a string sees is the very text; space around anything else means nothing. */
function readText (text: string, shape: Shape): unknown {
  const value = coerce(text.trim(), shape)
  return typeof value === 'string' ? text : value
}

function readMembers ({ element, pointer, shape }: Spot, tell: Tell): unknown {
  const members = new Map<string, unknown>()
  const read = new Set<XmlElement | string>()
  const take = (name: string, member: Shape) => {
    const { name: ownName = name, place, wrapped } = xmlFormOf(member)
    const at = `${pointer}/${escapePointer(name)}`
    if (place === 'text' || place === 'cdata') return element.text === '' ? undefined : readText(element.text, member)
    if (place === 'attribute') {
      const text = element.attributes.get(ownName)
      read.add(ownName)
      return text === undefined ? undefined : coerce(text, member)
    }
    const elements = element.children.filter(child => child.name === (isList(member) && !wrapped ? itemNameOf(member, name) : ownName))
    for (const child of elements) read.add(child)
    if (isList(member) && !wrapped) {
      const items = elements.map((child, index) => readValue({ element: child, shape: member.items, pointer: `${at}/${index}` }, tell))
      // A list that is not wrapped leaves no trace where it is empty.
      return items.length === 0 && !isRequired(shape, name) ? undefined : items
    }
    const [first, second] = elements
    if (second !== undefined) tell(createViolation({ in: 'body', pointer: at }, { rule: 'xml', expected: 'be there once' }, elements.length))
    return first && readValue({ element: first, shape: member, pointer: at }, tell)
  }
  for (const name of shape.names) {
    const value = take(name, shape.member(name))
    if (value !== undefined) members.set(name, value)
  }
  addUndeclared({ element, shape, pointer }, { read, members, tell })
  return Object.fromEntries(members)
}

/** What no schema names is kept, for the schema to say whether it may be. */
function addUndeclared ({ element, pointer, shape }: Spot, { members, read, tell }: { read: ReadonlySet<XmlElement | string>, members: Map<string, unknown>, tell: Tell }): void {
  for (const [name, text] of listAttributes(element)) {
    if (!read.has(name) && !members.has(name) && name !== '__proto__') members.set(name, coerce(text, shape.member(name)))
  }
  for (const [name, elements] of Map.groupBy(element.children.filter(child => !read.has(child)), ({ name }) => name)) {
    if (members.has(name) || name === '__proto__') continue
    const member = shape.member(name)
    const values = elements.map(child => readValue({ element: child, shape: isList(member) ? member.items : member, pointer: `${pointer}/${escapePointer(name)}` }, tell))
    members.set(name, values.length > 1 || isList(member) ? values : values[0])
  }
}

function listAttributes ({ attributes }: XmlElement): Array<[string, string]> {
  return [...attributes].filter(([name]) => !name.startsWith('xsi:') && name !== 'lang' && name !== 'space')
}

function isRequired (shape: Shape, name: string): boolean {
  return shape.said('required').flat().includes(name)
}
