import { isObject } from '../documents/is-object.ts'
import type { SchemaReference } from '../contract/contract.ts'
import type { Shape } from '../schemas/shape.ts'

/** The form of a value in XML (OpenAPI 3.1, XML Object; `nodeType` of 3.2). */
export interface XmlForm {
  readonly name: string | undefined
  readonly prefix: string | undefined
  readonly namespace: string | undefined
  readonly place: 'element' | 'attribute' | 'text' | 'cdata'
  /** Whether the items of a list are in an element of their own. */
  readonly wrapped: boolean
}

const forms = new WeakMap<Shape, XmlForm>()

/** Returns how a value is written in XML; the outermost of its schemas that says so counts. */
export function xmlFormOf (shape: Shape): XmlForm {
  let form = forms.get(shape)
  if (form === undefined) {
    form = readForm(shape)
    forms.set(shape, form)
  }
  return form
}

function readForm (shape: Shape): XmlForm {
  const said = shape.said('xml').filter(isObject)
  const find = (name: string) => said.find(xml => xml[name] !== undefined)?.[name]
  const text = (name: string) => {
    const value = find(name)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  return {
    name: text('name'),
    prefix: text('prefix'),
    namespace: text('namespace'),
    place: toPlace(find('nodeType'), find('attribute')),
    wrapped: find('wrapped') === true || find('nodeType') === 'element'
  }
}

function toPlace (nodeType: unknown, attribute: unknown): XmlForm['place'] {
  if (nodeType === 'attribute' || nodeType === 'text' || nodeType === 'cdata') return nodeType
  return attribute === true ? 'attribute' : 'element'
}

/**
 * Returns the name of the root element: that of the schema, else that of the component; `undefined`
 * where there is neither.
 */
export function rootNameOf (shape: Shape, reference?: SchemaReference): string | undefined {
  return xmlFormOf(shape).name ?? componentOf(shape.said('$ref')[0]) ?? componentOf(`#${reference?.pointer}`)
}

function componentOf (ref: unknown): string | undefined {
  return /^#\/components\/schemas\/([^/]+)$/.exec(String(ref))?.[1]
}

/**
 * Returns the name of the elements of a list's items: that of their schema, else that of the list.
 */
export function itemNameOf (shape: Shape, listName: string): string {
  return xmlFormOf(shape.items).name ?? listName
}
