import { freeName } from '../documents/free-name.ts'
import type { ProposedThing } from './proposal.ts'
import type { ProposedOperation } from './suggestion.ts'

type Json = Record<string, unknown>

/** What an overlay adds to a document, before it is written. */
export interface OverlayParts {
  /** The `x-standin` at the root. */
  readonly root: Json
  readonly operations: readonly OverlayOperation[]
}

export interface OverlayOperation extends ProposedOperation {
  readonly thing: ProposedThing['thing']
  /** The operation in the terms of JSONPath (RFC 9535). */
  readonly target: string
  readonly update: Json
}

/** Puts a proposal into the form of an overlay; replies that several operations give are named once. */
export function toOverlayParts (things: readonly ProposedThing[]): OverlayParts {
  const replies = new Map<string, { name: string, reply: unknown, uses: number, of: string }>()
  for (const { operations, thing } of things) {
    for (const { declaration } of operations) {
      const reply = elseOf(declaration)
      if (reply === undefined) continue
      const key = JSON.stringify(reply)
      const known = replies.get(key)
      if (known === undefined) replies.set(key, { name: freeReplyName(`no${thing.name}`, replies), reply, uses: 1, of: thing.name })
      else {
        known.uses++
        // What is said of things of several kinds alike names none of them.
        if (known.of !== thing.name && known.name.startsWith('no') && !known.name.startsWith('notFound')) known.name = freeReplyName('notFound', replies)
      }
    }
  }
  const named = [...replies].filter(([, { reply, uses }]) => uses > 1 && !JSON.stringify(reply).includes('$request.body'))
  const names = new Map(named.map(([key, { name }]) => [key, name]))
  return {
    root: {
      ...named.length > 0 && { replies: Object.fromEntries(named.map(([, { name, reply }]) => [name, reply])) },
      resources: Object.fromEntries(things.map(({ thing, type }) => [thing.name, type.declaration]))
    },
    operations: things.flatMap(({ operations, thing }) => operations.map(proposed => {
      const { declaration, operation, responses } = proposed
      const name = names.get(JSON.stringify(elseOf(declaration)))
      const own = name === undefined ? declaration : { ...declaration, find: { ...declaration.find as Json, else: name } }
      return { ...proposed, thing, target: targetOf(operation), update: { ...responses && { responses }, 'x-standin': own } }
    }))
  }
}

function elseOf ({ find }: Json): unknown {
  return (find as Json | undefined)?.else
}

function freeReplyName (wanted: string, replies: ReadonlyMap<string, { readonly name: string }>): string {
  const taken = new Set([...replies.values()].map(({ name }) => name))
  return freeName(wanted, name => taken.has(name))
}

function targetOf ({ method, path }: ProposedOperation['operation']): string {
  return `$.paths['${path.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'].${method.toLowerCase()}`
}
