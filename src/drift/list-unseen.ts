import type { Contract, MediaType, Operation } from '../contract/contract.ts'
import { placeOf } from '../coverage/place-of.ts'
import { valueText } from '../coverage/value-text.ts'
import type { BodyComparison } from './body-comparison.ts'
import type { Drift } from './drift.ts'
import type { Side } from './drift-groups.ts'
import { KIND_FACTS } from './drift-kinds.ts'
import type { DriftKind } from './drift-kinds.ts'
import type { DriftGroup } from './drift-report.ts'
import type { OperationDrift } from './operation-drift.ts'
import type { SchemaAt, SchemaNode } from './schema-node.ts'

/** How many things of each kind are listed that were never seen. */
const MAX_LISTED = 500

/** What a contract documents and no exchange has shown. */
interface Unseen {
  readonly kind: DriftKind
  readonly side: Side
  readonly where: string
  readonly pointer: string
}

/** The list of what was never seen, and how much of each kind is not listed. */
export interface UnseenList {
  readonly groups: DriftGroup[]
  readonly leftOut: Partial<Record<DriftKind, number>>
}

/** Lists the documented operations, statuses, members and values that were never seen. */
export function listUnseen (drift: Drift): UnseenList {
  const byKind = new Map<DriftKind, DriftGroup[]>()
  const leftOut: Partial<Record<DriftKind, number>> = {}
  const add = (unseen: Unseen, operation: Operation, contract: Contract): void => {
    const own = byKind.get(unseen.kind) ?? []
    byKind.set(unseen.kind, own)
    if (own.length < MAX_LISTED) own.push(toGroup(unseen, operation, contract))
    else leftOut[unseen.kind] = (leftOut[unseen.kind] ?? 0) + 1
  }
  // Of a service that nobody has asked, nothing can be told.
  if (drift.exchanges === 0) return { groups: [], leftOut }
  for (const contract of drift.contracts) {
    for (const operation of contract.operations) {
      for (const unseen of unseenOf(operation, drift.operations.get(operation))) add(unseen, operation, contract)
    }
  }
  const kinds: readonly DriftKind[] = ['unseen-operation', 'unseen-status', 'unseen-member', 'unseen-value']
  return { groups: kinds.flatMap(kind => byKind.get(kind) ?? []), leftOut }
}

function toGroup ({ kind, pointer, side, where }: Unseen, { api, id }: Operation, contract: Contract): DriftGroup {
  return {
    kind,
    severity: KIND_FACTS[kind].severity,
    api,
    operation: id,
    side,
    where,
    message: `${where} was never seen`,
    count: 0,
    first: null,
    last: null,
    sample: null,
    pointer,
    place: placeOf(pointer, contract)
  }
}

function unseenOf (operation: Operation, drift: OperationDrift | undefined): Unseen[] {
  const { method, path, pointer, responses } = operation
  if (drift === undefined) {
    return [{ kind: 'unseen-operation', side: 'request', where: `${method} ${path}`, pointer }]
  }
  const unseen: Unseen[] = []
  for (const response of responses) {
    const seen = drift.responses.get(response)
    if (seen !== undefined) {
      unseen.push(...unseenOfBodies(seen.bodies, 'response', `response ${response.status}`))
      continue
    }
    const where = `status ${response.status}`
    unseen.push({ kind: 'unseen-status', side: 'response', where, pointer: response.pointer })
  }
  return [...unseenOfBodies(drift.request.bodies, 'request', 'request'), ...unseen]
}

function unseenOfBodies (bodies: ReadonlyMap<MediaType, BodyComparison>, side: Side, title: string): Unseen[] {
  const unseen: Unseen[] = []
  for (const { root } of bodies.values()) {
    if (root.seen > 0) addUnseen(root, { side, path: `${title} body`, visited: new Set(), unseen })
  }
  return unseen
}

interface Walk {
  readonly side: Side
  readonly path: string
  readonly visited: Set<SchemaNode>
  readonly unseen: Unseen[]
}

function addUnseen (node: SchemaNode, walk: Walk): void {
  const { path, side, unseen, visited } = walk
  if (visited.has(node) || node.seen === 0) return
  visited.add(node)
  if (node.seenValues.size > 0) {
    for (const { pointer, value } of unseenValues(node)) {
      unseen.push({ kind: 'unseen-value', side, where: `${path} = ${valueText(value)}`, pointer })
    }
  }
  for (const [name, schemas] of node.seenMembers.size === 0 ? [] : node.members) {
    if (node.seenMembers.has(name)) {
      const member = node.member(name)
      if (member !== undefined) addUnseen(member, { ...walk, path: joined(path, name) })
    } else if (!isOfOtherSide(schemas, side)) {
      const [{ pointer } = node] = schemas
      unseen.push({ kind: 'unseen-member', side, where: joined(path, name), pointer })
    }
  }
  const item = node.itemSeen()
  if (item !== undefined) addUnseen(item, { ...walk, path: joined(path, '*') })
}

/** Returns a place in a message with one more name: `response 200 body /Exports/*`. */
function joined (path: string, name: string): string {
  return path.includes(' /') ? `${path}/${name}` : `${path} /${name}`
}

function unseenValues (node: SchemaNode): Array<{ readonly pointer: string, readonly value: unknown }> {
  return node.saying('enum').flatMap(({ pointer, value: { enum: values } }) => {
    const listed: unknown[] = Array.isArray(values) ? values : []
    const all = listed.map((value, index) => ({ pointer: `${pointer}/enum/${index}`, value }))
    return all.filter(({ value }) => !node.seenValues.has(value))
  })
}

/** Returns whether a member is for the other side only: `writeOnly` in a response, `readOnly` in a request. */
function isOfOtherSide (schemas: readonly SchemaAt[], side: Side): boolean {
  const word = side === 'request' ? 'readOnly' : 'writeOnly'
  return schemas.some(({ value }) => value[word] === true)
}
