import type { FastifyPluginAsync, FastifyRequest, preValidationAsyncHookHandler } from 'fastify'
import { createEmit } from '../apis/api.ts'
import { receivedFacts } from '../apis/received-facts.ts'
import { worldNameOf } from '../apis/world-name-of.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { nearest } from '../documents/nearest.ts'
import { InvalidRequest } from '../errors.ts'
import { createViolation } from '../schemas/create-violation.ts'
import { withViolations } from '../schemas/with-violations.ts'
import type { ResourceType, Scope } from '../simulation/scope.ts'
import { forceStatus, removeResource, seedResource } from '../simulation/seed.ts'
import type { Seed } from '../simulation/seed.ts'
import { subjectOf } from '../simulation/subject-of.ts'
import { worldOf } from './admin-options.ts'
import type { AdminOptions } from './admin-options.ts'
import { findResource, findResourceType } from './find-resource.ts'
import {
  deleteResource,
  listResources,
  listTypes,
  putResource,
  putStatus,
  readResource
} from './resource-schemas.ts'
import { showResource, showType } from './show-resource.ts'
import { createScope } from '../simulation/scope.ts'

interface OfType {
  Params: { type: string }
}

interface One {
  Params: { type: string, id: string }
}

interface Page {
  Querystring: { limit?: number, after?: number }
}

/** The resources of a world. */
export const resourceRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  app.get('/resources', { schema: listTypes }, async request => {
    const { store } = worldOf(request, options)
    return {
      types: [...options.types.values()].map(type => showType(type, store.list(type.id).length))
    }
  })

  app.get<OfType & Page>('/resources/:type', { schema: listResources }, async request => {
    const type = findResourceType(request.params.type, options.types)
    const { after = 0, limit = 100 } = request.query
    const scope = scopeOf(request, type, options)
    const all = scope.world.store.list(type.id)
    const following = all.filter(({ number }) => number > after).sort((a, b) => a.number - b.number)
    const resources = following.slice(0, limit)
    const next = following.length > limit ? resources.at(-1)?.number : undefined
    return {
      resources: resources.map(resource => showResource(resource, type, scope)),
      total: all.length,
      next: next ?? null
    }
  })

  app.get<One>('/resources/:type/:id', { schema: readResource }, async request => {
    const type = findResourceType(request.params.type, options.types)
    const scope = scopeOf(request, type, options)
    const { resource } = findResource(request.params, options.types, scope.world)
    return showResource(resource, type, scope)
  })

  app.put<One & { Body: Seed }>(
    '/resources/:type/:id',
    { schema: putResource, preValidation: rejectBareMembers },
    async (request, reply) => {
      const type = findResourceType(request.params.type, options.types)
      const scope = scopeOf(request, type, options)
      const isNew = typeof scope.world.store.get(type.id, request.params.id) !== 'object'
      const resource = seedResource(type, request.params.id, request.body, scope.world)
      scope.emit?.('seeded', subjectOf(resource, type, scope.now), scope)
      reply.code(isNew ? 201 : 200)
      return showResource(resource, type, scope)
    }
  )

  app.delete<One>('/resources/:type/:id', { schema: deleteResource }, async (request, reply) => {
    const type = findResourceType(request.params.type, options.types)
    removeResource(type.id, request.params.id, worldOf(request, options))
    return reply.code(204).send()
  })

  app.put<One & { Body: { status: string } }>(
    '/resources/:type/:id/status',
    { schema: putStatus },
    async request => {
      const type = findResourceType(request.params.type, options.types)
      const scope = scopeOf(request, type, options)
      const { resource } = findResource(request.params, options.types, scope.world)
      forceStatus(resource, type, request.body.status, scope.world)
      return showResource(resource, type, { ...scope, now: scope.world.clock.now() })
    }
  )
}

/** The members of a seed. */
const SEED_MEMBERS = ['members', 'hidden', 'status', 'lifecycle']

/** Rejects a resource that is sent as it is shown, without `members` around it. Throws `InvalidRequest`. */
const rejectBareMembers: preValidationAsyncHookHandler = async ({ body }) => {
  if (!isObject(body) || Object.hasOwn(body, 'members')) return
  const names = Object.keys(body).filter(name => nearest(name, SEED_MEMBERS, MAX_DISTANCE) === undefined)
  if (names.length === 0) return
  const expectation = { rule: 'additionalProperties', expected: 'be under "members"' }
  throw withViolations(InvalidRequest, names.map(name => {
    return createViolation({ in: 'body', pointer: `/${escapePointer(name)}` }, expectation, body[name])
  }))
}

/** The letters in which a misspelt member of a seed may differ. */
const MAX_DISTANCE = 2

/** Creates the scope in which resources of a type are shown to the client of this request. */
function scopeOf (request: FastifyRequest, type: ResourceType, options: AdminOptions): Scope {
  const name = worldNameOf(request)
  const simulation = [...options.simulations.values()].find(({ types }) =>
    [...types.values()].includes(type)
  )
  return createScope(receivedFacts(request, name), worldOf(request, options), {
    limits: simulation?.limits ?? new Map(),
    rowFiles: options.rowFiles,
    emit: simulation && createEmit(simulation, options.callbacksOf)
  })
}
