import { toExactNumber } from '../exact-json.ts'

/** The numbers that an integer format allows, both ends included. */
export interface IntegerRange {
  readonly least: number | bigint
  readonly most: number | bigint
}

const BITS = [8n, 16n, 32n, 64n]

/** The integer formats (OpenAPI Format Registry) with their ranges. */
export const INTEGER_RANGES: Readonly<Record<string, IntegerRange>> = {
  ...Object.fromEntries(BITS.map(bits => [`int${bits}`, rangeFrom(-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n)])),
  ...Object.fromEntries(BITS.map(bits => [`uint${bits}`, rangeFrom(0n, 2n ** bits - 1n)]))
}

function rangeFrom (least: bigint, most: bigint): IntegerRange {
  return { least: toExactNumber(String(least)), most: toExactNumber(String(most)) }
}
