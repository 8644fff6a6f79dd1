import type { SchemaReference } from '../contract/contract.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { textsLike } from '../simulation/texts-like.ts'
import { Random } from '../worlds/random.ts'
import { fillMembers } from './fill-members.ts'
import type { FilledMembers } from './fill-members.ts'
import { statusName } from './find-job.ts'
import { givenMembers } from './given-members.ts'
import type { GivenMembers } from './given-members.ts'
import { pathParts } from './path-parts.ts'
import type { ResourceModel } from './resource-model.ts'
import { isValid } from './samples.ts'
import type { Samples } from './samples.ts'
import { lifecyclesOf } from './lifecycles-of.ts'
import { keywordOf, typeOf } from './types-of.ts'

/** A proposed entry of `x-standin.resources`. */
export interface ProposedType {
  readonly declaration: JsonObject
  /** The names of all members that its resources may show. */
  readonly shown: ReadonlySet<string>
}

/** Proposes a type of resource: its id, its lifecycles, and the members that the server fills. */
export function proposeType (model: ResourceModel, samples: Samples): ProposedType {
  const { collection, id, job } = model
  const given = collection.creates.map(create => givenMembers(create, model, 'create'))
  const filled = fillMembers(model, { samples, stored: storedNames(given) })
  const shownStatus = statusName(job)
  const running = job && [...job.statuses.waiting, ...job.statuses.running]
  return {
    declaration: {
      ...id && { id: { member: id.name, ...idForm(model) } },
      ...job && {
        status: { ...shownStatus !== undefined && { member: shownStatus }, running },
        lifecycles: lifecyclesOf(job.statuses)
      },
      ...Object.keys(filled.always).length > 0 && { always: filled.always },
      ...Object.keys(filled.while).length > 0 && { while: filled.while }
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

/** The length of an id when the document only limits its length. */
const USUAL_LENGTH = 24

/**
 * Proposes the form of new ids: integers, UUIDs, or texts that match the pattern of the member or
 * of the path parameter.
 */
function idForm ({ collection, create, id, idIsGiven }: ResourceModel): JsonObject {
  if (id === undefined) return {}
  const type = typeOf(id.schema)
  // An id that the client always chooses is shown as it was sent.
  if (type === 'string' && idIsGiven && (id.required || pathParts(create).id !== undefined)) return {}
  if (type !== 'string') {
    const minimum = keywordOf(id.schema, 'minimum')
    return { format: 'integer', ...typeof minimum === 'number' && minimum > 1 && { from: Math.ceil(minimum) } }
  }
  const inPath = collection.read?.parameters.filter(parameter => parameter.in === 'path')
  const parameter = inPath?.find(({ name }) => name === collection.id)
  const schemas = [id.schema, parameter?.schema].filter(schema => schema !== undefined)
  const random = new Random('ids')
  if (schemas.every(schema => isValid(schema, random.uuid()))) return { format: 'uuid' }
  const pattern = idPatterns(schemas).find(pattern => {
    const make = textsLike(pattern)
    return make !== undefined && schemas.every(schema => isValid(schema, make(random)))
  })
  return pattern === undefined ? { format: 'uuid' } : { pattern }
}

/** Lists the declared patterns, and last a pattern of hexadecimal digits of an allowed length. */
function idPatterns (schemas: readonly SchemaReference[]): string[] {
  const valuesOf = (keyword: 'pattern' | 'minLength' | 'maxLength') => schemas.map(schema => keywordOf(schema, keyword))
  const isNumber = (value: unknown) => typeof value === 'number'
  const least = Math.max(...valuesOf('minLength').filter(isNumber), 0)
  const most = Math.min(...valuesOf('maxLength').filter(isNumber), Infinity)
  const length = Math.min(most, Math.max(least, USUAL_LENGTH))
  return [...valuesOf('pattern').filter(pattern => typeof pattern === 'string'), `^[0-9a-f]{${length}}$`]
}
