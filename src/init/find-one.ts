import type { Operation, Parameter } from '../contract/contract.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { expressionFor, pathExpression, requestExpression } from './expression-for.ts'
import { statusName } from './find-job.ts'
import { givenMembers, storedMembers } from './given-members.ts'
import { pagingOf } from './paging.ts'
import type { Paging } from './paging.ts'
import { refusal } from './refusal.ts'
import { resourceAddress } from './resource-address.ts'
import type { ResourceModel } from './resource-model.ts'
import { inWords, plural } from './resource-name.ts'
import { plainName } from './role-of.ts'
import type { OperationSource } from './suggestion.ts'
import { itemsOf, typeOf } from './types-of.ts'

/** The `find` of an operation on one resource. */
export interface FoundOne {
  readonly find: JsonObject
  /** The response that the overlay adds for a missing resource, when the document has none. */
  readonly responses: JsonObject | undefined
}

/** The `find` of a list. */
export interface FoundMany {
  readonly find: JsonObject
  readonly paging: Paging
}

/** Proposes how an operation finds the resource that its path or its body names; returns the reason when it cannot. */
export function findOne (operation: Operation, source: OperationSource): FoundOne | string {
  const { model } = source
  const { id, name } = model
  const expression = idExpression(operation, model, id?.name)
  if (expression === undefined && id === undefined) return `${plural(name)} have no member that identifies them`
  if (expression === undefined) return `it does not name the ${inWords(name)}`
  const where = whereParents(operation, model)
  if (where === undefined) return unknownParents(model)
  const { reply, responses } = refusal(operation, [404, 410], `There is no ${inWords(name)} {${expression}}`, source)
  const isBelow = Object.keys(where).length > 0
  return { find: { type: name, id: expression, ...isBelow && { where }, else: reply }, responses }
}

/** Returns the expression for the id that a request names: a path parameter, or a member of the body. */
function idExpression (operation: Operation, model: ResourceModel, id: string | undefined): string | undefined {
  const { id: parameter } = resourceAddress(operation, model.collection)
  if (parameter !== undefined) return requestExpression(parameter.in, parameter.name)
  if (id === undefined) return undefined
  const { sent } = givenMembers(operation, model, 'update')
  return sent?.members.has(id) === true ? expressionFor('$request.body', ...sent.path, id) : undefined
}

/** Proposes how a list finds its resources: all of them or those that the query selects, and a page of those. */
export function findMany (operation: Operation, { model }: OperationSource): FoundMany | string {
  const parents = whereParents(operation, model)
  if (parents === undefined) return unknownParents(model)
  const paging = pagingOf(operation)
  const given = storedMembers(model)
  const where: JsonObject = { ...parents }
  for (const parameter of operation.parameters) {
    const member = paging.parameters.has(parameter.name) ? undefined : filteredMember(parameter, model, given)
    if (member !== undefined) where[member] = expressionFor('$request.query', parameter.name)
  }
  const find = {
    type: model.name,
    many: true,
    ...Object.keys(where).length > 0 && { where },
    ...paging.page && { page: paging.page }
  }
  return { find, paging }
}

/** Returns the member that a query parameter filters by: the one of its name and type. */
function filteredMember (
  parameter: Parameter,
  { job, members }: ResourceModel,
  given: ReadonlySet<string>
): string | undefined {
  const { in: place, name, schema } = parameter
  if (place !== 'query' || schema === undefined) return undefined
  const plain = plainName(name.replace(/^filter\[(.+)\]$/, '$1'))
  const member = [...members.values()].find(({ name }) =>
    plainName(name) === plain && (given.has(name) || name === statusName(job)))
  if (member === undefined) return undefined
  const asked = typeOf(itemsOf(schema) ?? schema)
  const own = typeOf(member.schema)
  return own !== undefined && own !== 'array' && own !== 'object' && asked === own ? member.name : undefined
}

/** Returns the values of members that resources under an operation's path have; `undefined` when they are not known. */
function whereParents (operation: Operation, model: ResourceModel): Record<string, string> | undefined {
  const names = resourceAddress(operation, model.collection).parents
  const { parents } = model
  if (names.length === 0) return {}
  const where: Record<string, string> = {}
  for (const [index, name] of names.entries()) {
    const { member } = parents[index] ?? {}
    const expression = pathExpression(name)
    if (member === undefined || expression === undefined) return undefined
    where[member] = expression
  }
  return names.length === parents.length ? where : undefined
}

function unknownParents ({ name }: ResourceModel): string {
  return `the document does not say which ${plural(name)} are under its path`
}
