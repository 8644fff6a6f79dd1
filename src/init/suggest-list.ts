import type { Operation, Parameter } from '../contract/contract.ts'
import { whereParents } from './find-one.ts'
import { givenMembers } from './given-members.ts'
import { plainName } from './role-of.ts'
import { pagingOf } from './paging.ts'
import { itemsOf, typeOf } from './types-of.ts'
import { suggestReply } from './suggest-reply.ts'
import { leave } from './suggestion.ts'
import type { OperationSource, Suggestion } from './suggestion.ts'
import { expressionFor } from './expression-for.ts'
import type { Thing } from './thing.ts'
import { manyThings } from './thing-name.ts'

/** Proposes what a list answers: all things, or those that the query asks for, and of those a page. */
export function suggestList (operation: Operation, source: OperationSource): Suggestion {
  const { thing } = source
  const paging = pagingOf(operation)
  const { created, parents } = whereParents(operation, thing)
  if (!created) return leave(operation, `it is not known which ${manyThings(thing.name)} are below its path`)
  const stored = new Set(thing.collection.creates.flatMap(create => givenMembers(create, thing, 'create').names))
  const filters = operation.parameters.flatMap(parameter => {
    const member = paging.parameters.has(parameter.name) ? undefined : filtered(parameter, thing, stored)
    return member === undefined ? [] : [[member, expressionFor('$request.query', parameter.name)] as const]
  })
  const where = { ...parents, ...Object.fromEntries(filters) }
  const find = { type: thing.name, many: true, ...Object.keys(where).length > 0 && { where }, ...paging.page && { page: paging.page } }
  return suggestReply(operation, source, 'list', { find }, { paging })
}

/** The member that a query parameter asks for by its very name. */
function filtered ({ in: place, name, schema }: Parameter, { job, members }: Thing, stored: ReadonlySet<string>): string | undefined {
  if (place !== 'query' || schema === undefined) return undefined
  const plain = plainName(name.replace(/^filter\[(.+)\]$/, '$1'))
  const member = [...members.values()].find(member => plainName(member.name) === plain && (stored.has(member.name) || member.name === job?.member.name))
  if (member === undefined) return undefined
  const type = typeOf(schema)
  const items = itemsOf(schema)
  const asked = items === undefined ? type : typeOf(items)
  const own = typeOf(member.schema)
  return own !== undefined && own !== 'array' && own !== 'object' && asked === own ? member.name : undefined
}
