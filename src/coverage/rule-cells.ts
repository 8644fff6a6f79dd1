import type { Operation } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { createAdd } from './declared-cell.ts'
import type { AddCell } from './declared-cell.ts'

/** A rule of an operation, by the name that a simulation gives it when it applies it. */
interface Rule {
  readonly rule: string
  readonly name: string
  /** Relative to the `x-standin` of the operation. */
  readonly pointer: string
}

/** Adds a cell for each rule of an operation that refuses requests, or responds to them again. */
export function addRules (operation: Operation, add: AddCell): Map<string, number> {
  const { api, definition, id, pointer } = operation
  const declared = 'x-standin' in definition ? definition['x-standin'] : undefined
  const cells = new Map<string, number>()
  if (!isObject(declared)) return cells
  const addRule = createAdd(add, { api, operation: id }, 'rules')
  for (const { name, pointer: at, rule } of listRules(declared)) {
    cells.set(rule, addRule(rule, name, `${pointer}/x-standin/${at}`))
  }
  return cells
}

function listRules (declared: JsonObject): Rule[] {
  return [...listIdempotent(declared), ...listRequires(declared), ...listGuards(declared), ...listRefusals(declared)]
}

function listIdempotent ({ idempotent }: JsonObject): Rule[] {
  if (!isObject(idempotent)) return []
  const rules = [{ rule: 'idempotent', name: 'idempotent: the same answer again', pointer: 'idempotent' }]
  if ('conflict' in idempotent) {
    const name = 'idempotent: another request with the same key'
    rules.push({ rule: 'idempotent conflict', name, pointer: 'idempotent/conflict' })
  }
  if ('inFlight' in idempotent) {
    const name = 'idempotent: while the first answer is due'
    rules.push({ rule: 'idempotent in flight', name, pointer: 'idempotent/inFlight' })
  }
  return rules
}

function listRequires ({ requires }: JsonObject): Rule[] {
  const all = isObject(requires) && Array.isArray(requires.all) ? requires.all : []
  return all.map((item: unknown, index) => ({
    rule: `requires ${index}`,
    name: `requires ${isObject(item) ? String(item.type) : ''} (${index + 1} of ${all.length})`,
    pointer: `requires/all/${index}`
  }))
}

function listGuards ({ capacity, create, unique }: JsonObject): Rule[] {
  const rules: Rule[] = []
  if (isObject(unique)) rules.push({ rule: 'unique', name: 'unique', pointer: 'unique' })
  if (isObject(capacity)) rules.push({ rule: 'capacity', name: 'capacity', pointer: 'capacity' })
  if (isObject(create) && 'id' in create) {
    rules.push({ rule: 'id', name: 'create: an id that is taken', pointer: 'create/id' })
  }
  return rules
}

function listRefusals (declared: JsonObject): Rule[] {
  const rules: Rule[] = []
  const { find } = declared
  if (isObject(find) && 'else' in find) rules.push({ rule: 'find', name: 'find: nothing found', pointer: 'find/else' })
  for (const word of ['update', 'patch', 'delete']) {
    const step = declared[word]
    if (!isObject(step) || !('while' in step)) continue
    rules.push({ rule: word, name: `${word}: in another status`, pointer: `${word}/while` })
  }
  return rules
}
