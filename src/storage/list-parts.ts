import type { CallbacksSnapshot } from '../callbacks/callbacks-snapshot.ts'
import { numberOf } from '../worlds/exchange.ts'
import { resourceKey } from '../worlds/memory-resources.ts'
import type { PartKind, Parts } from '../worlds/recorder.ts'
import type { Snapshot } from '../worlds/snapshot.ts'

/** A part of a world: its kind, its key and its value. */
export type ListedPart = { [Kind in PartKind]: readonly [kind: Kind, key: string, value: Parts[Kind]] }[PartKind]

/** Lists all parts of a world, in the order in which they are restored. */
export function listParts (snapshot: Snapshot, { resting, waiting }: CallbacksSnapshot): ListedPart[] {
  const { items, absent } = snapshot.resources
  const restingBy = Map.groupBy(resting, ({ trigger: { resource: { id, type } } }) => resourceKey(type, id))
  return [
    ['settings', '', snapshot.settings],
    ...snapshot.counters.map(([counter, latest]): ListedPart => ['counters', counter, latest]),
    ...items.map((item): ListedPart => ['resources', resourceKey(item.resource.type, item.resource.id), item]),
    ...absent.map(({ id, type }): ListedPart => ['resources', resourceKey(type, id), 'absent']),
    ...snapshot.limits.map(([name, used]): ListedPart => ['limits', name, used]),
    ...snapshot.stubs.map((stub): ListedPart => ['stubs', stub.id, stub]),
    ...snapshot.scenarios.map((scenario): ListedPart => ['scenarios', scenario.name, scenario]),
    ['runningScenarios', '', snapshot.runningScenarios],
    ...snapshot.answers.map(([key, answer]): ListedPart => ['answers', key, { answer }]),
    ...snapshot.deliveries.map((delivery): ListedPart => ['callbacks', delivery.id, delivery]),
    ...waiting.map((one): ListedPart => ['waiting', one.delivery, one]),
    ...Array.from(restingBy, ([key, callbacks]): ListedPart => ['resting', key, callbacks]),
    ...snapshot.exchanges.map((exchange): ListedPart => ['requests', String(numberOf(exchange)), exchange])
  ]
}
