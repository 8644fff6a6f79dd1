import { fillMembers } from './fill-members.ts'
import type { FilledMembers } from './fill-members.ts'
import { statusName } from './find-job.ts'
import { givenMembers } from './given-members.ts'
import type { GivenMembers } from './given-members.ts'
import { proposeId } from './id-form.ts'
import { lifecyclesOf } from './lifecycles-of.ts'
import { proposeFiles } from './propose-files.ts'
import { proposeSeeded } from './propose-seeded.ts'
import type { ProposedType } from './proposed-type.ts'
import type { ResourceModel } from './resource-model.ts'
import type { Samples } from './samples.ts'

/** Proposes a type of resource: its id, its lifecycles, and the members that the server fills. */
export function proposeType (model: ResourceModel, samples: Samples): ProposedType {
  const { collection, job } = model
  const id = proposeId(model)
  if (collection.creates.length === 0) return proposeSeeded(model)
  const given = collection.creates.map(create => givenMembers(create, model, 'create'))
  const stored = storedNames(given)
  const files = proposeFiles(model, stored)
  const filled = fillMembers(model, { samples, stored, hasFiles: files !== undefined })
  const shownStatus = statusName(job)
  const running = job && [...job.statuses.waiting, ...job.statuses.running]
  return {
    declaration: {
      ...id && { id },
      ...job && {
        status: { ...shownStatus !== undefined && { member: shownStatus }, running },
        lifecycles: lifecyclesOf(job.statuses)
      },
      ...Object.keys(filled.always).length > 0 && { always: filled.always },
      ...Object.keys(filled.while).length > 0 && { while: filled.while },
      ...files && { files }
    },
    shown: shownNames(model, given, filled)
  }
}

/** Lists the members that are stored when a resource is created. */
function storedNames (given: readonly GivenMembers[]): string[] {
  const ofBodies = given.flatMap(({ names }) => names)
  return given.flatMap(({ members }) => typeof members === 'object' ? Object.keys(members) : ofBodies)
}

function shownNames ({ id, job }: ResourceModel, given: readonly GivenMembers[], filled: FilledMembers): Set<string> {
  const shown = new Set<string>()
  if (id !== undefined) shown.add(id.name)
  const status = statusName(job)
  if (status !== undefined) shown.add(status)
  for (const { names, members } of given) {
    for (const name of names) shown.add(name)
    if (typeof members === 'object') for (const name of Object.keys(members)) shown.add(name)
  }
  for (const members of [filled.always, ...Object.values(filled.while)]) {
    for (const name of Object.keys(members)) shown.add(name)
  }
  return shown
}
