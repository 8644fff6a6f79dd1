import type { Violation } from './violation.ts'

/** Makes an error of violations: its message tells them all, and it carries them along. */
export function withViolations<E extends Error> (Refusal: new (text: string) => E, violations: readonly Violation[]): E & { readonly violations: readonly Violation[] } {
  return Object.assign(new Refusal(violations.map(({ message }) => message).join('; ')), { violations })
}
