import type { Operation } from '../contract/contract.ts'
import { newStubId } from '../scenarios/new-stub-id.ts'
import type { ParseStub } from '../scenarios/parse-stub.ts'
import type { Stub } from '../scenarios/stub.ts'
import type { World } from '../worlds/world.ts'
import type { ReadPact } from './read-pact.ts'
import { toStub } from './to-stub.ts'

/** The stubs of a pact, and what they cannot say. */
export interface LoadedStubs {
  readonly stubs: readonly Stub[]
  /** Each with the description of its interaction. */
  readonly warnings: readonly string[]
}

/**
 * Adds a stub to a world for each interaction of a pact. A reply that is only a part of what the contract requires is
 * added all the same, and told of.
 */
export function loadStubs (
  { interactions, messages }: ReadPact,
  { store }: World,
  { operations, parseStub }: { readonly operations: readonly Operation[], readonly parseStub: ParseStub }
): LoadedStubs {
  const stubs: Stub[] = []
  const warnings: string[] = []
  const known = new Set<string>()
  for (const interaction of interactions) {
    const { description } = interaction
    const { stub, warnings: own } = toStub(interaction, operations)
    const conditions = JSON.stringify([stub.operation, stub.when])
    if (known.has(conditions)) {
      warnings.push(`${description}: left out, as an earlier interaction has the same request`)
      continue
    }
    known.add(conditions)
    warnings.push(...own.map(warning => `${description}: ${warning}`))
    const parsed = tryParse(stub, parseStub) ?? parseBroken(stub, description, parseStub, warnings)
    if (parsed === undefined) continue
    const added = { ...parsed, id: newStubId(store) }
    store.addStub(added)
    stubs.push(added)
  }
  if (messages > 0) warnings.push(`messages are no requests: ${messages} left out`)
  return { stubs, warnings }
}

function tryParse (stub: object, parseStub: ParseStub): Stub | undefined {
  try {
    return parseStub(stub, '')
  } catch {
    return undefined
  }
}

/** Parses a stub whose reply breaks the contract. Warns of one that is wrong otherwise, and returns `undefined`. */
function parseBroken (
  stub: object,
  description: string,
  parseStub: ParseStub,
  warnings: string[]
): Stub | undefined {
  try {
    const parsed = parseStub({ ...stub, contract: 'off' }, '')
    warnings.push(`${description}: its response breaks the contract, and is sent all the same`)
    return parsed
  } catch (error) {
    warnings.push(`${description}: left out: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}
