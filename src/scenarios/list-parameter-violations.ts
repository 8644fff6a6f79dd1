import { exactJson } from '../exact-json.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { ownMember } from '../documents/own-member.ts'
import { createUnknown } from '../schemas/create-unknown.ts'
import { createViolation } from '../schemas/create-violation.ts'
import type { Violation } from '../schemas/violation.ts'
import type { ParameterValues, ScenarioDocument } from '../worlds/scenario.ts'
import { listParameterUses } from './fill-parameters.ts'

/** Lists uses of undeclared parameters, and given values that are unknown or of a wrong type. */
export function listParameterViolations (
  { parameters = {}, description, ...content }: ScenarioDocument,
  given: ParameterValues
): Violation[] {
  const known = Object.keys(parameters)
  const what = 'a parameter of this scenario'
  const violations: Violation[] = []
  for (const { name, pointer } of listParameterUses(content)) {
    if (known.includes(name)) continue
    violations.push(createUnknown({ in: 'body', pointer }, { what, word: name, known }))
  }
  for (const [name, value] of Object.entries(given)) {
    const location = { in: 'body', pointer: `/parameters/${escapePointer(name)}` } as const
    const standard = ownMember(parameters, name)?.default
    if (!known.includes(name)) {
      violations.push(createUnknown(location, { what, word: name, known }))
    } else if (standard !== null && typeOf(value) !== typeOf(standard)) {
      const expected = `be ${typeOf(standard)}, like its default ${exactJson.stringify(standard)}`
      violations.push(createViolation(location, { rule: 'type', expected }, value))
    }
  }
  return violations
}

function typeOf (value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'bigint') return 'a number'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
