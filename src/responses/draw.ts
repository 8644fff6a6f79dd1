import type { World } from '../worlds/world.ts'
import type { GeneratedFrom } from './make.ts'

/** All that one generated value follows from, beside its schema. */
export interface Draw {
  readonly seed: string
  readonly from: GeneratedFrom
}

/** Returns what a part of a response is generated from: the body, a header, an item. */
export type DrawPart = (part: string) => Draw

/** Draws other values each time, the same ones at every run. */
export function drawAnew (world: World, from: GeneratedFrom): DrawPart {
  return () => ({ from, seed: world.seedFor(`generated ${world.store.nextNumber('generated', 0)}`) })
}

/** Draws the same values each time for the same key. */
export function drawSteadily (world: World, key: string): DrawPart {
  return part => ({ from: 'examples', seed: world.seedFor(`steady ${part} ${key}`) })
}
