import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'

/** A place in a body. */
export interface Found {
  readonly pointer: string
  readonly name: string
  readonly value: unknown
}

/** Lists the places of a body at which a test holds, outer ones first. */
export function findValues (body: unknown, test: (value: unknown, name: string) => boolean): Found[] {
  const found: Found[] = []
  const visit = (value: unknown, pointer: string, name: string): void => {
    if (test(value, name)) found.push({ pointer, name, value })
    if (Array.isArray(value)) value.forEach((item, index) => visit(item, `${pointer}/${index}`, name))
    else if (isObject(value)) {
      for (const [name, member] of Object.entries(value)) visit(member, `${pointer}/${escapePointer(name)}`, name)
    }
  }
  visit(body, '', '')
  return found
}

/** Returns the place of an id in a body: the member of this name, or else the first equal value. */
export function findEqual (body: unknown, value: unknown, name: string | undefined): Found | undefined {
  const equal = findValues(body, found => typeof found !== 'object' && String(found) === String(value))
  return equal.find(found => found.name === name) ?? equal[0]
}

/** Returns the expression of a place in the body of a response. */
export function bodyExpression (pointer: string): string {
  return pointer === '' ? '$response.body' : `$response.body#${pointer}`
}

/** Returns a JSONPath that finds the value at a pointer and those in the other items of its innermost list. */
export function toSiblings (pointer: string): string {
  const names = pointer.split('/').slice(1)
  const list = names.findLastIndex(name => /^\d+$/.test(name))
  const parts = names.map((name, index) => {
    if (index === list) return '[*]'
    return /^\d+$/.test(name) ? `[${name}]` : `['${name.replaceAll('~1', '/').replaceAll('~0', '~')}']`
  })
  return `$${parts.join('').replace(/\['([A-Za-z_]\w*)'\]/g, '.$1')}`
}
