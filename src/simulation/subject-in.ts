import type { Scope, Subject } from './scope.ts'

/** Returns the one resource that a scope is about; `undefined` where there is none. */
export function subjectIn ({ found }: Scope): Subject | undefined {
  return found?.subject
}

/** Returns a scope that is about one resource, which was there before or which the request has created. */
export function withSubject<InScope extends Scope> (
  scope: InScope,
  subject: Subject,
  kind: 'known' | 'created' = 'known'
): InScope {
  return { ...scope, found: { kind, subject } }
}
