import type { Contract, Operation } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { parseDuration } from '../worlds/duration.ts'
import type {
  DeclaredApi,
  DeclaredGuard,
  DeclaredLimit,
  DeclaredOperation,
  DeclaredStage,
  DeclaredType
} from './declared-operation.ts'

/** Reads what a contract declares. Its form has been validated when it was compiled. */
export function readDeclared (contract: Contract): DeclaredApi {
  const root = standinOf(contract.document)
  const types = Object.entries(membersOf(root.resources)).map(([name, type]) => readType(contract.name, name, type))
  return {
    contract,
    operations: contract.operations.map(readOperation),
    types: new Map(types.map(type => [type.name, type])),
    limits: listLimits(contract, root),
    credentials: membersOf(root.credentials)
  }
}

/** Lists the limits of a document, and those of single operations. */
function listLimits ({ name: api, operations }: Contract, root: JsonObject): DeclaredLimit[] {
  const limits: DeclaredLimit[] = []
  for (const [name, limit] of Object.entries(membersOf(root.limits))) {
    limits.push({ name: `${api}.${name}`, operations: listOf(membersOf(limit).operations) })
  }
  for (const { definition, name: operation } of operations) {
    const names = Object.keys(membersOf(standinOf(definition).limits))
    limits.push(...names.map(name => ({ name: `${api}.${name}`, operations: [operation] })))
  }
  return limits
}

function readOperation (operation: Operation): DeclaredOperation {
  const { capacity, create, find, idempotent, patch, requires, unique, update, ...words } =
    standinOf(operation.definition)
  const all = membersOf(requires).all
  const needs = Array.isArray(all) ? all.map(membersOf) : []
  return {
    operation,
    creates: textOf(membersOf(create).type),
    unique: readGuard(unique),
    capacity: readGuard(capacity),
    idempotentBy: membersOf(idempotent).by,
    hasConflicts: membersOf(idempotent).conflict !== undefined,
    requires: needs.map(({ id, type }) => ({ id, type: String(type) })),
    find: find === undefined ? undefined : readFind(membersOf(find)),
    changes: update !== undefined || patch !== undefined,
    deletes: words.delete !== undefined
  }
}

function readFind ({ id, many, type, where }: JsonObject): DeclaredOperation['find'] {
  return { type: String(type), id, where: membersOf(where), isMany: many === true }
}

function readGuard (word: unknown): DeclaredGuard | undefined {
  if (!isObject(word)) return undefined
  const { max = 1, where } = word
  return { where: membersOf(where), max: Number(max), reuses: word.else === 'reuse' }
}

function readType (api: string, name: string, word: unknown): DeclaredType {
  const { exists, lifecycles, status } = membersOf(word)
  const { member, running } = membersOf(status)
  const named = Object.entries(membersOf(lifecycles)).map(([name, stages]) => [name, readStages(stages)] as const)
  return {
    id: `${api}.${name}`,
    name,
    isAssumed: exists !== undefined && exists !== false,
    statusMember: textOf(member),
    running: listOf(running) ?? [],
    lifecycles: new Map(named)
  }
}

function readStages (stages: unknown): DeclaredStage[] {
  const list = Array.isArray(stages) ? stages : []
  return list.map((stage: unknown) => {
    if (!isObject(stage)) return { status: String(stage), ms: undefined }
    const [[status, duration] = ['', '']] = Object.entries(stage)
    return { status, ms: parseDuration(String(duration)) }
  })
}

function standinOf (part: object): JsonObject {
  return membersOf((part as JsonObject)['x-standin'])  // an object of the document, which has extensions
}

function membersOf (value: unknown): JsonObject {
  return isObject(value) ? value : {}
}

function textOf (value: unknown): string | undefined {
  return value === undefined ? undefined : String(value)
}

function listOf (value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.map(String) : undefined
}
