import { exactJson } from '../exact-json.ts'
import type { CredentialPlaces, Operation } from '../contract/contract.ts'
import { joinPlaces } from '../contract/credential-places.ts'
import { compileEach, Declaration } from '../simulation/declaration.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'
import { ProblemCollector } from './problem-collector.ts'
import { parseActions } from './parse-actions.ts'
import { parseDelay } from './parse-delay.ts'
import { parseWhen } from './parse-when.ts'
import type { StubAction, Stub } from './stub.ts'
import { stubKey } from './stub-key.ts'
import type { StubTarget } from './stub-target.ts'
import { createTargetFinder } from './target-finder.ts'

/**
 * Parses a stub. Throws `InvalidStub` with every problem; `pointer` is the place of the stub in the
 * body that was sent.
 */
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
  'before',
  'contract'
]

/**
 * Creates the parser of stubs for a server's operations; `simulations` are by API name, and `fixtures` is the folder
 * whose files replies may send.
 */
export function createStubParser (
  operations: readonly Operation[],
  simulations: ReadonlyMap<string, ApiSimulation> = new Map(),
  fixtures?: string
): ParseStub {
  const findTarget = createTargetFinder(operations, simulations)

  return (value, id, pointer = '') => {
    const collector = new ProblemCollector()
    return collector.collect(value, () => {
      const declaration = new Declaration(value, pointer, collector.report)
      const { contract, operation } = declaration.parts()
      const { target } = compileEach({
        words: () => declaration.members(WORDS),
        target: (): StubTarget =>
          operation === undefined
            ? declaration.refuse('"operation" is missing: name one, such as "mews.addExport"')
            : { ...findTarget(operation, contract?.value === 'off' ? 'off' : 'on'), fixtures }
      })
      return compileStub(declaration, id, { target, collector })
    })
  }
}

function compileStub (
  declaration: Declaration,
  id: string,
  { collector, target }: { readonly target: StubTarget, readonly collector: ProblemCollector }
): Stub {
  const { before, contract: declaredContract, delay, priority, times, when } = declaration.parts()
  const contract = declaredContract?.value === 'off' ? 'off' : 'on'
  const emptyWhen = new Declaration({}, `${declaration.pointer}/when`, collector.report)
  const compiled = compileEach({
    contract: () => declaredContract?.word('contract mode', ['on', 'off']),
    when: () => parseWhen(when ?? emptyWhen, target, collector),
    actions: () => parseActions(declaration, { target, contract, collector }),
    before: () => before?.word('stage', ['validation', 'simulation']),
    delay: () => delay && parseDelay(delay),
    times: () => times?.integer(1),
    priority: () => priority && parsePriority(priority)
  })
  const { actions } = compiled
  const uses = actions.length > 1 || isSequence(declaration) ? actions.length : compiled.times
  // The parameters of a route's path are read only by its own stubs.
  const key = stubKey(target.route === undefined ? compiled.when.when : { ...compiled.when.when, path: {} })
  return {
    id,
    operation: target.id,
    given: showGiven(declaration, target.id, actions),
    actions,
    credentials: placesOf(target.operations),
    answersRefused: (compiled.before ?? usualStage(target, actions)) === 'validation',
    used: 0,
    warnings: collector.warnings,
    when: compiled.when.when,
    matches: compiled.when.matches,
    ...(target.route !== undefined && { route: target.route, routeOperation: target.operations[0] }),
    ...(compiled.when.calls !== undefined && { calls: compiled.when.calls }),
    ...(compiled.when.chance !== undefined && { chance: compiled.when.chance }),
    ...(key !== undefined && { key }),
    ...(compiled.delay !== undefined && { delay: compiled.delay }),
    ...(uses !== undefined && { times: uses }),
    ...(compiled.priority !== undefined && { priority: compiled.priority })
  }
}

/** Returns where the operations of a stub have credentials. */
function placesOf (operations: readonly Operation[]): CredentialPlaces {
  const [operation, ...others] = operations
  return operation !== undefined && others.length === 0
    ? operation.credentials
    : joinPlaces(operations.map(({ credentials }) => credentials))
}

/** Returns before what a stub answers where it does not say so: an outage of several operations hits every request. */
function usualStage ({ isWide }: StubTarget, actions: readonly StubAction[]): 'validation' | 'simulation' {
  const isOutage = isWide && actions.every(isFailure)
  return isOutage ? 'validation' : 'simulation'
}

function isFailure (action: StubAction): boolean {
  if (action.fault !== undefined) return true
  return action.kind === 'reply' && action.reply.status !== undefined && action.reply.status >= 400
}

function parsePriority (declaration: Declaration): number {
  const { value } = declaration
  return typeof value === 'number' && Number.isSafeInteger(value)
    ? value
    : declaration.refuse(`must be a whole number, but is ${exactJson.stringify(value)}`)
}

function isSequence (declaration: Declaration): boolean {
  return declaration.parts().sequence !== undefined
}

/** Returns the stub as it was given, with the status of its reply filled in. */
function showGiven (
  declaration: Declaration,
  operation: string,
  [action]: readonly StubAction[]
): Stub['given'] {
  const { reply, ...given } = Object.fromEntries(
    declaration.entries().map(([name, { value }]) => [name, value])
  )
  const shown = { contract: 'on', ...given, operation }
  if (action?.kind !== 'reply' || isSequence(declaration)) return shown
  const { status } = action.reply
  if (status === undefined) return reply === undefined ? shown : { ...shown, reply }
  return { ...shown, reply: { ...(reply ?? {}), status } }
}
