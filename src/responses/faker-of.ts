import type { Faker } from '@faker-js/faker'
import { DEFAULT_LOCALE, loadFaker } from './load-faker.ts'
import type { Run } from './make.ts'
import type { NamedDraw } from './named-draw.ts'

/** Returns the source of values of a run: its locale, its random numbers and its time. */
export function fakerOf ({ locale = DEFAULT_LOCALE, now, random }: Run): Faker {
  return loadFaker(locale, random, now)
}

/** Draws a value; `undefined` where the locale has no data for it. */
export function drawn (draw: NamedDraw['draw'], faker: Faker, owner: string): unknown {
  try {
    return draw(faker, owner)
  } catch {
    return undefined
  }
}
