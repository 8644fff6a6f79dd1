import type { Violation } from './violation.ts'

type ErrorClass<E extends Error> = new (text: string) => E

interface HasViolations {
  readonly violations: readonly Violation[]
}

/** Creates an error that has the violations, and whose message lists them. */
export function withViolations<E extends Error> (
  Class: ErrorClass<E>,
  violations: readonly Violation[]
): E & HasViolations {
  const text = violations.map(({ message }) => message).join('; ')
  return Object.assign(new Class(text), { violations })
}
