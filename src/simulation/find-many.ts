import { keyOf } from '../worlds/indexed-resources.ts'
import type { Resource } from '../worlds/resource.ts'
import { compileAll, compileEach } from './declaration.ts'
import type { Declaration, Declared } from './declaration.ts'
import type { OperationLanguage } from './language.ts'
import { compileOrder } from './order.ts'
import type { Order } from './order.ts'
import { compilePage } from './page.ts'
import { read } from './read.ts'
import { compileSearchById } from './search-by-id.ts'
import type { Search } from './search-by-id.ts'
import { compileCondition, compileFits, valueOf } from './where.ts'
import type { Condition } from './where.ts'
import type { ResourceType, Step } from './scope.ts'
import { positionOf } from './position.ts'

/**
 * Compiles `find` with `many`: the resources that a request asks for, in order, and the page of them. Only the
 * resources on the page count as read.
 */
export function compileFindMany (
  declared: Declared,
  type: ResourceType,
  language: OperationLanguage
): Step {
  compileAll(
    [declared.pick, declared.else],
    word => word?.refuse('has no effect beside "many": all that are found are returned, or an empty list')
  )
  if (declared.id !== undefined) {
    declared.sort?.refuse('has no effect beside "id": they are returned in the order of the request')
  }
  const { fits, order, search, take } = compileEach({
    search: () =>
      declared.id === undefined
        ? compileSearch(declared.where, type, language)
        : compileSearchById(declared.id, declared.where, type, language),
    fits: () => declared.while && compileFits(declared.while, type),
    order: () => compileOrder(declared.sort, type, language),
    take: () => compilePage(declared.page, type, language)
  })
  const mustSort = declared.page?.parts().after !== undefined
  return scope => {
    const found = search(scope)
    const fitting = fits === undefined ? found : found.filter(resource => fits(resource, scope))
    const wanted = order(scope)
    const sorted = wanted.isDefault && !mustSort ? fitting : sort(fitting, wanted)
    const { page, resources } = take(sorted, wanted, scope)
    const subjects = resources.map(resource => read(resource, type, scope))
    return { ...scope, list: { subjects, page } }
  }
}

function sort (resources: readonly Resource[], order: Order): readonly Resource[] {
  return resources
    .map(resource => ({ resource, place: order.placeOf(resource) }))
    .sort((a, b) => order.compare(a.place, b.place))
    .map(({ resource }) => resource)
}

/**
 * Compiles `where` of many. A value that the request does not give filters nothing; a list matches any of its
 * items.
 */
function compileSearch (
  declaration: Declaration | undefined,
  type: ResourceType,
  language: OperationLanguage
): Search {
  const conditions = compileAll(declaration?.entries() ?? [], ([name, value]) =>
    compileCondition(name, value, type, language))
  if (conditions.length === 0) return ({ world }) => world.store.list(type.id)
  const stored = conditions.filter(([name]) => name !== type.statusMember)
  const index = stored.length === conditions.length
    ? language.index(type, stored.map(([name]) => name), 'shared')
    : undefined
  return scope => {
    const values = conditions.map(([, value]) => value(scope))
    const isOfOneKey = values.every(value => value !== undefined && !Array.isArray(value))
    if (index !== undefined && isOfOneKey) return scope.world.store.listBy(index, keyOf(values))
    const filters: Filter[] = []
    for (const [at, [name]] of conditions.entries()) {
      if (values[at] !== undefined) filters.push(filterBy(name, values[at], type, scope.now))
    }
    const all = scope.world.store.list(type.id)
    return filters.length === 0 ? all : all.filter(resource => filters.every(filter => filter(resource)))
  }
}

type Filter = (resource: Resource) => boolean

/** Creates the test of resources whose member, or status, equals a value or one of a list. */
export function filterBy (name: Condition[0], value: unknown, type: ResourceType, now: number): Filter {
  const wanted = new Set((Array.isArray(value) ? value : [value]).map(item => keyOf([item])))
  if (name === type.statusMember) return resource => wanted.has(keyOf([positionOf(resource, type, now).status]))
  return resource => wanted.has(keyOf([valueOf(resource, name)]))
}
