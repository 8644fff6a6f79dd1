import { STANDIN_SLIP } from '../contract/member-check.ts'
import type { Contract } from '../contract/contract.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import type { ReportProblem } from './declaration.ts'

const KEY = 'x-standin'
const HOME = 'it belongs at the root of the document, in an operation, or in the operation of a callback or a webhook'

/** Members whose values are data, not parts of the document. */
const DATA = ['example', 'examples', 'default', 'const', 'enum', 'value']

/** Objects whose members have names of the user's choice. */
const NAMES = /\/(properties|patternProperties|headers)$/

/** Reports every `x-standin` at a place where it has no effect, and every misspelling of it. */
export function reportMisplaced ({ document, operations, webhooks }: Contract, report: ReportProblem): void {
  const callbacks = operations.flatMap(({ callbacks }) => callbacks)
  const homes = new Set(['', ...[...operations, ...callbacks, ...webhooks].map(({ pointer }) => pointer)])
  const seen = new Set<unknown>()
  const look = (value: unknown, pointer: string): void => {
    // With YAML's aliases, one object is at several places.
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    for (const [name, member] of Object.entries(value)) {
      const at = `${pointer}/${escapePointer(name)}`
      if (STANDIN_SLIP.test(name) && !NAMES.test(pointer)) reportSlip(name, at)
      if (name !== KEY && !DATA.includes(name)) look(member, at)
    }
  }
  const reportSlip = (name: string, at: string): void => {
    if (name !== KEY) report(at, `unknown word "${name}", did you mean "${KEY}"?`)
    else if (!homes.has(at.slice(0, -KEY.length - 1))) report(at, `has no effect here: ${HOME}`)
  }
  look(document, '')
}
