import { decodeComponent } from '../documents/decode-component.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import type { Observed } from './observe.ts'

/** Finds a value in a request, or a list that has it. Returns the runtime expression of where it is. */
export function findInRequest ({ path, request, url }: Observed, id: string): string | undefined {
  for (const [name, text] of Object.entries(path)) {
    if (decodeComponent(text) === id) return `$request.path.${name}`
  }
  const [, query = ''] = url.split('?', 2)
  for (const [name, value] of new URLSearchParams(query)) {
    if (value === id || value.split(',').includes(id)) return `$request.query.${name}`
  }
  const pointer = findInBody(request.body, id, '')
  return pointer === undefined ? undefined : `$request.body#${pointer}`
}

function findInBody (value: unknown, id: string, pointer: string, depth = 0): string | undefined {
  if (depth > 6) return undefined
  if (typeof value === 'string' || typeof value === 'number') return String(value) === id ? pointer : undefined
  // The list as a whole names all that are sought.
  if (Array.isArray(value)) return value.some(item => String(item) === id) ? pointer : undefined
  if (!isObject(value)) return undefined
  for (const [name, member] of Object.entries(value)) {
    const found = findInBody(member, id, `${pointer}/${escapePointer(name)}`, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}
