import type { Resource } from '../worlds/resource.ts'
import { compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { vocabularyOf } from './language.ts'
import type { OperationLanguage } from './language.ts'
import type { ResourceType, Scope } from './scope.ts'
import { compileTemplate } from './template.ts'
import { compileWhere, holds } from './where.ts'

/** Returns the resources that a request may mean. */
export type Search = (scope: Scope) => readonly Resource[]

/**
 * Compiles `id` of a `find`, with any `where` beside it: the resource with an id, or those of a list of ids, in
 * its order and each once.
 */
export function compileSearchById (
  declaration: Declaration,
  where: Declaration | undefined,
  type: ResourceType,
  language: OperationLanguage
): Search {
  const { conditions, value } = compileEach({
    value: () => compileTemplate(declaration, vocabularyOf(language)),
    conditions: () => compileWhere(where, type, language)
  })
  return scope => {
    const found: Resource[] = []
    for (const id of idsOf(value(scope))) {
      const resource = scope.world.store.get(type.id, id)
      if (typeof resource === 'object' && holds(resource, conditions, scope)) found.push(resource)
    }
    return found
  }
}

/** Returns the ids that a value names, each once. */
function idsOf (value: unknown): Iterable<string> {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) return [String(value)]
  return value.length === 1 ? [String(value[0])] : new Set(value.map(String))
}
