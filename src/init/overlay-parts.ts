import { exactJson } from '../exact-json.ts'
import { freeName } from '../documents/free-name.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { parseJsonPointer } from '../documents/json-pointer.ts'
import type { ProposedResource } from './proposal.ts'
import type { ProposedMessage } from './suggest-messages.ts'
import type { ProposedOperation } from './suggestion.ts'

/** The contents of an overlay as plain values. */
export interface OverlayParts {
  /** The `x-standin` of the document. */
  readonly root: JsonObject
  readonly operations: readonly OverlayOperation[]
  readonly messages: readonly OverlayMessage[]
}

export interface OverlayMessage extends ProposedMessage {
  readonly model: ProposedResource['model']
  /** The operation of the callback or the webhook as JSONPath (RFC 9535). */
  readonly target: string
  readonly update: JsonObject
}

export interface OverlayOperation extends ProposedOperation {
  readonly model: ProposedResource['model']
  /** The operation as JSONPath (RFC 9535). */
  readonly target: string
  readonly update: JsonObject
}

/**
 * Converts a proposal to the contents of an overlay, in which replies of several operations are declared once, by name.
 */
export function toOverlayParts (resources: readonly ProposedResource[]): OverlayParts {
  const replies = nameReplies(resources)
  const operations: OverlayOperation[] = []
  for (const { model, operations: proposed } of resources) {
    for (const operation of proposed) operations.push(toOverlayOperation(operation, model, replies))
  }
  const named = Object.fromEntries([...replies.values()].map(({ name, reply }) => [name, reply]))
  return {
    root: {
      ...replies.size > 0 && { replies: named },
      resources: Object.fromEntries(resources.map(({ model, type }) => [model.name, type.declaration]))
    },
    operations,
    messages: resources.flatMap(({ messages, model }) => messages.map(message => ({
      ...message,
      model,
      target: toJsonPath(message.definition.pointer),
      update: { 'x-standin': message.declaration }
    })))
  }
}

/** Returns a JSON pointer as JSONPath: `$.paths['/exports'].post`. */
function toJsonPath (pointer: string): string {
  const segments = (parseJsonPointer(pointer) ?? []).map(name => {
    const quoted = name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")
    return /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `['${quoted}']`
  })
  return `$${segments.join('')}`
}

function toOverlayOperation (
  proposed: ProposedOperation,
  model: ProposedResource['model'],
  replies: Replies
): OverlayOperation {
  const { declaration, operation, responses } = proposed
  const nameOf = (reply: unknown) => replies.get(exactJson.stringify(reply))?.name ?? reply
  const own = { ...declaration }
  const { find, reply } = declaration
  if (isObject(find) && 'else' in find) own.find = { ...find, else: nameOf(find.else) }
  if (isObject(reply) && isObject(reply.while)) {
    const byStatus = Object.entries(reply.while).map(([status, other]) => [status, nameOf(other)])
    own.reply = { ...reply, while: Object.fromEntries(byStatus) }
  }
  const update = { ...responses && { responses }, 'x-standin': own }
  return { ...proposed, model, target: targetOf(operation), update }
}

/** Named replies by their JSON. */
type Replies = Map<string, { name: string, reply: unknown }>

/** Names the replies that several operations have. Replies with a part of the request body keep their place. */
function nameReplies (resources: readonly ProposedResource[]): Replies {
  const replies = new Map<string, { name: string, reply: unknown, uses: number, owner: string }>()
  const newName = (wanted: string) => freeName(wanted, name => [...replies.values()].some(reply => reply.name === name))
  for (const { model, operations } of resources) {
    for (const { reply, wanted } of operations.flatMap(operation => listReplies(operation, model.name))) {
      const key = exactJson.stringify(reply)
      const known = replies.get(key)
      if (known === undefined) {
        replies.set(key, { name: newName(wanted), reply, uses: 1, owner: model.name })
        continue
      }
      known.uses++
      // A reply for several types has the name of none.
      const namesOne = known.name.startsWith('no') && !known.name.startsWith('notFound')
      if (known.owner !== model.name && namesOne) known.name = newName('notFound')
    }
  }
  return new Map([...replies].filter(([json, { uses }]) => uses > 1 && !json.includes('$request.body')))
}

/** Lists the replies of an operation that can have a name: the one for a missing resource, and those by status. */
function listReplies (
  { action, declaration: { find, reply } }: ProposedOperation,
  type: string
): Array<{ readonly reply: unknown, readonly wanted: string }> {
  const missing = isObject(find) && 'else' in find ? [{ reply: find.else, wanted: `no${type}` }] : []
  const byStatus = isObject(reply) && isObject(reply.while) ? Object.values(reply.while) : []
  const name = action === 'download' ? `notReady${type}` : `while${type}`
  return [...missing, ...byStatus.map(reply => ({ reply, wanted: name }))]
}

function targetOf ({ method, path }: ProposedOperation['operation']): string {
  const quoted = path.replaceAll('\\', '\\\\').replaceAll("'", "\\'")
  return `$.paths['${quoted}'].${method.toLowerCase()}`
}
