import { escapePointer } from '../documents/json-pointer.ts'
import { coerce } from './coerce.ts'
import type { Shape } from '../schemas/shape.ts'
import type { Violation } from '../schemas/violation.ts'
import { createViolation } from '../schemas/create-violation.ts'
import type { XmlElement } from './read-elements.ts'
import { itemNameOf, xmlFormOf } from './xml-form.ts'

/** An element, the shape of its value, and the pointer of that in the body. */
export interface XmlSource {
  readonly element: XmlElement
  readonly shape: Shape
  readonly pointer: string
}

type Report = (violation: Violation) => void

/**
 * Reads an element as the value that a shape describes; reports violations that no schema can see.
 */
export function readXmlValue (source: XmlSource, report: Report): unknown {
  const { element, pointer, shape } = source
  const { namespace } = xmlFormOf(shape)
  if (namespace !== undefined && element.namespace !== namespace) {
    const expectation = { rule: 'xml', expected: `be in the namespace ${namespace}` }
    report(createViolation({ in: 'body', pointer }, expectation, element.namespace ?? 'none'))
  }
  if (shape.kinds.has('null') && isNil(element)) return null
  if (shape.isList) return readItems(element.children, { shape, pointer }, report)
  const isPlain = element.children.length === 0 && listAttributes(element).length === 0
  if (shape.kinds.has('object') || !isPlain) return new MembersReader(source, report).read()
  return readText(element.text, shape)
}

function isNil ({ attributes, children, text }: XmlElement): boolean {
  return attributes.get('xsi:nil') === 'true' || (attributes.size === 0 && children.length === 0 && text === '')
}

function readItems (
  elements: readonly XmlElement[],
  { shape, pointer }: Omit<XmlSource, 'element'>,
  report: Report
): unknown[] {
  return elements.map((element, index) =>
    readXmlValue({ element, shape: shape.items, pointer: `${pointer}/${index}` }, report))
}

/** A string keeps its white space, which around any other value means nothing. */
function readText (text: string, shape: Shape): unknown {
  const value = coerce(text.trim(), shape)
  return typeof value === 'string' ? text : value
}

/** Lists the attributes that may be members, without those of XML and XML Schema. */
function listAttributes ({ attributes }: XmlElement): Array<[string, string]> {
  return [...attributes].filter(([name]) => !name.startsWith('xsi:') && name !== 'lang' && name !== 'space')
}

/** Reads an element as an object: its attributes, its text and the elements in it are members. */
class MembersReader {
  readonly #element: XmlElement
  readonly #shape: Shape
  readonly #pointer: string
  readonly #report: Report
  /** The elements and the names of attributes that have been read. */
  readonly #read = new Set<XmlElement | string>()

  constructor ({ element, shape, pointer }: XmlSource, report: Report) {
    this.#element = element
    this.#shape = shape
    this.#pointer = pointer
    this.#report = report
  }

  read (): unknown {
    const members = new Map<string, unknown>()
    for (const name of this.#shape.names) {
      const value = this.#readMember(name, this.#shape.member(name))
      if (value !== undefined) members.set(name, value)
    }
    this.#addAttributes(members)
    this.#addElements(members)
    return Object.fromEntries(members)
  }

  #readMember (name: string, shape: Shape): unknown {
    const { name: xmlName = name, place, wrapped } = xmlFormOf(shape)
    if (place === 'text' || place === 'cdata') {
      return this.#element.text === '' ? undefined : readText(this.#element.text, shape)
    }
    if (place === 'attribute') return this.#readAttribute(xmlName, shape)
    return shape.isList && !wrapped ? this.#readList(name, shape) : this.#readElement(name, xmlName)
  }

  #readAttribute (name: string, shape: Shape): unknown {
    const text = this.#element.attributes.get(name)
    this.#read.add(name)
    return text === undefined ? undefined : coerce(text, shape)
  }

  /** Reads a list that is not wrapped; an empty one leaves no trace in XML. */
  #readList (name: string, shape: Shape): unknown {
    const elements = this.#take(itemNameOf(shape, name))
    const isRequired = this.#shape.said('required').flat().includes(name)
    if (elements.length === 0 && !isRequired) return undefined
    return readItems(elements, { shape, pointer: this.#pointerOf(name) }, this.#report)
  }

  #readElement (name: string, xmlName: string): unknown {
    const pointer = this.#pointerOf(name)
    const elements = this.#take(xmlName)
    const [element] = elements
    if (element === undefined) return undefined
    if (elements.length > 1) {
      const expectation = { rule: 'xml', expected: 'be one element' }
      this.#report(createViolation({ in: 'body', pointer }, expectation, elements.length))
    }
    return readXmlValue({ element, shape: this.#shape.member(name), pointer }, this.#report)
  }

  #take (name: string): XmlElement[] {
    const elements = this.#element.children.filter(child => child.name === name)
    for (const element of elements) this.#read.add(element)
    return elements
  }

  /** Adds the undeclared attributes, for the schema to accept or reject. */
  #addAttributes (members: Map<string, unknown>): void {
    for (const [name, text] of listAttributes(this.#element)) {
      if (this.#read.has(name) || members.has(name)) continue
      members.set(name, coerce(text, this.#shape.member(name)))
    }
  }

  /** Adds the undeclared elements, for the schema to accept or reject. */
  #addElements (members: Map<string, unknown>): void {
    const undeclared = this.#element.children.filter(child => !this.#read.has(child))
    for (const [name, elements] of Map.groupBy(undeclared, ({ name }) => name)) {
      if (members.has(name)) continue
      const member = this.#shape.member(name)
      const shape = member.isList ? member.items : member
      const pointer = this.#pointerOf(name)
      const values = elements.map(element => readXmlValue({ element, shape, pointer }, this.#report))
      members.set(name, values.length > 1 || member.isList ? values : values[0])
    }
  }

  #pointerOf (name: string): string {
    return `${this.#pointer}/${escapePointer(name)}`
  }
}
