import type { StatusesByKind } from './status-kind.ts'

/** What stands at the top of an overlay. */
export function headComment ({ document, overlay }: OverlayNames): string {
  return `# What standin acts out of ${document}, beside what that document says: proposed by "standin init", and yours to change.
#
# Serve both together, and what is created can be read, listed, changed and deleted, and jobs progress:
#
#   standin ${document} --overlay ${overlay}
#
# This is an OpenAPI Overlay: each action adds what is under "update" to the part of the document that its "target" names. The document
# itself stays as it is. What is added is "x-standin"; docs/simulation.md explains every word of it. A mistake in it is told at the start.`
}

/** What the words of a type mean, each where it first stands. */
export const RESOURCE_COMMENTS: Readonly<Record<string, string>> = {
  resources: 'What the API keeps. A world begins without any; a test can put some there: PUT /__admin/resources/{type}/{id}.',
  id: `The member by which clients know one, and what new ones are: integer counts up, uuid is a new UUID each time, and those of a
pattern are made like it.`,
  status: 'The member that shows the status, and the statuses of a job that has not ended: POST /__admin/clock/advance {"to":"idle"} waits for those.',
  lifecycles: `How a job moves on by the clock: each status with how long it lasts, the last one without. The first way is taken;
PATCH /__admin/settings {"resources":{"<type>":{"lifecycle":"failure"}}} takes another.`,
  always: 'Members that the server fills, beside those that a request gave. $created is when it was created; plain values are samples: change them.',
  while: 'Members that are shown in one status only, above the others.'
}

/** What is said of the statuses that tell nothing of a job; `undefined` where there are none. */
export function unknownStatuses ({ unknown }: StatusesByKind): string | undefined {
  return unknown.length === 0 ? undefined : `Not among them, as it is not known where they belong: ${unknown.join(', ')}.`
}

/** What the steps of an operation mean, each where it first stands. */
export const OPERATION_COMMENTS: Readonly<Record<string, string>> = {
  create: 'What it creates, with the members that the request gives. From here on $resource is what was created, as clients see it.',
  find: 'The one that the request names; without it, "else" is the answer.',
  list: 'All of them ("many") that equal the values under "where"; a value that the request does not give filters nothing.',
  page: 'Which part of them: $page says where it stands among all.',
  update: 'Replaces the members that it was created with.',
  patch: 'Merges members into those that it has (RFC 7396).',
  cancel: 'Puts it into a status, whatever the clock says.',
  delete: 'Deletes what was found, once the reply has been made.',
  responses: 'What the document has no response for, and this needs one.',
  reply: 'The answer. It is held to the contract, as all answers are.'
}

export interface OverlayNames {
  /** The document that it goes with, as it is named on the command line. */
  readonly document: string
  /** The same as the overlay refers to it. */
  readonly extends: string
  readonly overlay: string
  readonly api: string
}
