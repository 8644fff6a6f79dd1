import { BoundedMap } from '../worlds/bounded-map.ts'
import { resourceKey } from '../worlds/memory-resources.ts'
import type { Recorder } from '../worlds/recorder.ts'
import type { Resource } from '../worlds/resource.ts'
import { toRestingSnapshot } from './callbacks-snapshot.ts'
import type { StatusTrigger } from './subscription.ts'

/** A callback whose resource comes to none of its other statuses, unless a request puts it there. */
export interface RestingCallback {
  readonly url: string
  readonly trigger: StatusTrigger
}

/** The most resources with callbacks that rest. */
const MAX_RESOURCES = 1_000

/** The callbacks of a world that rest, by their resources. Past so many resources, the oldest are given up. */
export class RestingCallbacks {
  readonly #resting = new BoundedMap<Resource, readonly RestingCallback[]>(MAX_RESOURCES)
  readonly #recorder: () => Recorder | undefined

  /** `recorder` returns who is told of the changes, while somebody keeps them. */
  constructor (recorder: () => Recorder | undefined) {
    this.#recorder = recorder
    this.#resting.evicted = resource => this.#record(resource)
  }

  add (resource: Resource, callback: RestingCallback): void {
    this.#resting.set(resource, [...this.#resting.get(resource) ?? [], callback])
    this.#record(resource)
  }

  /** Removes the callbacks of a resource, and returns them. */
  take (resource: Resource): readonly RestingCallback[] {
    const resting = this.#resting.get(resource) ?? []
    if (this.#resting.delete(resource)) this.#record(resource)
    return resting
  }

  /** Lists all. */
  list (): RestingCallback[] {
    return [...this.#resting.values()].flat()
  }

  /** Replaces triggers after a reload; drops those without a new one. */
  renew (renew: (trigger: StatusTrigger) => StatusTrigger | undefined): void {
    for (const resource of [...this.#resting.keys()]) {
      for (const { trigger, url } of this.take(resource)) {
        const renewed = renew(trigger)
        if (renewed !== undefined) this.add(resource, { url, trigger: renewed })
      }
    }
  }

  #record (resource: Resource): void {
    const resting = this.#resting.get(resource)?.map(toRestingSnapshot)
    this.#recorder()?.changed('resting', resourceKey(resource.type, resource.id), resting)
  }
}
