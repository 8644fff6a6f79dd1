import { isObject } from '../documents/is-object.ts'
import type { Declaration } from './declaration.ts'
import type { ResourceType, Scope } from './scope.ts'
import { compileObject, compileTemplate } from './template.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Returns the members of a resource; `undefined` where the request has none. */
export type MakeMembers = (scope: Scope) => Record<string, unknown> | undefined

/**
 * Compiles `members` or `hidden`: each member by its name, or one expression for all of them. The id and the
 * status are never among them.
 */
export function compileMembers (
  declaration: Declaration,
  type: ResourceType,
  vocabulary: Vocabulary
): MakeMembers {
  const { value } = declaration
  if (isObject(value) && !Object.keys(value).some(name => /^\$(?!\$)/.test(name))) {
    return compileNamed(declaration, type, vocabulary)
  }
  if (!isObject(value) && !(typeof value === 'string' && /^\$(?!\$)/.test(value))) {
    declaration.refuse(
      'must be an object with the members by their names, or one expression for all of them, as $request.body'
    )
  }
  const template = compileTemplate(declaration, vocabulary)
  return scope => {
    const members = template(scope)
    return isObject(members) && !Buffer.isBuffer(members) ? withoutOwn(members, type) : undefined
  }
}

function compileNamed (declaration: Declaration, type: ResourceType, vocabulary: Vocabulary): MakeMembers {
  const { idMember, statusMember } = type
  const own = declaration.entries().find(([name]) => name === idMember || name === statusMember)
  own?.[1].refuse(
    `"${own[0]}" is given to each ${type.id} by its type, as its ${own[0] === idMember ? 'id' : 'status'}`
  )
  return compileObject(declaration, vocabulary)
}

/** Returns members without the id and the status, which a resource has from its type. */
export function withoutOwn (
  members: Readonly<Record<string, unknown>>,
  { idMember, statusMember }: ResourceType
): Record<string, unknown> {
  const given = { ...members }
  if (idMember !== undefined) delete given[idMember]
  if (statusMember !== undefined) delete given[statusMember]
  return given
}
