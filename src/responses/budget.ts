/** How much one generated value may hold: each value in it costs ten units, and each character one. */
export const MOST_UNITS = 1_000_000

const VALUE_UNITS = 10

/** The units that are left for one value: a schema may ask for any number of items, members or characters. */
export class Budget {
  #left: number

  constructor (units = MOST_UNITS) {
    this.#left = units
  }

  get left (): number {
    return this.#left
  }

  get isSpent (): boolean {
    return this.#left <= 0
  }

  /** Takes some units; returns how many were left of these. */
  take (units: number): number {
    const taken = Math.min(units, this.#left)
    this.#left -= taken
    return taken
  }

  /** Takes the units of a value without those of its characters and parts; returns whether there were any left. */
  takeValue (): boolean {
    return this.take(VALUE_UNITS) > 0
  }
}

/** Returns the units of a value with all its parts; about the limit where it has more. */
export function unitsOf (value: unknown, limit = MOST_UNITS): number {
  let units = 0
  const waiting = [value]
  while (waiting.length > 0 && units < limit) {
    const next = waiting.pop()
    units += VALUE_UNITS
    if (typeof next === 'string') units += next.length
    if (typeof next !== 'object' || next === null) continue
    for (const part of Object.values(next)) {
      if (units + waiting.length > limit) break
      waiting.push(part)
    }
  }
  return units
}
