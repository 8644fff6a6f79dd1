import { keyOf } from '../worlds/indexed-resources.ts'
import type { Resource } from '../worlds/resource.ts'
import { compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { typeNamed, vocabularyOf } from './language.ts'
import type { OperationLanguage } from './language.ts'
import { compileSimulatedReply } from './reply.ts'
import type { MakeReply } from './reply.ts'
import type { Evaluate, ResourceType, Scope } from './scope.ts'
import { compileWhere } from './where.ts'
import type { Guard, ResourceIndex } from '../worlds/resource-verbs.ts'
import { positionOf } from './position.ts'
import { mayComeTo, whenOutOf } from './when-in.ts'
import { CAPACITY, UNIQUE } from '../vocabulary/step-words.ts'

/** A `unique` or a `capacity` of an operation: how many resources may be in some statuses at once. */
export interface DeclaredGuard {
  readonly type: ResourceType
  readonly index: ResourceIndex
  /** Give the values of the index's members for a request. */
  readonly values: readonly Evaluate[]
  readonly statuses: ReadonlySet<string>
  readonly max: number
}

export type GuardKind = 'unique' | 'capacity'

/** A guard with the reply for requests that it refuses. */
export interface GuardedReply {
  readonly kind: GuardKind
  readonly guard: DeclaredGuard
  /** `reuse` uses the conflicting resource instead of a new one. */
  readonly otherwise: MakeReply | 'reuse'
}

/** Compiles a `unique` or a `capacity`, which guard the creation of a resource. */
export function compileGuard (
  declaration: Declaration,
  kind: GuardKind,
  created: ResourceType,
  language: OperationLanguage
): GuardedReply {
  const declared = declaration.membersOf(kind === 'unique' ? UNIQUE : CAPACITY)
  const type = declared.type === undefined ? created : typeNamed(declared.type, language)
  const { conditions, max, otherwise, statuses } = compileEach({
    conditions: () => compileWhere(declared.where, type, language),
    statuses: () => compileStatuses(declaration, declared.while, type),
    max: () => declared.max?.integer(0) ?? 1,
    otherwise: () => {
      const reply = declared.else ?? declaration
      if (kind === 'capacity' || reply.value !== 'reuse') return compileRefusal(reply, type, language)
      return type === created
        ? 'reuse'
        : reply.refuse(`a ${type.id} cannot be used again where a ${created.id} is created`)
    }
  })
  const index = language.index(type, conditions.map(([name]) => name), 'own')
  const guard = { type, index, values: conditions.map(([, value]) => value), statuses, max }
  return { kind, guard, otherwise }
}

/** Compiles the statuses in which resources count: those of a list, or else the running ones. */
function compileStatuses (
  declaration: Declaration,
  named: Declaration | undefined,
  { id, running, statuses }: ResourceType
): ReadonlySet<string> {
  const known = [...statuses]
  const counting = named === undefined ? running : new Set(named.words('status', known))
  if (counting.size === 0 && statuses.size > 0) {
    const remedy = `list statuses under "while", or the running ones of ${id} (known: ${known.join(', ')})`
    declaration.refuse(`no resource would ever count: ${remedy}`)
  }
  return counting
}

function compileRefusal (declaration: Declaration, type: ResourceType, language: OperationLanguage): MakeReply {
  const vocabulary = vocabularyOf(language, { conflict: type }, 'retryAfter')
  return compileSimulatedReply(declaration, language, vocabulary)
}

/** Returns the guard for one request. */
export function guardFor ({ index, max, statuses, type, values }: DeclaredGuard, scope: Scope): Guard {
  return {
    index,
    max,
    key: keyOf(values.map(value => value(scope))),
    weigh (resource: Resource) {
      const position = positionOf(resource, type, scope.now)
      if (position.status === undefined || statuses.has(position.status)) return 'counts'
      return mayComeTo(statuses, resource, position) ? 'may-count' : 'gone'
    }
  }
}

/**
 * Returns the whole seconds until a guard allows one more; `undefined` where the clock alone does not bring
 * that.
 */
export function secondsUntilFree (
  { max, statuses, type }: DeclaredGuard,
  counted: readonly Resource[],
  now: number
): number | undefined {
  const ends = counted.map(resource =>
    whenOutOf(statuses, resource, type, now) ?? Infinity).sort((a, b) => a - b)
  const free = ends[counted.length - max] ?? Infinity
  return Number.isFinite(free) ? Math.max(1, Math.ceil((free - now) / 1_000)) : undefined
}
