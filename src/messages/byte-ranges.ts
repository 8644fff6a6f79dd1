/** A part of a file, both ends included, in bytes. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** More ranges than a client needs; servers may ignore such a request (RFC 9110, section 14.2). */
const MAX_RANGES = 20

/**
 * Parses a `Range` header for a file of some bytes (RFC 9110, section 14.1.2). Returns `undefined` for one that must be
 * ignored: of another unit, malformed, or of too many ranges. Returns no ranges where none lies within the file.
 *
 * Libraries that parse the field reject a suffix longer than the file, which stands for all of it.
 */
export function parseByteRanges (header: string, size: number): readonly ByteRange[] | undefined {
  const [, list] = /^bytes=(.*)$/i.exec(header.trim()) ?? []
  const specs = list?.split(',').map(spec => spec.trim()).filter(spec => spec !== '')
  if (specs === undefined || specs.length === 0 || specs.length > MAX_RANGES) return undefined
  const ranges: ByteRange[] = []
  for (const spec of specs) {
    const [, first, last] = /^(\d*)-(\d*)$/.exec(spec) ?? []
    if (first === undefined || last === undefined || first + last === '') return undefined
    if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined
    const range = first === '' ? suffixOf(Number(last), size) : { start: Number(first), end: endOf(last, size) }
    if (range.start < size && range.start <= range.end) ranges.push(range)
  }
  return ranges
}

function suffixOf (length: number, size: number): ByteRange {
  return length === 0 ? { start: size, end: size } : { start: Math.max(0, size - length), end: size - 1 }
}

function endOf (last: string, size: number): number {
  return last === '' ? size - 1 : Math.min(Number(last), size - 1)
}
