import type { Resource } from '../worlds/resource.ts'
import { compileAll } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { vocabularyOf } from './language.ts'
import type { OperationLanguage } from './language.ts'
import type { ResourceType, Scope } from './scope.ts'
import { compileTemplate } from './template.ts'
import { valueOf } from './where.ts'
import { positionOf } from './position.ts'

/** The order of many resources. */
export interface Order {
  readonly isDefault: boolean
  /** Returns the values that a resource is ordered by, its number last. */
  placeOf (resource: Resource): readonly unknown[]
  compare (a: readonly unknown[], b: readonly unknown[]): number
}

/** Returns the order for one request. */
export type MakeOrder = (scope: Scope) => Order

interface Key {
  readonly name: string
  readonly direction: 1 | -1
}

/** The word for the order in which resources were created. */
const CREATED = 'created'

/**
 * Compiles `sort`: names of members, those in descending order with a minus, as `-created,name`; or an
 * expression for them.
 */
export function compileOrder (
  declaration: Declaration | undefined,
  type: ResourceType,
  language: OperationLanguage
): MakeOrder {
  if (declaration === undefined) return ({ now }) => createOrder([], type, now)
  if (typeof declaration.value === 'string' && !declaration.value.includes('$')) {
    const keys = parseKeys(declaration.value)
    const known = [
      CREATED,
      type.idMember,
      type.statusMember,
      ...type.stored ?? []
    ].filter(name => name !== undefined)
    compileAll(keys, ({ name }) => {
      if (type.stored !== undefined && !known.includes(name)) {
        declaration.refuseWord(`member to sort ${type.id} by`, name, known)
      }
    })
    return ({ now }) => createOrder(keys, type, now)
  }
  const template = compileTemplate(declaration, vocabularyOf(language))
  return scope => createOrder(parseKeys(String(template(scope) ?? '')), type, scope.now)
}

function parseKeys (text: string): Key[] {
  return text.split(',').map(part => part.trim()).filter(part => part !== '')
    .map(part => ({ name: part.replace(/^[+-]/, ''), direction: part.startsWith('-') ? -1 : 1 }))
}

function createOrder (keys: readonly Key[], type: ResourceType, now: number): Order {
  const readers = keys.map(({ name }) => readerOf(name, type, now))
  const directions = keys.map(({ direction }) => direction)
  return {
    isDefault: keys.length === 0,
    placeOf: resource => [...readers.map(read => read(resource)), resource.number],
    compare (a, b) {
      for (const [index, direction] of directions.entries()) {
        const difference = compareValues(a[index], b[index])
        if (difference !== 0) return difference * direction
      }
      return compareValues(a.at(-1), b.at(-1))
    }
  }
}

function readerOf (name: string, type: ResourceType, now: number): (resource: Resource) => unknown {
  if (name === type.idMember) return resource => type.showId(resource)
  if (name === type.statusMember) return resource => positionOf(resource, type, now).status
  // A clock never goes back: a later resource has a higher number.
  if (name === CREATED) return resource => valueOf(resource, name) ?? resource.number
  return resource => valueOf(resource, name)
}

/** Compares numbers by size, all else as text; missing values come last. */
function compareValues (a: unknown, b: unknown): number {
  if (a === b) return 0
  if (a === undefined || a === null) return b === undefined || b === null ? 0 : 1
  if (b === undefined || b === null) return -1
  if (isNumeric(a) && isNumeric(b)) return compare(a, b)
  return compare(String(a), String(b))
}

function isNumeric (value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint'
}

function compare<Value extends string | number | bigint> (a: Value, b: Value): number {
  return a < b ? -1 : Number(a > b)
}
