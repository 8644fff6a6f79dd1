import type { Operation, ResponseDefinition, SchemaReference } from '../contract/contract.ts'
import { isJson } from '../messages/media-type.ts'
import { statusOf, successResponse } from '../contract/success-response.ts'
import { followSchema, listMembers } from './member.ts'
import { itemsOf, typeOf } from './types-of.ts'

/** What an operation answers when all is well. */
export interface Success {
  readonly status: number
  readonly response: ResponseDefinition
  /** Of the JSON body; `undefined` where there is none, or none in JSON. */
  readonly schema: SchemaReference | undefined
  /** Whether there is a body, in whatever form. */
  readonly hasBody: boolean
}

/** Finds what an operation answers when all is well; the first of the preferred statuses that it documents. */
export function successOf (operation: Operation, preferred: readonly string[] = []): Success | undefined {
  const response = preferred.map(status => operation.responses.find(one => one.status === status)).find(one => one !== undefined) ?? successResponse(operation)
  if (response === undefined || !/^(2|default)/.test(response.status)) return undefined
  const { schema } = response.content.find(({ name }) => isJson(name)) ?? {}
  return { status: statusOf(response), response, schema: schema && followSchema(schema), hasBody: response.content.length > 0 }
}

/** A schema within another, with the names of the members that lead to it: `['data']`. */
export interface Wrapped {
  readonly schema: SchemaReference
  readonly path: readonly string[]
}

/** Members that hold what an answer is about. */
const WRAPPERS = ['data', 'result', 'results', 'item', 'items', 'response', 'payload', 'resource', 'value', 'values', 'content', 'records', 'entries', 'rows', 'list', 'body']

/** Names by which one of many things is told from the others. */
const IDS = /^(id|_id|uuid|guid|key|slug)$|id$/i

/** The thing that an answer is about: its body, or what is wrapped in it. */
export function unwrapItem (schema: SchemaReference, depth = 0): Wrapped | undefined {
  if (typeOf(schema) !== 'object') return undefined
  const members = [...listMembers(schema).values()]
  const objects = members.filter(member => typeOf(member.schema) === 'object' && listMembers(member.schema).size > 0)
  const wrapper = objects.find(({ name }) => WRAPPERS.includes(name.toLowerCase())) ?? (members.length === 1 ? objects[0] : undefined)
  const isWrapper = wrapper !== undefined && depth < 2 && !members.some(({ name }) => IDS.test(name))
  if (!isWrapper) return { schema: followSchema(schema), path: [] }
  const inner = unwrapItem(wrapper.schema, depth + 1)
  return inner && { schema: inner.schema, path: [wrapper.name, ...inner.path] }
}

/** The items of the list that an answer is: its body, or a list that is wrapped in it. */
export function unwrapList (schema: SchemaReference, names: readonly string[] = [], depth = 0): Wrapped | undefined {
  const items = itemsOf(schema)
  if (items !== undefined) return { schema: items, path: [] }
  if (typeOf(schema) !== 'object' || depth > 2) return undefined
  const members = [...listMembers(schema).values()]
  const lists = members.filter(member => typeOf(itemsOf(member.schema) ?? member.schema) === 'object' && itemsOf(member.schema) !== undefined)
  const list = [...names, ...WRAPPERS].map(name => lists.find(member => member.name.toLowerCase() === name.toLowerCase())).find(one => one !== undefined) ?? (lists.length === 1 ? lists[0] : undefined)
  const found = list && itemsOf(list.schema)
  if (list !== undefined && found !== undefined) return { schema: found, path: [list.name] }
  for (const member of members) {
    if (!WRAPPERS.includes(member.name.toLowerCase()) && member.name !== '_embedded') continue
    const inner = unwrapList(member.schema, names, depth + 1)
    if (inner !== undefined) return { schema: inner.schema, path: [member.name, ...inner.path] }
  }
  return undefined
}
