import { keyOf } from '../worlds/indexed-resources.ts'
import { ownMember } from '../documents/own-member.ts'
import type { Resource } from '../worlds/resource.ts'
import { compileAll } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { vocabularyOf } from './language.ts'
import type { OperationLanguage } from './language.ts'
import type { Evaluate, ResourceType, Scope } from './scope.ts'
import { compileTemplate } from './template.ts'
import { positionOf } from './position.ts'

/** A member with the value that it must equal. */
export type Condition = readonly [name: string, value: Evaluate]

/** Returns whether a resource is in one of the statuses of a `while`. */
export type Fits = (resource: Resource, scope: Scope) => boolean

/** Compiles `where`: names of members, each with the value that it must equal. */
export function compileWhere (
  declaration: Declaration | undefined,
  type: ResourceType,
  language: OperationLanguage
): Condition[] {
  return compileAll(declaration?.entries() ?? [], ([name, value]) => {
    if (name === type.statusMember) {
      value.refuse(`"${name}" is the status of ${type.id}, which "where" cannot match: use "while"`)
    }
    return compileCondition(name, value, type, language)
  })
}

/** Compiles one condition of a `where`. */
export function compileCondition (
  name: string,
  value: Declaration,
  type: ResourceType,
  language: OperationLanguage
): Condition {
  if (name === type.idMember) {
    value.refuse(`"${name}" is the id of ${type.id}, which "where" cannot match: find by "id"`)
  }
  rejectUnstored(name, value, type)
  return [name, compileTemplate(value, vocabularyOf(language))]
}

/** Reports a condition of a member that no resource of a type is created with. */
export function rejectUnstored (name: string, value: Declaration, type: ResourceType): void {
  if (name === type.idMember || name === type.statusMember) return
  if (type.stored?.includes(name) === false) {
    value.refuseWord(`member of ${type.id} as it is created`, name, type.stored)
  }
}

/** Compiles `while` of a `find`. */
export function compileFits (declaration: Declaration | undefined, type: ResourceType): Fits {
  if (declaration === undefined) return () => true
  const statuses = new Set(declaration.words('status', [...type.statuses]))
  return (resource, { now }) => statuses.has(positionOf(resource, type, now).status ?? '')
}

/** Returns whether a resource's members equal all values. */
export function holds (resource: Resource, conditions: readonly Condition[], scope: Scope): boolean {
  return conditions.every(([name, value]) => keyOf([valueOf(resource, name)]) === keyOf([value(scope)]))
}

/** Returns a member, visible or hidden. */
export function valueOf ({ hidden, members }: Resource, name: string): unknown {
  return ownMember(members, name) ?? ownMember(hidden, name)
}
