import type { World } from '../worlds/world.ts'
import { compileAll, compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { typeNamed, vocabularyOf } from './language.ts'
import type { OperationLanguage } from './language.ts'
import { compileSimulatedReply } from './reply.ts'
import type { Evaluate, ResourceType, Scope, Step } from './scope.ts'
import { compileTemplate } from './template.ts'
import { REQUIREMENT, REQUIRES } from '../vocabulary/step-words.ts'

interface Requirement {
  readonly type: ResourceType
  readonly id: Evaluate
  readonly problem: Evaluate
}

/**
 * Compiles `requires`: ids that must exist. Each missing one is a problem, in the order of the declarations and
 * of the request.
 */
export function compileRequires (declaration: Declaration, language: OperationLanguage): Step {
  const { all, else: otherwise } = declaration.membersOf(REQUIRES)
  if (all === undefined || otherwise === undefined) return declaration.refuse('needs "all" and "else"')
  const { refuse, requirements } = compileEach({
    requirements: () => compileAll(all.list(), item => compileRequirement(item, language)),
    refuse: () => compileSimulatedReply(otherwise, language, vocabularyOf(language, {}, 'problems'))
  })
  return scope => {
    const problems: unknown[] = []
    for (const [index, requirement] of requirements.entries()) {
      const own = problemsOf(requirement, scope)
      if (own.length > 0) scope.touched.apply(`requires ${index}`)
      problems.push(...own)
    }
    if (problems.length === 0) return scope
    return { reply: refuse({ ...scope, reason: { kind: 'problems', problems } }) }
  }
}

function missingId ({ reason }: Scope): unknown {
  return reason?.kind === 'missing' ? reason.id : undefined
}

/** Returns whether an id exists in a world: seeded, created, or assumed by its type. */
export function exists (type: ResourceType, id: unknown, world: World): boolean {
  const known = world.store.get(type.id, String(id))
  return known === undefined ? type.assumed(id) : known !== 'absent'
}

function compileRequirement (declaration: Declaration, language: OperationLanguage): Requirement {
  const { type, id, problem } = declaration.membersOf(REQUIREMENT)
  if (type === undefined || id === undefined) return declaration.refuse('needs "type" and "id"')
  return compileEach({
    type: () => typeNamed(type, language),
    id: () => compileTemplate(id, vocabularyOf(language)),
    problem: () =>
      problem === undefined ? missingId : compileTemplate(problem, vocabularyOf(language, {}, 'id'))
  })
}

function problemsOf ({ id, problem, type }: Requirement, scope: Scope): unknown[] {
  const value = id(scope)
  if (value === undefined || value === null) return []
  const ids = Array.isArray(value) ? value : [value]
  return ids
    .filter(id => !exists(type, id, scope.world))
    .map(id => problem({ ...scope, reason: { kind: 'missing', id } }))
}
