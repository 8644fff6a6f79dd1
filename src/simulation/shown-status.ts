import { exactJson } from '../exact-json.ts'
import type { Evaluate, Scope, Subject } from './scope.ts'

/** Records that the response shows the status of a resource. */
export function showStatus (subject: Subject | undefined, { touched }: Scope): void {
  if (subject !== undefined) touched.show(subject.resource, subject.position.status)
}

/** Records that the response shows the statuses of all resources of a list. */
export function showListed (scope: Scope): void {
  for (const subject of scope.list?.subjects ?? []) showStatus(subject, scope)
}

/**
 * Returns an expression that names a resource, or one of its members, so that it records the status that the response
 * shows by that: a resource as a whole has one, and of its members only the status itself.
 */
export function showing (
  evaluate: Evaluate,
  subjectIn: (scope: Scope) => Subject | undefined,
  [member, ...deeper]: readonly string[]
): Evaluate {
  if (deeper.length > 0) return evaluate
  return scope => {
    const subject = subjectIn(scope)
    if (member === undefined || member === subject?.type.statusMember) showStatus(subject, scope)
    return evaluate(scope)
  }
}

/**
 * Returns the list of an `$each`, which records the statuses that are shown by what the items become: a template with
 * `$item`, or with its status.
 */
export function showingItems (evaluate: Evaluate, item: unknown): Evaluate {
  const names = new Set<string>()
  for (const [, name = ''] of exactJson.stringify(item).matchAll(/\$item(?:\.([^.#{}\s"]+))?/g)) names.add(name)
  return scope => {
    const statusMember = scope.list?.subjects[0]?.type.statusMember
    const isShown = names.has('') || (statusMember !== undefined && names.has(statusMember))
    if (isShown) showListed(scope)
    return evaluate(scope)
  }
}
