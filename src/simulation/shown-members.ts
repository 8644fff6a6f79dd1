import type { Scope, Shown, Subject } from './scope.ts'
import { define } from '../documents/own-member.ts'
import { subjectIn, withSubject } from './subject-in.ts'

/**
 * Returns a resource as clients see it: its id and status, the members it was created with, then those that its
 * type declares for every status and for the present one.
 */
export function shownMembers (subject: Subject, scope: Scope): Readonly<Record<string, unknown>> {
  subject.shown ??= subject.type.isSteady ? shownBefore(subject, scope) : makeMembers(subject, scope)
  return subject.shown
}

/**
 * Returns what was shown before, or makes it anew: clients read a job many times while its status is the same.
 */
function shownBefore (subject: Subject, scope: Scope): Readonly<Record<string, unknown>> {
  const { position: { since, status, until }, resource, type } = subject
  const { serverUrl } = scope.request
  const shown = type.shown.get(resource)
  if (shown !== undefined && isOf(subject, shown) && shown.serverUrl === serverUrl) return shown.members
  const members = makeMembers(subject, scope)
  const { hidden, members: given } = resource
  type.shown.set(resource, { given, hidden, status, since, until, serverUrl, members })
  return members
}

function isOf ({ position, resource }: Subject, { given, hidden, since, status, until }: Shown): boolean {
  return given === resource.members && hidden === resource.hidden && status === position.status &&
    since === position.since && until === position.until
}

function makeMembers (subject: Subject, scope: Scope): Readonly<Record<string, unknown>> {
  const { type, position } = subject
  const own = withoutDeclared(subject, scope)
  const shown: Record<string, unknown> = { ...subjectIn(own)?.shown }
  const always = type.always(own)
  const present = position.status === undefined ? undefined : type.whileIn.get(position.status)?.(own)
  for (const name in always) if (!Object.hasOwn(shown, name)) define(shown, name, always[name])
  return present === undefined ? shown : { ...shown, ...present }
}

/**
 * Returns the scope in which the declared members and the files of a resource are made: they may name its id,
 * its status and the members it was created with, but not each other.
 */
export function withoutDeclared (subject: Subject, scope: Scope): Scope {
  const { resource, type, position } = subject
  const shown: Record<string, unknown> = {}
  if (type.idMember !== undefined) define(shown, type.idMember, type.showId(resource))
  if (type.statusMember !== undefined) define(shown, type.statusMember, position.status)
  return withSubject(scope, { ...subject, shown: { ...shown, ...resource.members } })
}
