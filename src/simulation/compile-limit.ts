import type { Operation } from '../contract/contract.ts'
import { compileAll, compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { Limit } from './limit.ts'
import type { LimitDeclaration } from './list-limits.ts'
import { compileTemplate } from './template.ts'
import { LIMIT, LIMIT_HEADERS, OWN_LIMIT } from '../vocabulary/limit-words.ts'
import type { LimitHeaders } from '../vocabulary/limit-words.ts'

/** Compiles a limit without its reply, so that other declarations can name it. */
export function compileLimit ({ declaration, name, operations, owner }: LimitDeclaration, api: string): Limit {
  const declared = declaration.membersOf(owner === undefined ? LIMIT : OWN_LIMIT)
  const { burst, by, enabled, headers, max, per } = declared
  if (by === undefined || max === undefined || per === undefined) {
    return declaration.refuse('needs "by", "max" and "per"')
  }
  const counted = declared.operations === undefined ? operations : compileOperations(declared.operations, operations)
  const compiled = compileEach({
    by: () => compileTemplate(by, { heads: new Set(), limits: [], operations: counted, known: {} }),
    enabled: () => enabled?.flag() ?? true,
    max: () => max.integer(burst === undefined ? 0 : 1),
    ms: () => per.duration(),
    burst: () => burst?.integer(1),
    headers: () => headers === undefined ? [] : compileHeaderWords(headers)
  })
  return new Limit({
    id: `${api}.${name}`,
    name,
    by: compiled.by,
    enabled: compiled.enabled,
    quota: { max: compiled.max, ms: compiled.ms, burst: compiled.burst },
    operations: counted,
    headers: compiled.headers
  })
}

/** Returns the operations that a limit counts, in the order of the document. */
function compileOperations (declaration: Declaration, operations: readonly Operation[]): readonly Operation[] {
  const names = new Set(declaration.words('operation', operations.map(({ name }) => name)))
  if (names.size === 0) declaration.refuse('counts nothing: name at least one operation, or leave it out for all')
  return operations.filter(({ name }) => names.has(name))
}

/** Returns the kinds of headers that are named: by one word, or by several in a list. */
function compileHeaderWords (declaration: Declaration): readonly LimitHeaders[] {
  const words = Array.isArray(declaration.value) ? declaration.list() : [declaration]
  return compileAll(words, word => {
    const text = word.text()
    return LIMIT_HEADERS.find(known => known === text) ?? word.refuseWord('kind of headers', text, LIMIT_HEADERS)
  })
}
