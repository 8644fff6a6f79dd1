import type { ApiResponse } from '../messages/message.ts'
import type { Violation } from '../schemas/violation.ts'

/** Adds what HTTP cannot carry of a response's headers to its violations; each header is reported once. */
export function withHeaderFlaws ({ headerFlaws }: ApiResponse, violations: readonly Violation[]): readonly Violation[] {
  if (headerFlaws === undefined) return violations
  const pointers = new Set(headerFlaws.map(({ pointer }) => pointer))
  const others = violations.filter(violation => violation.in !== 'header' || !pointers.has(violation.pointer))
  return [...headerFlaws, ...others]
}
