import { ResourceTaken, UnknownResourceType } from '../errors.ts'
import { progressFrom } from '../simulation/progress.ts'
import { withoutOwn } from '../simulation/members.ts'
import { mergeMembers } from '../simulation/merge-patch.ts'
import { createResourceDraft, toId } from '../simulation/resource-draft.ts'
import type { ResourceType, Scope } from '../simulation/scope.ts'
import { deleteResource, unknownStatusOf } from '../simulation/seed.ts'
import { shownMembers } from '../simulation/shown-members.ts'
import { showStatus } from '../simulation/shown-status.ts'
import { subjectOf } from '../simulation/subject-of.ts'
import { valueOf } from '../simulation/where.ts'
import { hint } from '../schemas/create-unknown.ts'
import { keyOf } from '../worlds/indexed-resources.ts'
import type { Progress, Resource } from '../worlds/resource.ts'
import type { CreateOptions, Id, Members, ModuleResource, ModuleWorld } from './module-world.ts'
import type { ResourceChange } from '../worlds/resource-verbs.ts'
import type { ResourceEvent } from '../vocabulary/message-words.ts'

type MakeChange = (resource: Resource, type: ResourceType) => ResourceChange

/** The change of a resource that callbacks and webhooks follow. */
interface ChangeEvent {
  readonly type: ResourceType
  readonly kind: ResourceEvent
  readonly hasMoved: boolean
}

/**
 * The world of one call of a handler. Changes hold at once; callbacks and webhooks follow when they are kept.
 */
export class UndoableWorld implements ModuleWorld {
  readonly #scope: Scope
  readonly #types: ReadonlyMap<string, ResourceType>
  readonly #undo: Array<() => void> = []
  readonly #events = new Map<Resource, ChangeEvent>()

  /** `types` has the types by their names in the document. */
  constructor (scope: Scope, types: ReadonlyMap<string, ResourceType>) {
    this.#scope = scope
    this.#types = types
  }

  get name (): string {
    return this.#scope.world.name
  }

  now (): number {
    return this.#scope.world.clock.now()
  }

  uuid (): string {
    return this.#scope.world.random.uuid()
  }

  random (): number {
    return this.#scope.world.random.fraction()
  }

  get (type: string, id: Id): ModuleResource | undefined {
    const resource = this.#find(this.#typeNamed(type), id)
    return resource && this.#show(type, resource)
  }

  list (type: string, where: Members = {}): ModuleResource[] {
    const conditions = Object.entries(where).map(([name, value]) => [name, keyOf([value])] as const)
    return this.#scope.world.store.list(this.#typeNamed(type).id)
      .filter(resource =>
        !this.#isDeleted(resource) &&
          conditions.every(([name, key]) => keyOf([valueOf(resource, name)]) === key))
      .map(resource => this.#show(type, resource))
  }

  create (type: string, members: Members = {}, { hidden, id, lifecycle, status }: CreateOptions = {}): ModuleResource {
    const of = this.#typeNamed(type)
    const { store } = this.#scope.world
    const scope = lifecycle === undefined ? this.#now() : this.#choosing(lifecycleOf(of, lifecycle))
    const given = { id: toId(id, of), members: withoutOwn(members, of), hidden }
    const insertion = store.insert(createResourceDraft(of, given, scope), [])
    if (insertion.kind !== 'inserted') throw new ResourceTaken(of.id, String(id))
    const { resource } = insertion
    this.#undo.push(() => store.forget(of.id, resource.id))
    this.#events.set(resource, { type: of, kind: 'created', hasMoved: false })
    if (status !== undefined) {
      this.#change(type, resource, {
        progress: progressOrThrow(resource.progress, of, status, scope.now)
      })
    }
    return this.#show(type, resource)
  }

  update (type: string, id: Id, members: Members): ModuleResource | undefined {
    return this.#changeFound(type, id, (_resource, of) => ({ members: withoutOwn(members, of) }))
  }

  patch (type: string, id: Id, members: Members): ModuleResource | undefined {
    return this.#changeFound(type, id, (resource, of) => ({
      members: mergeMembers(resource.members, withoutOwn(members, of))
    }))
  }

  setStatus (type: string, id: Id, status: string): ModuleResource | undefined {
    return this.#changeFound(type, id, (resource, of) => ({
      progress: progressOrThrow(resource.progress, of, status, this.now())
    }))
  }

  delete (type: string, id: Id): boolean {
    const of = this.#typeNamed(type)
    const resource = this.#find(of, id)
    if (resource === undefined) return false
    this.#events.set(resource, { type: of, kind: 'deleted', hasMoved: false })
    return true
  }

  /** Keeps the changes: deletes resources, and has callbacks and webhooks follow. */
  keep (): void {
    const scope = this.#now()
    for (const [resource, { hasMoved, kind, type }] of this.#events) {
      if (hasMoved) scope.world.moved(resource)
      scope.emit?.(kind, subjectOf(resource, type, scope.now), scope)
      if (kind === 'deleted') deleteResource(type, resource.id, scope.world)
    }
  }

  /** Undoes all changes, the latest first. */
  undo (): void {
    for (const undo of this.#undo.reverse()) undo()
  }

  #typeNamed (name: string): ResourceType {
    const type = this.#types.get(name)
    if (type === undefined) throw new UnknownResourceType(name, hint(name, [...this.#types.keys()]))
    return type
  }

  #find (type: ResourceType, id: Id): Resource | undefined {
    const resource = this.#scope.world.store.get(type.id, String(id))
    return typeof resource === 'object' && !this.#isDeleted(resource) ? resource : undefined
  }

  #isDeleted (resource: Resource): boolean {
    return this.#events.get(resource)?.kind === 'deleted'
  }

  #changeFound (type: string, id: Id, change: MakeChange): ModuleResource | undefined {
    const of = this.#typeNamed(type)
    const resource = this.#find(of, id)
    if (resource === undefined) return undefined
    this.#change(type, resource, change(resource, of))
    return this.#show(type, resource)
  }

  #change (type: string, resource: Resource, changes: ResourceChange): void {
    const { store } = this.#scope.world
    const { progress, hidden, members } = resource
    store.update(resource.type, resource.id, () => changes)
    this.#undo.push(() => store.update(resource.type, resource.id, () => ({ progress, hidden, members })))
    const known = this.#events.get(resource)
    const hasMoved = changes.progress !== undefined || known?.hasMoved === true
    this.#events.set(resource, { type: this.#typeNamed(type), kind: known?.kind ?? 'changed', hasMoved })
  }

  #now (): Scope {
    return { ...this.#scope, now: this.now() }
  }

  #choosing (lifecycle: string): Scope {
    const scope = this.#now()
    return { ...scope, lifecycleChoice: { ...scope.lifecycleChoice, lifecycle } }
  }

  #show (name: string, resource: Resource): ModuleResource {
    const scope = this.#now()
    const subject = subjectOf(resource, this.#typeNamed(name), scope.now)
    const { created, hidden, id, members } = resource
    return {
      type: name,
      id,
      status: subject.position.status,
      created,
      members,
      hidden,
      get shown () {
        showStatus(subject, scope)
        return shownMembers(subject, scope)
      }
    }
  }
}

function lifecycleOf ({ id, lifecycles }: ResourceType, name: string): string {
  if (!lifecycles.has(name)) {
    throw new TypeError(`${id} has no lifecycle "${name}"${hint(name, [...lifecycles.keys()])}`)
  }
  return name
}

function progressOrThrow (progress: Progress, type: ResourceType, status: string, now: number): Progress {
  return progressFrom(progress, type, status, now) ?? unknownStatusOf(type, status)
}
