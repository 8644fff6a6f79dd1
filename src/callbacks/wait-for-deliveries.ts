import { setTimer } from '../worlds/clock.ts'
import type { Delivery } from '../worlds/delivery.ts'
import type { World } from '../worlds/world.ts'

export interface WaitOptions {
  /** The state that they must have; any state but `waiting` by default. */
  readonly state?: Delivery['state']
  readonly count: number
  /** How long to wait at most, in real milliseconds. */
  readonly ms: number
}

/** Waits until a world has enough callbacks, until the time is up or until the world ends. */
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
