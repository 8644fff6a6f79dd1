const FORMATS: ReadonlyArray<readonly [format: string, pattern: RegExp]> = [
  ['uuid', /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i],
  ['date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/],
  ['date', /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/],
  ['email', /^[\w.%+-]{1,64}@[\da-z-]{1,63}(?:\.[\da-z-]{1,63}){1,5}$/i],
  ['uri', /^https?:\/\/[^\s"<>\\^`{|}]+$/]
]

/** The formats of texts that are told apart. */
export const KNOWN_FORMATS: readonly string[] = FORMATS.map(([format]) => format)

/** Returns whether a text has one of the known formats. */
export function isKnownText (format: string, text: string): boolean {
  return text.length <= 2_000 && FORMATS.find(([name]) => name === format)?.[1].test(text) === true
}
