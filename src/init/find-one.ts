import type { Operation } from '../contract/contract.ts'
import { givenMembers } from './given-members.ts'
import { parentParameters, pathParts } from './path-parts.ts'
import { refusal } from './refusal.ts'
import type { OperationSource } from './suggestion.ts'
import { expressionFor, pathExpression } from './expression-for.ts'
import type { Thing } from './thing.ts'
import { inWords, manyThings } from './thing-name.ts'

type Json = Record<string, unknown>

/** `find` as an operation declares it, with the response that the overlay adds for what is not there. */
export interface Found {
  readonly find: Json
  readonly responses: Json | undefined
}

/** How an operation finds the thing that its path names, or its body; or why it cannot. */
export function findOne (operation: Operation, { samples, thing }: OperationSource): Found | string {
  const { id, name } = thing
  const parameter = pathParts(operation).id
  if (id === undefined) return `${manyThings(name)} have no member by which they could be found`
  const sent = parameter === undefined ? givenMembers(operation, thing, 'update').sent : undefined
  const expression = parameter !== undefined ? pathExpression(parameter) : sent?.members.has(id.name) === true ? expressionFor('$request.body', ...sent.path, id.name) : undefined
  if (expression === undefined) return `it does not name the ${inWords(name)} that is meant`
  const { created, parents } = whereParents(operation, thing)
  if (!created) return `it is not known which ${manyThings(name)} are below its path`
  const { reply, responses } = refusal(operation, [404, 410], `There is no ${inWords(name)} {${expression}}`, samples)
  return { find: { type: name, id: expression, ...Object.keys(parents).length > 0 && { where: parents }, else: reply }, responses }
}

/** The members by which things belong to what their path is below of. */
export function whereParents (operation: Operation, { create, parents }: Thing): { readonly created: boolean, readonly parents: Json } {
  const names = parentParameters(pathParts(operation))
  if (names.length === 0 || parentParameters(pathParts(create)).length === 0) return { created: names.length === 0, parents: {} }
  const pairs = names.map((name, index) => [parents[index]?.member ?? '', pathExpression(name) ?? ''] as const)
  return { created: names.length === parents.length && pairs.every(pair => !pair.includes('')), parents: Object.fromEntries(pairs) }
}
