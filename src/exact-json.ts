/** Reads and writes JSON as `JSON` does, with whole numbers past 2^53 − 1 as BigInts instead of the nearest double. */
export const exactJson = {
  /** Throws a `SyntaxError` for text that is not JSON. */
  parse (text: string): unknown {
    return MAY_BE_LARGE.test(text) ? parseLarge(text) : JSON.parse(text)
  },

  /** Returns `undefined` for text that is not JSON. */
  tryParse (text: string): unknown {
    try {
      return exactJson.parse(text)
    } catch {
      return undefined
    }
  },

  stringify (value: unknown, indent?: number): string {
    try {
      return JSON.stringify(value, undefined, indent)
    } catch (error) {
      // A BigInt is the only value of JSON that `JSON` does not write.
      if (!(error instanceof TypeError)) throw error
      return JSON.stringify(value, writeLarge, indent)
    }
  }
} as const

/**
 * Matches texts that may have a whole number of 16 digits or more, which also stand in strings. Nearly all texts
 * have none, and to look for them costs next to nothing.
 */
const MAY_BE_LARGE = /(?:^|[[:,\s])-?\d{16,}\s*(?:[,\]}]|$)/

const WHOLE = /^[-+]?\d+$/

/** Parses JSON whose large whole numbers become BigInts. It takes several times as long as `JSON.parse`. */
export function parseLarge (text: string): unknown {
  return JSON.parse(text, (_name, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' && context?.source !== undefined ? toExactNumber(context.source) : value)
}

/** Reads a number from its digits: a whole one that a double does not hold exactly becomes a BigInt. */
export function toExactNumber (text: string): number | bigint {
  const value = Number(text)
  return Number.isSafeInteger(value) || !WHOLE.test(text) ? value : BigInt(text)
}

// Node has it since version 21, and TypeScript does not know it.
const { rawJSON } = JSON as unknown as { rawJSON: (text: string) => unknown }

function writeLarge (_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? rawJSON(String(value)) : value
}
