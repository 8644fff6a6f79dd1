import { compileAll, compileEach, Declaration } from '../simulation/declaration.ts'
import { FAULTS } from '../messages/fault.ts'
import type { Fault } from '../messages/fault.ts'
import { checkReply } from './check-reply.ts'
import type { Mistakes } from './mistakes.ts'
import { parseReply, REPLY_WORDS } from './parse-reply.ts'
import { parseLifecycleChoice } from './parse-lifecycle-choice.ts'
import type { Act } from './stub.ts'
import type { Stubbed } from './stubbed.ts'

/** How the replies of a stub are read. */
export interface ActsUse {
  readonly stubbed: Stubbed
  readonly contract: 'on' | 'off'
  readonly mistakes: Mistakes
}

type Members = ReturnType<Declaration['parts']>

/** Reads what a stub does: its `reply`, its `simulate` or its `sequence`, and its `fault`. */
export function parseActs (stub: Declaration, use: ActsUse): Act[] {
  const { fault, reply, sequence, simulate, times } = stub.parts()
  if (sequence !== undefined) return parseSequence(sequence, { fault, reply, simulate, times }, use)
  if (simulate !== undefined) {
    reply?.refuse('cannot stand beside "simulate": the simulation replies')
  }
  const declared = compileEach({
    fault: () => fault && parseFault(fault),
    act: (): Act =>
      simulate === undefined
        ? replyAct(reply ?? leftOut(stub, use), REPLY_WORDS, use)
        : passAct(simulate, use)
  })
  return [{ ...declared.act, ...(declared.fault !== undefined && { fault: declared.fault }) }]
}

function parseSequence (declaration: Declaration, others: Members, use: ActsUse): Act[] {
  const { steps } = compileEach({
    others: () =>
      compileAll(Object.entries(others), ([name, other]) =>
        other?.refuse(
          `"${name}" cannot stand beside "sequence", which is used up after its last step`
        )
      ),
    steps: () => compileAll(declaration.list(), step => parseStep(step, use))
  })
  return steps.length > 0 ? steps : declaration.refuse('needs at least one step')
}

/** Reads a step: a reply, a fault, or `simulation`, which leaves the request to the next source. */
function parseStep (declaration: Declaration, use: ActsUse): Act {
  if (typeof declaration.value === 'string') {
    declaration.word('step', ['simulation'])
    return { kind: 'pass' }
  }
  const { fault } = declaration.parts()
  const step = compileEach({
    fault: () => fault && parseFault(fault),
    act: () => replyAct(declaration, [...REPLY_WORDS, 'fault'], use)
  })
  return { ...step.act, ...(step.fault !== undefined && { fault: step.fault }) }
}

function replyAct (
  declaration: Declaration,
  words: readonly string[],
  { contract, mistakes, stubbed }: ActsUse
): Act {
  const { reply } = compileEach({
    words: () => declaration.members(words),
    reply: () => parseReply(declaration, stubbed)
  })
  if (contract === 'on') checkReply(declaration, reply, stubbed, mistakes)
  return { kind: 'reply', reply }
}

function passAct (declaration: Declaration, { stubbed }: ActsUse): Act {
  return { kind: 'pass', lifecycleChoice: parseLifecycleChoice(declaration, stubbed.creates) }
}

function parseFault (declaration: Declaration): Fault {
  const word = declaration.word('fault', FAULTS)
  return FAULTS.find(fault => fault === word) ?? declaration.refuse('is no fault')
}

/** A reply of which everything is left to what is documented. */
function leftOut ({ pointer }: Declaration, { mistakes }: ActsUse): Declaration {
  return new Declaration({}, `${pointer}/reply`, mistakes.report)
}
