import type { ApiRequest } from '../messages/message.ts'
import type { World } from '../worlds/world.ts'
import type { GeneratedFrom } from './make.ts'

export const DAY_MS = 86_400_000

/** All that one generated value follows from, beside its schema. */
export interface Draw {
  readonly seed: string
  readonly from: GeneratedFrom
  /** The day of the world's clock around which dates lie, in milliseconds since 1970; absent where none is needed. */
  readonly now?: number
  /**
   * The language of names and texts.
   * @default 'en'
   */
  readonly locale?: string
  /** The response of which the value is the body; absent where it is no body. */
  readonly reply?: DrawnReply
}

/** A response that is generated, and its request. */
export interface DrawnReply {
  readonly status: number
  readonly request: ApiRequest
}

/** Returns what a part of a response is generated from: the body, a header, an item. */
export type DrawPart = (part: string) => Draw

/** Draws other values each time, the same ones at every run. */
export function drawAnew (world: World, from: GeneratedFrom): DrawPart {
  const { locale } = world
  const now = dayOf(world)
  return () => ({ from, locale, now, seed: world.seedFor(`generated ${world.store.nextNumber('generated', 0)}`) })
}

/** Draws the same values each time for the same key. */
export function drawSteadily (world: World, key: string): DrawPart {
  const { locale } = world
  const now = dayOf(world)
  return part => ({ from: 'examples', locale, now, seed: world.seedFor(`steady ${part} ${key}`) })
}

/** Returns the start of the day of a world's clock: what is generated stays the same throughout a day. */
export function dayOf (world: World): number {
  const now = world.clock.now()
  return now - ((now % DAY_MS) + DAY_MS) % DAY_MS
}
