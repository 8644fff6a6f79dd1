import type { Operation } from '../contract/contract.ts'
import { compileEach, Declaration } from '../simulation/declaration.ts'
import type { ApiSimulation } from '../simulation/simulation.ts'
import { Mistakes } from './mistakes.ts'
import { parseActs } from './parse-acts.ts'
import { parseDelay } from './parse-delay.ts'
import { parseOperation } from './parse-operation.ts'
import { parseWhen } from './parse-when.ts'
import type { Act, Stub } from './stub.ts'
import { stubKey } from './stub-key.ts'
import { createStubbed } from './stubbed.ts'
import type { Stubbed } from './stubbed.ts'

/** Makes a stub of what was sent. Throws `InvalidStub` with every mistake in it; `pointer` is where it stands in what was sent. */
export type ParseStub = (value: unknown, id: string, pointer?: string) => Stub

const WORDS = [
  'operation',
  'when',
  'reply',
  'sequence',
  'simulate',
  'delay',
  'fault',
  'times',
  'priority',
  'contract'
]

/** Makes the reader of stubs for a server's operations, with the simulations of their APIs by name. */
export function createStubParser (
  operations: readonly Operation[],
  simulations: ReadonlyMap<string, ApiSimulation> = new Map()
): ParseStub {
  const known = new Map<Operation, Stubbed>()
  const stubbedOf = (operation: Operation): Stubbed => {
    const stubbed = known.get(operation) ?? createStubbed(operation, simulations.get(operation.api))
    known.set(operation, stubbed)
    return stubbed
  }

  return (value, id, pointer = '') => {
    const mistakes = new Mistakes()
    return mistakes.read(value, () => {
      const declaration = new Declaration(value, pointer, mistakes.report)
      const { operation: declared } = declaration.parts()
      const { operation } = compileEach({
        words: () => declaration.members(WORDS),
        operation: () =>
          declared === undefined
            ? declaration.refuse('"operation" is missing: name one, such as "mews.addExport"')
            : parseOperation(declared, operations)
      })
      return compileStub(declaration, id, stubbedOf(operation), mistakes)
    })
  }
}

function compileStub (
  declaration: Declaration,
  id: string,
  stubbed: Stubbed,
  mistakes: Mistakes
): Stub {
  const { contract: declaredContract, delay, priority, times, when } = declaration.parts()
  const contract = declaredContract?.value === 'off' ? 'off' : 'on'
  const compiled = compileEach({
    contract: () => declaredContract?.word('way with the contract', ['on', 'off']),
    when: () =>
      parseWhen(
        when ?? new Declaration({}, `${declaration.pointer}/when`, mistakes.report),
        stubbed,
        mistakes
      ),
    acts: () => parseActs(declaration, { stubbed, contract, mistakes }),
    delay: () => delay && parseDelay(delay),
    times: () => times?.integer(1),
    priority: () => priority && parsePriority(priority)
  })
  const { acts } = compiled
  const uses = acts.length > 1 || isSequence(declaration) ? acts.length : compiled.times
  const key = stubKey(compiled.when.when)
  return {
    id,
    operation: stubbed.operation.id,
    given: showGiven(declaration, stubbed.operation.id, acts),
    acts,
    used: 0,
    matches: compiled.when.matches,
    ...(compiled.when.calls !== undefined && { calls: compiled.when.calls }),
    ...(key !== undefined && { key }),
    ...(compiled.delay !== undefined && { delay: compiled.delay }),
    ...(uses !== undefined && { times: uses }),
    ...(compiled.priority !== undefined && { priority: compiled.priority })
  }
}

function parsePriority (declaration: Declaration): number {
  const { value } = declaration
  return typeof value === 'number' && Number.isSafeInteger(value)
    ? value
    : declaration.refuse(`must be a whole number, but is ${JSON.stringify(value)}`)
}

function isSequence (declaration: Declaration): boolean {
  return declaration.parts().sequence !== undefined
}

/** The stub as it was given; a reply with the status that it has. */
function showGiven (
  declaration: Declaration,
  operation: string,
  [act]: readonly Act[]
): Stub['given'] {
  const { reply, ...given } = Object.fromEntries(
    declaration.entries().map(([name, { value }]) => [name, value])
  )
  const shownReply =
    act?.kind === 'reply' && !isSequence(declaration)
      ? { reply: { ...(reply ?? {}), status: act.reply.status } }
      : {}
  return { contract: 'on', ...given, operation, ...shownReply }
}
