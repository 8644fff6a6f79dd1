import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { UnknownProviderState } from '../errors.ts'
import { newStubId } from '../scenarios/new-stub-id.ts'
import type { ParseStub } from '../scenarios/parse-stub.ts'
import { hint } from '../schemas/create-unknown.ts'
import type { ResourceType, ResourceTypes } from '../simulation/scope.ts'
import { removeResource, seedResource } from '../simulation/seed.ts'
import type { World } from '../worlds/world.ts'
import { literal } from '../simulation/literal.ts'
import { idParameter, parseStateName } from './provider-state.ts'

/** What states are set up with. */
export interface StateTools {
  readonly types: ResourceTypes
  readonly parseStub: ParseStub
  /** Starts a scenario beside those that run. Returns whether there is one of the name. */
  startScenario (name: string, world: World): Promise<boolean>
}

/**
 * Sets a state of a provider up in a world, by its name and parameters. Returns the values that the generators of a
 * pact can use, such as `{ ExportId: '…' }`. Rejects with `UnknownProviderState`, `InvalidResource` or `InvalidStub`.
 */
export async function setUpState (
  name: string,
  params: JsonObject,
  world: World,
  tools: StateTools
): Promise<JsonObject> {
  const state = parseStateName(name)
  if (state.kind === 'fresh') return {}
  if (await tools.startScenario(name, world)) return {}
  switch (state.kind) {
    case 'resource': return seedFrom(typeOf(name, state.type, tools.types), state.status, params, world)
    case 'absent': {
      const type = typeOf(name, state.type, tools.types)
      const [parameter, id] = idIn(type, params) ?? [idParameter(type.id), type.makeId(world)]
      removeResource(type.id, id, world)
      return { [parameter]: id }
    }
    case 'response': {
      const { body, headers } = literal(params) as JsonObject
      const reply = { status: state.status, ...headers !== undefined && { headers }, ...body !== undefined && { body } }
      world.store.addStub(tools.parseStub({ operation: state.operation, reply }, newStubId(world.store)))
      return {}
    }
    case 'scenario': throw new UnknownProviderState(name, '')
  }
}

function typeOf (name: string, wanted: string, types: ResourceTypes): ResourceType {
  const type = types.get(wanted)
  if (type === undefined) throw new UnknownProviderState(name, hint(wanted, [...types.keys()]))
  return type
}

/** Seeds a resource from parameters: its id, its hidden members under `hidden`, and all others as its members. */
function seedFrom (type: ResourceType, status: string | undefined, params: JsonObject, world: World): JsonObject {
  const [parameter, id] = idIn(type, params) ?? [idParameter(type.id), type.makeId(world)]
  const { hidden, [parameter]: own, ...members } = params
  for (const name of [type.idMember, type.statusMember]) {
    if (name !== undefined) delete members[name]
  }
  seedResource(type, id, { members, status, ...isObject(hidden) && { hidden } }, world)
  return { [parameter]: id }
}

/** Returns the parameter that has the id, and the id; `undefined` where there is none. */
function idIn (type: ResourceType, params: JsonObject): [parameter: string, id: string] | undefined {
  const wanted = idParameter(type.id)
  const names = Object.keys(params)
  const parameter = names.find(name => name.startsWith(wanted) && /^\d*$/.test(name.slice(wanted.length))) ??
    names.find(name => name === type.idMember || name === 'id')
  return parameter === undefined ? undefined : [parameter, String(params[parameter])]
}
