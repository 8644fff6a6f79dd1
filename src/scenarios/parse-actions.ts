import { compileAll, compileEach, Declaration } from '../simulation/declaration.ts'
import { FAULTS } from '../messages/fault.ts'
import type { Fault } from '../messages/fault.ts'
import { checkReply } from './check-reply.ts'
import type { ProblemCollector } from './problem-collector.ts'
import { parseReply, REPLY_WORDS } from './parse-reply.ts'
import { parseLifecycleChoice } from './parse-lifecycle-choice.ts'
import type { StubAction } from './stub.ts'
import type { StubTarget } from './stub-target.ts'

/** The context in which the actions of a stub are parsed. */
export interface ActionContext {
  readonly target: StubTarget
  readonly contract: 'on' | 'off'
  readonly collector: ProblemCollector
}

type Members = ReturnType<Declaration['parts']>

/** Parses the actions of a stub: its `reply`, `simulate` or `sequence`, and its `fault`. */
export function parseActions (stub: Declaration, context: ActionContext): StubAction[] {
  const { fault, reply, sequence, simulate, times } = stub.parts()
  if (sequence !== undefined) {
    return parseSequence(sequence, { fault, reply, simulate, times }, context)
  }
  if (simulate !== undefined) {
    reply?.refuse('cannot be combined with "simulate", which leaves the reply to the simulation')
  }
  const declared = compileEach({
    fault: () => fault && parseFault(fault),
    action: (): StubAction =>
      simulate === undefined
        ? parseReplyAction(reply ?? emptyReply(stub, context), REPLY_WORDS, context)
        : parsePassAction(simulate, context)
  })
  return [{ ...declared.action, ...(declared.fault !== undefined && { fault: declared.fault }) }]
}

function parseSequence (
  declaration: Declaration,
  others: Members,
  context: ActionContext
): StubAction[] {
  const { steps } = compileEach({
    others: () =>
      compileAll(Object.entries(others), ([name, other]) =>
        other?.refuse(`"${name}" cannot be combined with "sequence"`)
      ),
    steps: () => compileAll(declaration.list(), step => parseStep(step, context))
  })
  return steps.length > 0 ? steps : declaration.refuse('needs at least one step')
}

/** Parses a step: a reply, a fault, or `simulation`, which passes the request on. */
function parseStep (declaration: Declaration, context: ActionContext): StubAction {
  if (typeof declaration.value === 'string') {
    declaration.word('step', ['simulation'])
    rejectRoute(declaration, context)
    return { kind: 'pass' }
  }
  const { fault } = declaration.parts()
  const step = compileEach({
    fault: () => fault && parseFault(fault),
    action: () => parseReplyAction(declaration, [...REPLY_WORDS, 'fault'], context)
  })
  return { ...step.action, ...(step.fault !== undefined && { fault: step.fault }) }
}

function parseReplyAction (
  declaration: Declaration,
  words: readonly string[],
  { contract, collector, target }: ActionContext
): StubAction {
  const { reply } = compileEach({
    words: () => declaration.members(words),
    reply: () => parseReply(declaration, target)
  })
  const { id, replyCheck: check } = target
  if (contract === 'on' && check !== undefined) checkReply(declaration, reply, { id, check, collector })
  return { kind: 'reply', reply }
}

function parsePassAction (declaration: Declaration, context: ActionContext): StubAction {
  const { target } = context
  rejectRoute(declaration, context)
  return { kind: 'pass', lifecycleChoice: parseLifecycleChoice(declaration, target.creates) }
}

function rejectRoute (declaration: Declaration, { target: { id, route } }: ActionContext): void {
  if (route !== undefined) declaration.refuse(`there is no simulation of ${id}, which no document has: give a reply`)
}

function parseFault (declaration: Declaration): Fault {
  const word = declaration.word('fault', FAULTS)
  return FAULTS.find(fault => fault === word) ?? declaration.refuse('is not a fault')
}

/** Creates a reply that leaves everything to what is documented. */
function emptyReply ({ pointer }: Declaration, { collector }: ActionContext): Declaration {
  return new Declaration({}, `${pointer}/reply`, collector.report)
}
