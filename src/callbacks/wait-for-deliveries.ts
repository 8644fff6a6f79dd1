import { setTimer } from '../worlds/clock.ts'
import type { Delivery } from '../worlds/delivery.ts'
import type { World } from '../worlds/world.ts'

export interface WaitOptions {
  /** What must have become of them; anything but to wait where it is left out. */
  readonly state?: Delivery['state']
  readonly count: number
  /** How long to wait at most, in real milliseconds. */
  readonly ms: number
}

/** Resolves once a world has so many callbacks, when the time is up, or when the world ends. */
export function waitForDeliveries (world: World, { state, count, ms }: WaitOptions): Promise<void> {
  const isOne = (delivery: Delivery): boolean =>
    state === undefined ? delivery.state !== 'waiting' : delivery.state === state
  const isOver = (): boolean =>
    world.hasEnded || world.store.deliveries().filter(isOne).length >= count
  if (isOver()) return Promise.resolve()
  return new Promise(resolve => {
    const finish = (): void => {
      for (const end of ends) end()
      resolve()
    }
    const look = (): void => {
      if (isOver()) finish()
    }
    const ends = [world.delivered.add(look), world.ended.add(finish), setTimer(ms, finish)]
  })
}
