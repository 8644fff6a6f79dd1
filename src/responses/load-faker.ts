import { createRequire } from 'node:module'
import type { Faker } from '@faker-js/faker'
import { toDate } from '../worlds/clock.ts'
import { Random } from '../worlds/random.ts'

export const DEFAULT_LOCALE = 'en'

/** The day around which dates lie where there is no clock: 2026-01-01, in milliseconds since 1970. */
const REFERENCE = 1_767_225_600_000

/** The library of one locale, which draws from whatever source of numbers it is given. */
interface Loaded {
  readonly faker: Faker
  random: Random
  /** The day around which its dates lie. */
  now?: number
}

const loaded = new Map<string, Loaded>()

/**
 * Returns the library of names and texts, which draws from a source of numbers until it is asked for again. The first
 * call loads its one locale.
 */
export function loadFaker (locale: string, random: Random, now = REFERENCE): Faker {
  let known = loaded.get(locale)
  if (known === undefined) {
    known = load(locale)
    loaded.set(locale, known)
  }
  known.random = random
  if (known.now !== now) known.faker.setDefaultRefDate(toDate(now))
  known.now = now
  return known.faker
}

function load (locale: string): Loaded {
  // require knows no types
  const { faker } = createRequire(import.meta.url)(moduleOf(locale)) as { faker: Faker }
  const source = { random: new Random(locale) }
  const randomizer = { next: () => source.random.fraction(), seed: () => {} }
  // A cast: the class itself comes only with all of its locales.
  const Library = faker.constructor as typeof Faker
  const library = new Library({ locale: faker.rawDefinitions, randomizer })
  return Object.assign(source, { faker: library })
}

/** Returns whether the library has a locale, without loading it. */
export function isLocale (locale: unknown): locale is string {
  if (typeof locale !== 'string' || !/^[a-z]{2}(?:_[A-Za-z]+)*$/.test(locale)) return false
  try {
    return createRequire(import.meta.url).resolve(moduleOf(locale)) !== ''
  } catch {
    return false
  }
}

function moduleOf (locale: string): string {
  return `@faker-js/faker/locale/${locale}`
}
