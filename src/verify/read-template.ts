import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import type { ResourceType } from '../simulation/scope.ts'

/** A file as a response names it. */
export interface SightedFile {
  readonly url: string
  /** The stated size in bytes; `undefined` where the response has none. */
  readonly size: number | undefined
}

/** A resource in a body, as far as a template tells where it is. */
export interface FoundResource {
  readonly id: string | undefined
  readonly status: string | undefined
  readonly progress: number | undefined
  readonly files: readonly SightedFile[]
}

interface Reading {
  readonly type: ResourceType
  /** The declaration of the type, whose `always` and `while` are templates too. */
  readonly resource: JsonObject
}

/** A resource while the parts of it are being found. */
interface Draft {
  id: string | undefined
  status: string | undefined
  progress: number | undefined
  readonly files: Array<{ url: string, size: number | undefined }>
}

/**
 * Reads a body by the template that the simulation would make it from, and returns the resources that it shows. A body
 * of another form shows none.
 */
export function readTemplate (template: unknown, body: unknown, reading: Reading): FoundResource[] {
  const lists: Draft[] = []
  const own = createDraft()
  readInto(template, body, { own, lists, reading })
  const isShown = own.id !== undefined || own.status !== undefined || own.files.length > 0
  return isShown ? [own, ...lists] : lists
}

interface Place {
  /** The resource that expressions here are about. */
  readonly own: Draft
  /** The resources of lists. */
  readonly lists: Draft[]
  readonly reading: Reading
}

function createDraft (): Draft {
  return { id: undefined, status: undefined, progress: undefined, files: [] }
}

function readInto (template: unknown, value: unknown, place: Place): void {
  if (value === undefined) return
  if (typeof template === 'string') return readExpression(template, value, place)
  if (Array.isArray(template)) {
    for (const [index, item] of template.entries()) {
      readInto(item, Array.isArray(value) ? value[index] : undefined, place)
    }
    return
  }
  if (!isObject(template)) return
  if ('$each' in template) return readEach(template, value, place)
  if ('$first' in template || '$choose' in template) return readChoices(template, value, place)
  if (!isObject(value)) return
  for (const [name, member] of Object.entries(template)) readInto(member, value[name], place)
}

function readExpression (text: string, value: unknown, { lists, own, reading }: Place): void {
  const { idMember, statusMember } = reading.type
  const [, head = '', member] = /^\$(resource|item|resources|status|id|files)(?:\.(.+)|#\/(?:.+))?$/.exec(text) ?? []
  if (head === 'resources') return readList(value, lists, reading)
  if (head === 'id') own.id = textOf(value)
  if (head === 'status' && member === undefined) own.status = textOf(value)
  if (head === 'status' && member === 'progress' && typeof value === 'number') own.progress = value
  if (head === 'files' && /^\d+\.url$/.test(member ?? '')) addFile(own, value, undefined)
  if (head !== 'resource' && head !== 'item') return
  if (member === undefined) return readResource(value, own, reading)
  if (member === idMember || member === 'id') own.id = textOf(value)
  else if (member === statusMember) own.status = textOf(value)
  else readMember(member, value, own, reading)
}

/** Reads a resource that is shown as a whole. */
function readResource (value: unknown, own: Draft, reading: Reading): void {
  if (!isObject(value)) return
  const { idMember, statusMember } = reading.type
  if (idMember !== undefined) own.id = textOf(value[idMember])
  if (statusMember !== undefined) own.status = textOf(value[statusMember])
  for (const [name, member] of Object.entries(value)) readMember(name, member, own, reading)
}

/** Reads a member of a resource by its templates: that of its status, else that of any. */
function readMember (name: string, value: unknown, own: Draft, { resource, type }: Reading): void {
  const byStatus = isObject(resource.while) ? resource.while : {}
  const current = own.status === undefined ? undefined : byStatus[own.status]
  const groups = [current, resource.always].filter(isObject)
  const template = groups.find(group => name in group)?.[name]
  if (template === undefined || /^\$(?:resource|item)/.test(String(template))) return
  readInto(template, value, { own, lists: [], reading: { resource: {}, type } })
}

function readEach ({ $each: list, as: item }: JsonObject, value: unknown, { lists, own, reading }: Place): void {
  if (!Array.isArray(value)) return
  for (const entry of value) {
    if (list === '$resources') {
      const draft = createDraft()
      readInto(item, entry, { own: draft, lists, reading })
      lists.push(draft)
    }
    if (list === '$files') readFile(item, entry, own)
  }
}

function readFile (item: unknown, entry: unknown, own: Draft): void {
  if (item === '$item.url') return addFile(own, entry, undefined)
  if (!isObject(item) || !isObject(entry)) return
  const nameOf = (expression: string): string =>
    Object.entries(item).find(([, template]) => template === expression)?.[0] ?? ''
  addFile(own, entry[nameOf('$item.url')], entry[nameOf('$item.size')])
}

function addFile ({ files }: Draft, url: unknown, size: unknown): void {
  if (typeof url === 'string') files.push({ url, size: typeof size === 'number' ? size : undefined })
}

function readChoices (template: JsonObject, value: unknown, place: Place): void {
  const named = isObject(template.of) ? Object.values(template.of) : []
  for (const choice of Array.isArray(template.$first) ? template.$first : named) readInto(choice, value, place)
}

function readList (value: unknown, lists: Draft[], reading: Reading): void {
  if (!Array.isArray(value)) return
  for (const entry of value) {
    const draft = createDraft()
    readResource(entry, draft, reading)
    lists.push(draft)
  }
}

function textOf (value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
