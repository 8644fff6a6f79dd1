import { compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import type { Language } from './language.ts'
import { Limit } from './limit.ts'
import { compileTemplate } from './template.ts'

/** Compiles a limit without its reply, so that other declarations can name it. */
export function compileLimit (
  name: string,
  declaration: Declaration,
  { api, operations }: Pick<Language, 'api' | 'operations'>
): Limit {
  const { by, max, per, enabled } = declaration.members(
    ['by', 'max', 'per', 'enabled', 'else'],
    ['by', 'max', 'per', 'else']
  )
  if (by === undefined || max === undefined || per === undefined) {
    return declaration.refuse('needs "by", "max" and "per"')
  }
  const compiled = compileEach({
    by: () => compileTemplate(by, { heads: new Set(), limits: [], operations, known: {} }),
    enabled: () => enabled?.flag() ?? true,
    max: () => max.integer(0),
    ms: () => per.duration()
  })
  return new Limit({
    id: `${api}.${name}`,
    by: compiled.by,
    enabled: compiled.enabled,
    window: { max: compiled.max, ms: compiled.ms }
  })
}
