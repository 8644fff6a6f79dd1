import type { JsonObject } from '../documents/is-object.ts'
import { expressionFor } from './expression-for.ts'
import type { Job } from './find-job.ts'
import { listMembers } from './member.ts'
import type { Member, SchemaMembers } from './member.ts'
import type { ResourceModel } from './resource-model.ts'
import { instantFor, roleOf } from './role-of.ts'
import type { Samples } from './samples.ts'
import { exampleOf, memberOf } from './success-of.ts'
import { fits } from './types-of.ts'
import { bodyOf } from './wrapped.ts'
import { literal } from '../simulation/literal.ts'

/**
 * Returns the template of the member that holds a job's status: the status, the members that the client sent, which are
 * hidden in the resource, and samples of the others that are required.
 */
export function statusContainer (container: Member, model: ResourceModel, samples: Samples): JsonObject {
  const { collection, create, job, members } = model
  const sentContainer = create && bodyOf(create, members)?.members.get(container.name)
  const sent: SchemaMembers = sentContainer === undefined ? new Map() : listMembers(sentContainer.schema)
  const example = memberOf(exampleOf(collection.read ?? collection.list), container.name)
  const body: JsonObject = {}
  for (const member of listMembers(container.schema).values()) {
    const { name } = member
    if (name === job?.member.name) body[name] = '$status'
    if (name === job?.member.name || member.writeOnly) continue
    const source = { container, example: memberOf(example, name), samples, sent: sent.get(name) }
    const value = memberTemplate(member, source)
    if (value !== undefined) body[name] = value
  }
  return body
}

/** Returns the expression for the member of a request that holds the status in the resource, which hides it. */
export function hiddenContainer (
  job: Job | undefined,
  sent: { readonly members: SchemaMembers, readonly path: readonly string[] } | undefined
): Record<string, string> | undefined {
  const name = job?.container?.name
  if (name === undefined || sent?.members.has(name) !== true) return undefined
  return { [name]: expressionFor('$request.body', ...sent.path, name) }
}

interface ContainedMember {
  readonly container: Member
  readonly example: unknown
  readonly samples: Samples
  readonly sent: Member | undefined
}

function memberTemplate (member: Member, { container, example, samples, sent }: ContainedMember): unknown {
  const isSent = sent !== undefined && !sent.readOnly && !member.readOnly && fits(sent.schema, member.schema)
  const stored = isSent ? expressionFor('$hidden', container.name, member.name) : undefined
  if (stored !== undefined && !member.required) return stored
  const role = roleOf(member)
  if (stored === undefined && (role === 'created' || role === 'updated')) return instantFor('$created', member)
  if (!member.required) return undefined
  const sample = literal(samples.of(member.schema, example))
  return stored === undefined ? sample : { $first: [stored, sample] }
}
