/** The numbers that an integer format allows, both ends included. */
export interface IntegerRange {
  readonly least: number
  readonly most: number
}

const BITS = [8, 16, 32, 64]

/**
 * The integer formats (OpenAPI Format Registry) with their ranges. A limit that a double cannot hold is the nearest one
 * that it can.
 */
export const INTEGER_RANGES: Readonly<Record<string, IntegerRange>> = {
  ...Object.fromEntries(BITS.map(bits => [`int${bits}`, { least: -(2 ** (bits - 1)), most: 2 ** (bits - 1) - 1 }])),
  ...Object.fromEntries(BITS.map(bits => [`uint${bits}`, { least: 0, most: 2 ** bits - 1 }]))
}
