import { isObject } from '../documents/is-object.ts'
import type { ProposedOperation } from './suggestion.ts'

/** A member by which a list is filtered, with its query parameter. */
export interface ProposedFilter {
  readonly member: string
  readonly parameter: string
}

const IN_QUERY = '$request.query'

/** Lists the filters that are proposed for a list. */
export function listFilters ({ declaration: { find }, operation }: ProposedOperation): ProposedFilter[] {
  const where = isObject(find) && isObject(find.where) ? find.where : {}
  const filters: ProposedFilter[] = []
  for (const [member, value] of Object.entries(where)) {
    const text = String(value)
    if (!text.startsWith(IN_QUERY)) continue
    const parameter = operation.parameters.find(({ name }) =>
      text === `${IN_QUERY}.${name}` || text === `${IN_QUERY}#/${name}`)
    if (parameter !== undefined) filters.push({ member, parameter: parameter.name })
  }
  return filters
}

/** Returns whether a value can be that of a filter. */
export function isScalar (value: unknown): boolean {
  return ['string', 'number', 'boolean', 'bigint'].includes(typeof value)
}

/** Lists the values of all members with a name within a value, as text. */
export function valuesNamed (value: unknown, name: string): string[] {
  if (Array.isArray(value)) return value.flatMap(item => valuesNamed(item, name))
  if (!isObject(value)) return []
  const own = isScalar(value[name]) ? [String(value[name])] : []
  return [...own, ...Object.values(value).flatMap(member => valuesNamed(member, name))]
}
