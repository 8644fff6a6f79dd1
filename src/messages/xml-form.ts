import { isObject } from '../documents/is-object.ts'
import type { SchemaReference } from '../contract/contract.ts'
import type { Shape } from '../schemas/shape.ts'

/** How a value is written in XML (OpenAPI 3.1, XML Object; 3.2 says it by `nodeType`). */
export interface XmlForm {
  readonly name: string | undefined
  readonly prefix: string | undefined
  readonly namespace: string | undefined
  readonly place: 'element' | 'attribute' | 'text' | 'cdata'
  /** Whether the items of a list stand in an element of their own. */
  readonly wrapped: boolean
}

const forms = new WeakMap<Shape, XmlForm>()

/** What the schemas of a value say of XML; the outermost that says something counts. */
export function xmlFormOf (shape: Shape): XmlForm {
  let form = forms.get(shape)
  if (form === undefined) forms.set(shape, form = readForm(shape))
  return form
}

function readForm (shape: Shape): XmlForm {
  const said = shape.said('xml').filter(isObject)
  const find = (name: string) => said.find(xml => xml[name] !== undefined)?.[name]
  const text = (name: string) => {
    const value = find(name)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const nodeType = find('nodeType')
  return {
    name: text('name'),
    prefix: text('prefix'),
    namespace: text('namespace'),
    place: nodeType === 'attribute' || nodeType === 'text' || nodeType === 'cdata' ? nodeType : find('attribute') === true ? 'attribute' : 'element',
    wrapped: find('wrapped') === true || nodeType === 'element'
  }
}

/** What the root element is called: as the schema has it, else like the component that it is; `undefined` where neither gives a name. */
export function rootNameOf (shape: Shape, reference?: SchemaReference): string | undefined {
  return xmlFormOf(shape).name ?? componentOf(shape.said('$ref')[0]) ?? componentOf(`#${reference?.pointer}`)
}

function componentOf (ref: unknown): string | undefined {
  return /^#\/components\/schemas\/([^/]+)$/.exec(String(ref))?.[1]
}

/** What the items of a list are called within the element of a list: as their schema has it, else like the list. */
export function itemNameOf (shape: Shape, listName: string): string {
  return xmlFormOf(shape.items).name ?? listName
}

/** Whether a value is a list, and nothing else. */
export function isList ({ kinds }: Shape): boolean {
  return kinds.has('array') && !kinds.has('object')
}
