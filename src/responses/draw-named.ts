import type { Faker } from '@faker-js/faker'

/** Draws a value; `owner` is the word for what has the member: `pet`. */
export type DrawNamed = (faker: Faker, owner: string) => unknown

/** Names of members, in lower case and without dashes, with how their values are drawn. */
export type NamedRow = readonly [names: string, draw: DrawNamed]

/** Returns what draws one of some values. */
export function oneOf (...choices: ReadonlyArray<string | number>): DrawNamed {
  return faker => faker.helpers.arrayElement(choices)
}

/** Returns what draws a whole number between two, both included. */
export function whole (least: number, most: number): DrawNamed {
  return faker => faker.number.int({ min: least, max: most })
}

/** Returns what draws a number with hundredths between two. */
export function hundredths (least: number, most: number): DrawNamed {
  return faker => faker.number.float({ min: least, max: most, fractionDigits: 2 })
}

/** Returns what draws by the owner of a member, and what all others draw. */
export function byOwner (rows: readonly NamedRow[], others: DrawNamed): DrawNamed {
  const draws = new Map<string, DrawNamed>()
  for (const [names, draw] of rows) {
    for (const name of names.split(' ')) draws.set(name, draw)
  }
  return (faker, owner) => (draws.get(owner) ?? others)(faker, owner)
}

/** Returns a text that begins with a capital letter. */
export function capital (text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
