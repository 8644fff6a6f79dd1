import { jobStatuses } from './job-statuses.ts'
import type { StatusesByKind } from './job-statuses.ts'
import { listMembers } from './member.ts'
import type { Member, SchemaMembers } from './member.ts'
import { plainName } from './role-of.ts'
import { typeOf, valuesOf } from './types-of.ts'

/** The status of a type of resource whose statuses are those of a job. */
export interface Job {
  readonly member: Member
  /** The member of the resource that holds the status: `properties`; `undefined` when the resource shows it itself. */
  readonly container: Member | undefined
  readonly statuses: StatusesByKind
}

/** Names of members that show a job's status, the likeliest first. */
const STATUS_NAMES = [
  'status', 'state', 'phase', 'jobstatus', 'jobstate', 'taskstatus', 'runstatus', 'processingstatus',
  'processingstate', 'provisioningstate', 'lifecyclestate', 'currentstatus', 'exportstatus', 'importstatus'
]

/** Matches other names of statuses, as plain names. */
const STATUS_NAME = /(status|state|phase)$/

/** Matches names of statuses that only a server sets, also where a document lets clients send them. */
const SERVER_STATUS = /^(provisioning|processing)(state|status)$/

/** Returns the status that shows the progress of a resource, and that the client does not send. */
export function findJob (members: SchemaMembers, sent: SchemaMembers): Job | undefined {
  const own = findStatus(members, sent)
  if (own !== undefined) return { ...own, container: undefined }
  for (const container of members.values()) {
    if (container.writeOnly || typeOf(container.schema) !== 'object') continue
    const sentContainer = sent.get(container.name)
    const sentMembers = sentContainer === undefined ? new Map<string, Member>() : listMembers(sentContainer.schema)
    const inner = findStatus(listMembers(container.schema), sentMembers)
    if (inner !== undefined) return { ...inner, container }
  }
  return undefined
}

/** Returns the name of the member that shows a resource's status; `undefined` when another member holds it. */
export function statusName (job: Job | undefined): string | undefined {
  return job?.container === undefined ? job?.member.name : undefined
}

function findStatus (members: SchemaMembers, sent: SchemaMembers): Omit<Job, 'container'> | undefined {
  const isSent = ({ name, readOnly }: Member) => sent.get(name)?.readOnly === false && !readOnly
  const likely = [...members.values()]
    .filter(({ name }) => STATUS_NAME.test(plainName(name)))
    .toSorted((a, b) => likelihood(a) - likelihood(b))
  for (const member of likely) {
    const isGiven = isSent(member) && !SERVER_STATUS.test(plainName(member.name))
    if (isGiven || typeOf(member.schema) !== 'string') continue
    const statuses = jobStatuses(valuesOf(member.schema) ?? [])
    if (statuses !== undefined) return { member, statuses }
  }
  return undefined
}

function likelihood ({ name }: Member): number {
  const index = STATUS_NAMES.indexOf(plainName(name))
  return index === -1 ? STATUS_NAMES.length : index
}
