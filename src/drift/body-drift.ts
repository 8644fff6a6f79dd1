import type { MediaType, Operation, ResponseDefinition } from '../contract/contract.ts'
import { findMediaType } from '../messages/find-media-type.ts'
import { shortJson } from '../schemas/short-json.ts'
import { BodyComparison, bodySchema } from './body-comparison.ts'
import type { DriftGroups, Side } from './drift-groups.ts'
import type { Links } from './links.ts'
import type { SeenMessage } from './seen-exchange.ts'
import { statedType } from './stated-type.ts'

/** The part of an operation that a message belongs to. */
export interface MessageOwner {
  readonly operation: Operation
  readonly side: Side
  /** JSON pointer of the object that has the media types. */
  readonly pointer: string
  /** The documented response; `undefined` for a request. */
  readonly response?: ResponseDefinition
}

/** A message with what is needed to compare it. */
export interface MessageContext {
  readonly owner: MessageOwner
  /** `undefined` where the media type of the body is not documented, or has no schema. */
  readonly comparison: BodyComparison | undefined
  readonly groups: DriftGroups
}

/** Creates the comparisons of the media types that have a schema. */
export function createBodies (content: readonly MediaType[]): Map<MediaType, BodyComparison> {
  const bodies = new Map<MediaType, BodyComparison>()
  for (const mediaType of content) {
    const schema = bodySchema(mediaType)
    if (schema !== undefined) bodies.set(mediaType, new BodyComparison(schema))
  }
  return bodies
}

/** Returns the comparison for the body of a message. */
export function comparisonOf (
  bodies: ReadonlyMap<MediaType, BodyComparison>,
  { body, headers }: SeenMessage
): BodyComparison | undefined {
  if (body === undefined) return undefined
  const found = findMediaType([...bodies.keys()], statedType(headers) ?? 'application/json')
  return found && bodies.get(found)
}

/** Marks what a body has as seen, and counts the members that are not declared, though they are allowed. */
export function countMembers (body: unknown, { comparison, groups, owner }: MessageContext, links?: Links): void {
  const { operation, side } = owner
  comparison?.visit(body, {
    text: text => links?.addAll(text),
    undeclared: (name, value, { node, path }) => {
      // What a schema forbids is a violation.
      if (isClosed(node.schemas)) return
      const group = groups.count('undeclared-member', `${side} ${node.pointer} ${name}`, {
        shown: shortJson(value, name),
        describe: () => ({
          api: operation.api,
          operation,
          side,
          where: `${side} body ${path}`,
          expected: 'is not declared',
          pointer: node.pointer,
          subject: { of: 'member', node, name }
        })
      })
      group?.seen.add(value)
    }
  })
}

function isClosed (schemas: ReadonlyArray<{ readonly value: Record<string, unknown> }>): boolean {
  return schemas.some(({ value }) => value.additionalProperties === false || value.unevaluatedProperties === false)
}

/** Counts a body whose media type is not documented. */
export function countMediaType (message: SeenMessage, { groups, owner }: Omit<MessageContext, 'comparison'>): void {
  const { operation, pointer, response, side } = owner
  const stated = statedType(message.headers) ?? ''
  const type = stated.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const content = response?.content ?? operation.body?.content ?? []
  const known = content.map(({ name }) => name).join(', ')
  const of = response === undefined ? side : `${side} ${response.status}`
  const group = groups.count('undocumented-media-type', `${of} ${type}`, {
    shown: shortJson(stated, undefined),
    describe: () => ({
      api: operation.api,
      operation,
      side,
      where: `${of} media type ${type === '' ? '(none)' : type}`,
      expected: `is not documented (documented: ${known === '' ? 'no body' : known})`,
      pointer: content.length === 0 ? pointer : `${pointer}/content`,
      subject: { of: 'media-type', pointer, type }
    })
  })
  group?.seen.add(message.body)
}
