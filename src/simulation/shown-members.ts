import type { Scope, Subject } from './scope.ts'

/**
 * A resource as clients see it: its id and status, the members it was created with, then those that its type
 * declares for every status and for the present one.
 */
export function shownMembers (subject: Subject, scope: Scope): Readonly<Record<string, unknown>> {
  if (subject.shown !== undefined) return subject.shown
  const { type, position } = subject
  const own = withoutDeclared(subject, scope)
  const shown: Record<string, unknown> = { ...own.subject?.shown }
  const always = type.always(own)
  const present = position.status === undefined ? undefined : type.whileIn.get(position.status)?.(own)
  for (const name in always) if (!(name in shown)) shown[name] = always[name]
  Object.assign(shown, present)
  subject.shown = shown
  return shown
}

/**
 * The scope in which the declared members of a resource, its files among them, are made: they may speak of its id, its
 * status and the members it was created with, not of each other.
 */
export function withoutDeclared (subject: Subject, scope: Scope): Scope {
  const { resource, type, position } = subject
  const shown: Record<string, unknown> = {}
  if (type.idMember !== undefined) shown[type.idMember] = type.showId(resource)
  if (type.statusMember !== undefined) shown[type.statusMember] = position.status
  return { ...scope, subject: { ...subject, shown: Object.assign(shown, resource.members) } }
}
